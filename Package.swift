// swift-tools-version: 6.1
import PackageDescription

/// The compiler settings of every target.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Apus",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .executable(name: "apus", targets: ["apus"]),
        .plugin(name: "ApusPlugin", targets: ["ApusPlugin"]),
        .plugin(name: "ApusCommand", targets: ["ApusCommand"]),
        .library(name: "ApusRuntime", targets: ["ApusRuntime"]),
        .library(name: "ApusObservability", targets: ["ApusObservability"]),
        .library(name: "ApusTesting", targets: ["ApusTesting"]),
        .library(name: "ApusXML", targets: ["ApusXML"]),
        .library(name: "ApusAsyncHTTPClient", targets: ["ApusAsyncHTTPClient"]),
        .library(name: "ApusURLSession", targets: ["ApusURLSession"]),
        .library(name: "ApusWebhooks", targets: ["ApusWebhooks"]),
        .library(name: "SalesCaptain", targets: ["SalesCaptain"]),
        .library(name: "ChatCaptain", targets: ["ChatCaptain"]),
        .library(name: "Salesmsg", targets: ["Salesmsg"]),
        .library(name: "DeveloperAPI", targets: ["DeveloperAPI"]),
    ],
    dependencies: [
        // The command line: the parser that Swift's own tools use.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        // Requests, responses and header fields in the runtime: the currency types of the ecosystem.
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
        // Buffers and sockets under the async-http-client transport and the test servers, which both use it.
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        // The logger of the observability module and of the test server.
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        // Metrics, with the protocols that all backends of server Swift implement. Only for the observability module.
        .package(url: "https://github.com/apple/swift-metrics", from: "2.5.0"),
        // Spans, likewise.
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.2.0"),
        // One of the two transports, for server Swift. Resolved only by users of that product.
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.24.0"),
        // Signatures of webhooks: Apple's own cryptography. Resolved only by users of that product.
        .package(url: "https://github.com/apple/swift-crypto", "3.12.0"..<"5.0.0"),
        // The real HTTP server of the tests: maintained and light. Never resolved by adopters.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.5.0"),
    ],
    targets: generator + runtime + clients + plugins + tests.filter(isChosen) + fuzzing + frameworks + growth,
    swiftLanguageModes: [.v6]
)

