// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "BuildPlugin",
    platforms: [.macOS(.v13)],
    dependencies: [
        // In your own package: .package(url: "…", from: "…"). A path has every trait unless it says which; this package needs none.
        .package(name: "Apus", path: "../..", traits: [])
    ],
    targets: [
        .target(
            name: "Bookshop",
            dependencies: [.product(name: "ApusRuntime", package: "Apus")],
            plugins: [.plugin(name: "ApusPlugin", package: "Apus")]),
        .executableTarget(name: "Reader", dependencies: ["Bookshop"]),
    ],
    swiftLanguageModes: [.v6]
)
