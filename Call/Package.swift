// swift-tools-version: 6.1
import PackageDescription

/// The compiler settings of every target, as in the main package.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// A separate package: the tool that adopters build has neither the runtime nor a transport in it.
let package = Package(
    name: "Call",
    platforms: [.macOS(.v13)],
    products: [.executable(name: "apus-call", targets: ["apus-call"])],
    dependencies: [
        // The generator that reads documents, and the runtime that sends the requests. No traits: the transport is that over URLSession, which
        // needs no further package.
        .package(name: "Apus", path: "..", traits: []),
        // Requests and header fields, as the runtime's public functions take and return them.
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
    ],
    targets: [
        .target(
            name: "ApusCall",
            dependencies: [
                .product(name: "_ApusGenerator", package: "Apus"), .product(name: "ApusRuntime", package: "Apus"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "apus-call", dependencies: ["ApusCall", .product(name: "ApusURLSession", package: "Apus")],
            swiftSettings: settings),
        .testTarget(
            name: "ApusCallTests",
            dependencies: ["ApusCall", .product(name: "HTTPTypes", package: "swift-http-types")]
                + ["SalesCaptain", "ChatCaptain", "Salesmsg", "DeveloperAPI", "_ApusGenerator", "ApusRuntime"].map {
                    .product(name: $0, package: "Apus")
                },
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