// In the order of the pipeline.
var generator: [Target] {
    [
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "ApusJSON", swiftSettings: settings),
        // Regular expressions in linear time: the standard library's engine backtracks, and texts come from servers.
        .target(name: "ApusRegexp", swiftSettings: settings),
        .target(name: "ApusSource", dependencies: ["ApusJSON", "CLibYAML"], swiftSettings: settings),
        .target(name: "ApusSpec", dependencies: ["ApusRegexp", "ApusSource"], swiftSettings: settings),
        .target(name: "ApusModel", swiftSettings: settings),
        .target(
            name: "ApusLowering", dependencies: ["ApusRegexp", "ApusSource", "ApusSpec", "ApusModel"],
            swiftSettings: settings),
        .target(
            name: "ApusTemplates", path: "templates", resources: [.embedInCode("swift")], swiftSettings: settings),
        .target(
            name: "ApusEmission",
            dependencies: ["ApusModel", "ApusTemplates"],
            swiftSettings: settings),
        .target(
            name: "ApusPipeline",
            dependencies: ["ApusSource", "ApusSpec", "ApusLowering", "ApusModel", "ApusEmission"],
            exclude: ["Configuration/apus.schema.json"],
            swiftSettings: settings),
        .executableTarget(
            name: "apus",
            dependencies: [
                "ApusPipeline", "ApusSource", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
    ]
}

// The libraries inside an adopter's app.
var runtime: [Target] {
    [
        .target(
            name: "ApusRuntime", dependencies: ["ApusJSON", "ApusRegexp", httpTypes], swiftSettings: settings),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .target(
            name: "ApusXML", dependencies: ["ApusJSON", "ApusRuntime", "CLibXML2"], swiftSettings: settings),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(
            name: "ApusAsyncHTTPClient",
            dependencies: [
                "ApusRuntime", httpTypes, .product(name: "AsyncHTTPClient", package: "async-http-client"), nioCore,
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"), "CZlib",
            ],
            swiftSettings: settings),
        .target(name: "ApusURLSession", dependencies: ["ApusRuntime", httpTypes], swiftSettings: settings),
        .target(
            name: "ApusWebhooks",
            dependencies: [
                "ApusRuntime", httpTypes, .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "_CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .target(
            name: "ApusObservability",
            dependencies: [
                "ApusRuntime", httpTypes, .product(name: "Logging", package: "swift-log"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ],
            swiftSettings: settings),
        .target(name: "ApusTesting", dependencies: ["ApusRuntime", httpTypes], swiftSettings: settings),
    ]
}

// The clients that `apus generate` writes: one module for each vendor of apus.yaml.
var clients: [Target] {
    ["SalesCaptain", "ChatCaptain", "Salesmsg", "DeveloperAPI"].map { name in
        .target(
            name: name, dependencies: ["ApusRuntime"], path: "Generated/\(name)", exclude: ["README.md"],
            swiftSettings: settings)
    }
}

var plugins: [Target] {
    [
        .plugin(name: "ApusPlugin", capability: .buildTool(), dependencies: ["apus"]),
        .plugin(
            name: "ApusCommand",
            capability: .command(
                intent: .custom(verb: "apus", description: "Generate Swift clients from OpenAPI documents."),
                permissions: [.writeToPackageDirectory(reason: "Writes the generated clients into the source tree.")]),
            dependencies: ["apus"]),
    ]
}

// One test target for each module, and across them: the mapping book, goldens, the four clients against a live server, the architecture.
var tests: [Target] {
    [
        test("ArchitectureTests", of: []),
        test("ApusJSONTests", of: ["ApusJSON"]),
        test("ApusRegexpTests", of: ["ApusRegexp"]),
        test("ApusSourceTests", of: ["ApusSource"]),
        test("ApusSpecTests", of: ["ApusSpec", "ApusSource"]),
        test(
            "ApusPipelineTests",
            of: ["ApusPipeline", "ApusSource", "ApusSpec", "ApusModel", "ApusLowering", "ApusEmission"]),
        test("ApusRuntimeCodingTests", of: ["ApusRuntime"]),
        test("ApusRuntimeTests", of: ["ApusRuntime", httpTypes]),
        test("ApusXMLTests", of: ["ApusXML", "ApusRuntime", "ApusJSON"]),
        test("ApusLoweringTests", of: ["ApusLowering", "ApusSpec", "ApusSource", "ApusModel"]),
        test("ApusEmissionTests", of: ["ApusEmission", "ApusModel", "ApusTemplates"]),
        test(
            "MappingTests",
            of: ["ApusEmission", "ApusLowering", "ApusSpec", "ApusSource", "ApusModel", "ApusRuntime", "ApusXML"],
            exclude: ["Mappings"]),
        .target(
            name: "Pets", dependencies: ["ApusRuntime"], path: "Tests/GoldenTests/Goldens/Pets", exclude: ["README.md"],
            swiftSettings: settings),
        .target(
            name: "Shadows", dependencies: ["ApusRuntime"], path: "Tests/GoldenTests/Goldens/Shadows",
            exclude: ["README.md"], swiftSettings: settings),
        .target(
            name: "Wire", dependencies: ["ApusRuntime"], path: "Tests/GoldenTests/Goldens/Wire", exclude: ["README.md"],
            swiftSettings: settings),
        .target(
            name: "XMLShop", dependencies: ["ApusRuntime", "ApusXML"], path: "Tests/GoldenTests/Goldens/XMLShop",
            exclude: ["README.md"], swiftSettings: settings),
        test(
            "GoldenTests",
            of: [
                "Pets", "Shadows", "XMLShop", "ApusEmission", "ApusLowering", "ApusSpec", "ApusSource", "ApusModel",
                "ApusRuntime",
            ], exclude: ["Goldens", "Documents"]),
        test(
            "FrameworkTests",
            of: ["ApusEmission", "ApusLowering", "ApusSpec", "ApusSource", "ApusModel"], exclude: ["Documents"]),
        test(
            "ReadmeTests",
            of: [
                "SalesCaptain", "ChatCaptain", "Salesmsg", "DeveloperAPI", "ApusPipeline", "ApusEmission", "ApusModel",
                "ApusSource",
            ]),
        test(
            "DocumentationTests",
            of: [
                "SalesCaptain", "Salesmsg", "XMLShop", "ApusAsyncHTTPClient", "ApusRuntime", "ApusTesting",
                "ApusWebhooks",
                httpTypes,
            ]),
        test("ToolTests", of: ["apus"] + server),
        .target(
            name: "Fuzzing",
            dependencies: [
                "ApusSource", "ApusSpec", "ApusModel", "ApusLowering", "ApusEmission", "ApusJSON", "ApusXML",
                "ApusRuntime", "ApusPipeline", "ApusWebhooks", httpTypes,
            ],
            path: "Tests/Fuzzing", swiftSettings: settings),
        test(
            "FuzzTests", of: ["Fuzzing", "ApusEmission", "ApusPipeline", "ApusSource", "ApusSpec"],
            exclude: ["Documents", "Regressions", "Seeds"]),
        test(
            "ApusWebhooksTests",
            of: [
                "ApusWebhooks", "ApusRuntime", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "_CryptoExtras", package: "swift-crypto"), httpTypes,
            ]),
        test(
            "ApusTestingTests",
            of: ["ApusTesting", "ApusPipeline", "SalesCaptain", "ChatCaptain", "Salesmsg", "DeveloperAPI"]),
        test(
            "TransportTests",
            of: [
                "Wire", "ApusWebhooks", "ApusAsyncHTTPClient", "ApusURLSession", "CZlib",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "_CryptoExtras", package: "swift-crypto"),
            ] + server),
        test(
            "LiveTests",
            of: [
                "SalesCaptain", "ChatCaptain", "Salesmsg", "DeveloperAPI", "XMLShop", "ApusAsyncHTTPClient",
                "ApusURLSession", "ApusObservability", "ApusTesting",
                .product(name: "MetricsTestKit", package: "swift-metrics"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
                .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
            ] + server,
            exclude: ["Expectations", "README.md"]),
    ]
}

// The target of `make fuzz`, built with libFuzzer, which has its own `main`; other builds exclude it.
var fuzzing: [Target] {
    guard Context.environment["APUS_FUZZ"] == "1" else { return [] }
    return [
        .systemLibrary(name: "CLibFuzzer", path: "Tests/FuzzDriver/CLibFuzzer"),
        .executableTarget(
            name: "Fuzz", dependencies: ["CLibFuzzer", "Fuzzing"], path: "Tests/FuzzDriver/Fuzz",
            swiftSettings: settings),
    ]
}

// The targets of `make frameworks`: the generated clients, their calls, and the executable that makes them.
var frameworks: [Target] {
    guard let words = Context.environment["APUS_FRAMEWORKS"]?.split(separator: " ").map(String.init) else { return [] }
    let chosen = words.filter { !$0.hasPrefix("Manner") }
    let manners = words.filter { $0.hasPrefix("Manner") }
    let folder = "Tests/Frameworks/"
    let generated = [
        "DRF": "DRFClinic", "FastAPI": "FastAPIShop", "Litestar": "LitestarStudio", "S3": "SimpleStorage",
        "Smorest": "SmorestLibrary", "Storage": "SimpleStorage",
    ]
    let printed = ["S3", "SalesCaptain", "ChatCaptain", "Salesmsg", "DeveloperAPI"]
    let clients = Set(chosen.compactMap { generated[$0] } + manners).sorted().map { module in
        Target.target(
            name: module, dependencies: ["ApusRuntime"] + (module == "SimpleStorage" ? ["ApusXML"] : []),
            path: folder + "Generated/" + module, exclude: ["README.md"], swiftSettings: settings)
    }
    let calls = chosen.map { name in
        Target.target(
            name: name + "Calls",
            dependencies: ["FrameworkSupport", "ApusRuntime", httpTypes, .target(name: generated[name] ?? name)],
            path: folder + (printed.contains(name) ? "Generated/Calls/" : "Driver/") + name, swiftSettings: settings)
    }
    return clients + calls + [
        .target(
            name: "FrameworkSupport", dependencies: ["ApusRuntime", httpTypes], path: folder + "Driver/Support",
            swiftSettings: settings),
        .executableTarget(
            name: "FrameworkCalls",
            dependencies: ["FrameworkSupport", "ApusRuntime", "ApusAsyncHTTPClient", "ApusURLSession"]
                + chosen.map { .target(name: $0 + "Calls") } + manners.map { .target(name: $0) },
            path: folder + "Driver/Main", swiftSettings: settings + chosen.map { .define($0) }),
    ]
}

// The target of `make growth`: it measures modules that are not products, so it cannot be in the package of the benchmarks.
var growth: [Target] {
    guard Context.environment["APUS_GROWTH"] == "1" else { return [] }
    return [
        .executableTarget(
            name: "GrowthRun", dependencies: ["ApusPipeline", "ApusRegexp", "ApusRuntime", "ApusWebhooks", "ApusXML"],
            path: "Benchmarks/Sources/GrowthRun", swiftSettings: settings)
    ]
}

var httpTypes: Target.Dependency { .product(name: "HTTPTypes", package: "swift-http-types") }
var nioCore: Target.Dependency { .product(name: "NIOCore", package: "swift-nio") }

// The real HTTP server of the tests, and the raw sockets under it for answers that no HTTP server would give.
var server: [Target.Dependency] {
    [
        "ApusRuntime", httpTypes, nioCore,
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Hummingbird", package: "hummingbird"),
    ]
}

/// Whether a target is built: `APUS_TESTS="MappingTests GoldenTests"` selects test targets.
func isChosen(_ target: Target) -> Bool {
    guard target.type == .test, let names = Context.environment["APUS_TESTS"] else { return true }
    return names.split(separator: " ").contains { $0 == target.name }
}

func test(_ name: String, of dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}
