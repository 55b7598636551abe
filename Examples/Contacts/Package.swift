// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "Contacts",
    platforms: [.macOS(.v13)],
    dependencies: [
        // In your own package: .package(url: "…", from: "…"). A path has every trait unless it says which; this package needs none.
        .package(name: "Apus", path: "../..", traits: []),
        // The demonstration server: small, and without dependencies of its own.
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.20.0"),
    ],
    targets: [
        .executableTarget(
            name: "Contacts",
            dependencies: [
                .product(name: "SalesCaptain", package: "Apus"),
                .product(name: "ChatCaptain", package: "Apus"),
                .product(name: "Salesmsg", package: "Apus"),
                .product(name: "DeveloperAPI", package: "Apus"),
                .product(name: "ApusURLSession", package: "Apus"),
                .product(name: "FlyingFox", package: "FlyingFox"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
