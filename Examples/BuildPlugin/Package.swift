// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "BuildPlugin",
    platforms: [.macOS(.v13)],
    dependencies: [
        // In your own package: .package(url: "…", from: "…")
        .package(name: "Apus", path: "../..")
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
