// swift-tools-version: 6.1
import PackageDescription

/// The compiler settings of every target, as in the main package.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// A separate package, so that neither the tool nor an adopter's app resolves a server.
let package = Package(
    name: "Mock",
    platforms: [.macOS(.v14)],
    products: [.executable(name: "apus-mock", targets: ["apus-mock"])],
    dependencies: [
        // The answers (ApusMock), the signatures of webhooks, and the transport that sends them. The trait enables what these need; with
        // two traits, every command would compile everything again.
        .package(name: "Apus", path: "..", traits: ["Tests"]),
        // Connections: the server of Apus's own tests, maintained and light.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.5.0"),
        // Requests and header fields, in Hummingbird's interface and in ApusMock's.
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
        // The bytes of bodies in Hummingbird's interface.
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        // The logger that Hummingbird needs.
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        // The command line, as in the tool.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    ],
    targets: [
        .target(
            name: "ApusMockServer",
            dependencies: [
                .product(name: "_ApusMock", package: "Apus"),
                .product(name: "ApusRuntime", package: "Apus"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "apus-mock",
            dependencies: [
                "ApusMockServer",
                .product(name: "_ApusMock", package: "Apus"),
                .product(name: "ApusRuntime", package: "Apus"),
                .product(name: "ApusAsyncHTTPClient", package: "Apus"),
                .product(name: "ApusWebhooks", package: "Apus"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
