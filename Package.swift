// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// The compiler settings of every target.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// What Xcode gives to the targets of a new app. Generated code has to compile inside of one, and goldens are built so.
let mainActorByDefault: [SwiftSetting] = {
    #if compiler(>=6.2)
        [
            .unsafeFlags(["-default-isolation", "MainActor"]),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            .enableUpcomingFeature("InferIsolatedConformances"),
        ]
    #else
        []
    #endif
}()

let package = Package(
    name: "Apus",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .plugin(name: "ApusPlugin", targets: ["ApusPlugin"]),
        .plugin(name: "ApusCommand", targets: ["ApusCommand"]),
        .plugin(name: "ApusInspect", targets: ["ApusInspect"]),
        .library(name: "ApusRuntime", targets: ["ApusRuntime"]),
        .library(name: "ApusObservability", targets: ["ApusObservability"]),
        .library(name: "ApusExamples", targets: ["ApusExamples"]),
        .library(name: "ApusTesting", targets: ["ApusTesting"]),
        .library(name: "ApusXML", targets: ["ApusXML"]),
        .library(name: "ApusAsyncHTTPClient", targets: ["ApusAsyncHTTPClient"]),
        .library(name: "ApusURLSession", targets: ["ApusURLSession"]),
        .library(name: "ApusWebhooks", targets: ["ApusWebhooks"]),
        .library(name: "SalesCaptain", targets: ["SalesCaptain"]),
        .library(name: "ChatCaptain", targets: ["ChatCaptain"]),
        .library(name: "Salesmsg", targets: ["Salesmsg"]),
        .library(name: "DeveloperAPI", targets: ["DeveloperAPI"]),
        .library(name: "SalesCaptainExamples", targets: ["SalesCaptainExamples"]),
        .library(name: "ChatCaptainExamples", targets: ["ChatCaptainExamples"]),
        .library(name: "SalesmsgExamples", targets: ["SalesmsgExamples"]),
        .library(name: "DeveloperAPIExamples", targets: ["DeveloperAPIExamples"]),
    ] + (buildsTool ? [.executable(name: "apus", targets: ["apus"]), generatorLibrary, mockLibrary] : []),
    traits: [
        .trait(name: "AsyncHTTPClient", description: "The product ApusAsyncHTTPClient, over SwiftNIO."),
        .trait(name: "Observability", description: "The product ApusObservability: logs, metrics and traces."),
        .trait(name: "Webhooks", description: "The product ApusWebhooks: signatures over swift-crypto."),
        // Alone, and not with the others: SwiftPM passes the names of enabled traits to the compiler in an order that differs between its
        // runs, so with two or more of them every command would compile everything again.
        .trait(name: "Tests", description: "This repository's own tests, and what every other trait enables."),
        .default(enabledTraits: isDependency ? [] : ["Tests"]),
    ],
    dependencies: [
        // Requests, responses and header fields in the runtime: the currency types of the ecosystem.
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
        // Trait AsyncHTTPClient: one of the two transports, the one that server Swift uses.
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.24.0"),
        // Traits AsyncHTTPClient and Tests: buffers and sockets under that transport and under the test servers.
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        // Traits Observability and Tests: the logger of the observability module and of the test server.
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        // Trait Observability: metrics, by the protocol that all backends of server Swift implement.
        .package(url: "https://github.com/apple/swift-metrics", from: "2.5.0"),
        // Trait Observability: spans, by the protocol that all backends of server Swift implement.
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.2.0"),
        // Traits Webhooks and Tests: signatures of webhooks, by Apple's own cryptography.
        .package(url: "https://github.com/apple/swift-crypto", "3.12.0"..<"5.0.0"),
        // Trait Tests: the real HTTP server of the tests, maintained and light.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.5.0"),
    ] + (buildsTool ? [argumentParser] : []),
    targets: shared + (buildsTool ? generator + mock : []) + prebuiltTool + runtime + traitChecks + clients + plugins
        + (buildsTool ? tests.filter(isChosen) + fuzzing + frameworks + growth : []),
    swiftLanguageModes: [.v6]
)

// The modules that generator and runtime share.
var shared: [Target] {
    [
        // The C library of the platform, imported in one place, and what generator and runtime build on it.
        .target(name: "ApusPlatform", swiftSettings: settings),
        .target(name: "ApusJSON", dependencies: ["ApusPlatform"], swiftSettings: settings),
        // Regular expressions in linear time: the standard library's try alternatives one by one, and texts come from servers.
        .target(name: "ApusRegexp", swiftSettings: settings),
    ]
}

// In the order of the pipeline.
var generator: [Target] {
    [
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "ApusSource", dependencies: ["ApusJSON", "ApusPlatform", "CLibYAML"], swiftSettings: settings),
        .target(name: "ApusOverlays", dependencies: ["ApusRegexp", "ApusSource"], swiftSettings: settings),
        .target(name: "ApusSpec", dependencies: ["ApusJSON", "ApusPlatform", "ApusSource"], swiftSettings: settings),
        // Flat schemas know nothing of Swift, so that the target may not reach the model.
        .target(name: "ApusSchemas", dependencies: ["ApusSource", "ApusSpec"], swiftSettings: settings),
        .target(name: "ApusModel", swiftSettings: settings),
        .target(
            name: "ApusLowering",
            // The codec: examples are checked by the code that reads them.
            dependencies: [
                "ApusJSON", "ApusRegexp", "ApusCodec", "ApusSource", "ApusSpec", "ApusSchemas", "ApusModel",
            ],
            exclude: ["README.md"], swiftSettings: settings),
        // What a new version of a document changes for callers.
        .target(
            name: "ApusDiff", dependencies: ["ApusJSON", "ApusSource", "ApusSpec", "ApusModel", "ApusLowering"],
            swiftSettings: settings),
        // What recorded traffic does otherwise than the document.
        .target(
            name: "ApusContract", dependencies: ["ApusJSON", "ApusRegexp", "ApusSource", "ApusSpec"],
            swiftSettings: settings),
        .target(
            name: "ApusTemplates", path: "templates", exclude: ["README.md"], resources: [.embedInCode("swift")],
            swiftSettings: settings),
        .target(
            name: "ApusEmission",
            dependencies: ["ApusJSON", "ApusModel", "ApusTemplates"],
            swiftSettings: settings),
        .target(
            name: "ApusPipeline",
            dependencies: [
                "ApusJSON", "ApusPlatform", "ApusSource", "ApusOverlays", "ApusSpec", "ApusLowering", "ApusModel",
                "ApusDiff", "ApusContract", "ApusEmission",
            ],
            exclude: ["Configuration/apus.schema.json"],
            swiftSettings: settings),
        // No header and no library of curl: the code loads the system's when a file is fetched.
        .target(name: "CLibCurl"),
        .executableTarget(
            name: "apus",
            dependencies: [
                "ApusPipeline", "ApusPlatform", "ApusSource", "CLibCurl",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
    ]
}

/// The stages of the generator, and recordings, for the other packages of this repository, `Call/` and `Mock/`, whose dependencies neither the tool nor the
/// runtime may gain. It is no product for adopters: the underscore says that any version may change all of it.
var generatorLibrary: Product {
    .library(
        name: "_ApusGenerator",
        targets: [
            "ApusPlatform", "ApusJSON", "ApusSource", "ApusOverlays", "ApusSpec", "ApusModel", "ApusLowering",
            "ApusContract",
            "ApusPipeline", "ApusRecording",
        ])
}

/// The answers of the mock server, and the C library of the platform, for `Mock/`, which adds the server and its dependencies. It is no product
/// for adopters either, and beside that of the generator, so that `apus call` does not compile it.
var mockLibrary: Product { .library(name: "_ApusMock", targets: ["ApusMock", "ApusPlatform"]) }

/// The prebuilt tool of a release: where it is, and the checksum that `make artifactbundle` prints. nil between releases.
let releasedTool: (url: String, checksum: String)? = nil

/// The tool that the plugins run, if it need not be built: the file of `make artifactbundle` beside this one, or that of the
/// release. SwiftPM finds the executable in it by the name `apus`, like the one that is built.
var prebuiltTool: [Target] {
    if hasBundle { return [.binaryTarget(name: "ApusTool", path: "apus.artifactbundle.zip")] }
    guard let releasedTool, isDependency else { return [] }
    return [.binaryTarget(name: "ApusTool", url: releasedTool.url, checksum: releasedTool.checksum)]
}

var hasBundle: Bool {
    FileManager.default.fileExists(atPath: Context.packageDirectory + "/apus.artifactbundle.zip")
}

/// Whether the generator is among the targets. A package that depends on Apus and has the prebuilt tool needs neither libyaml nor the
/// parser of the command line.
var buildsTool: Bool { !isDependency || prebuiltTool.isEmpty }

/// The executable that the plugins run.
var tool: Target.Dependency { prebuiltTool.isEmpty ? "apus" : "ApusTool" }

var argumentParser: Package.Dependency {
    // The command line, which the plugins run: the parser that Swift's own tools use.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
}

// The libraries inside an adopter's app.
var runtime: [Target] {
    [
        // Models and JSON without HTTP, for the runtime and for other formats of bodies. No product: the runtime exports it.
        .target(
            name: "ApusCodec", dependencies: ["ApusJSON", "ApusPlatform", "ApusRegexp"], swiftSettings: settings),
        .target(
            name: "ApusRuntime", dependencies: ["ApusJSON", "ApusPlatform", "ApusCodec", httpTypes],
            swiftSettings: settings),
        sdkLibrary("CLibXML2", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
        .target(
            name: "ApusXML", dependencies: ["ApusJSON", "ApusPlatform", "ApusCodec", "ApusRuntime", "CLibXML2"],
            swiftSettings: settings),
        sdkLibrary("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
        .target(
            name: "ApusAsyncHTTPClient",
            dependencies: [
                "AsyncHTTPClientTrait", "ApusPlatform", "ApusRuntime", httpTypes, "CZlib",
                .product("AsyncHTTPClient", of: "async-http-client", trait: "AsyncHTTPClient"),
                .product("NIOCore", of: "swift-nio", trait: "AsyncHTTPClient"),
                .product("NIOHTTP1", of: "swift-nio", trait: "AsyncHTTPClient"),
                .product("NIOPosix", of: "swift-nio", trait: "AsyncHTTPClient"),
            ],
            swiftSettings: settings),
        .target(
            name: "ApusURLSession", dependencies: ["ApusPlatform", "ApusRuntime", httpTypes], swiftSettings: settings),
        .target(
            name: "ApusWebhooks",
            dependencies: [
                "WebhooksTrait", "ApusRuntime", httpTypes,
                .product("Crypto", of: "swift-crypto", trait: "Webhooks"),
                .product("_CryptoExtras", of: "swift-crypto", trait: "Webhooks"),
            ],
            swiftSettings: settings),
        .target(
            name: "ApusObservability",
            dependencies: [
                "ObservabilityTrait", "ApusRuntime", httpTypes,
                .product("Logging", of: "swift-log", trait: "Observability"),
                .product("CoreMetrics", of: "swift-metrics", trait: "Observability"),
                .product("Tracing", of: "swift-distributed-tracing", trait: "Observability"),
            ],
            swiftSettings: settings),
        // Examples for tests and previews. Not a part of ApusTesting, which imports Swift Testing: an app's previews cannot link that.
        .target(name: "ApusExamples", dependencies: ["ApusRuntime", "ApusCodec"], swiftSettings: settings),
        // Recordings in HAR, for tests and for `apus call`. No product: ApusTesting exports it.
        .target(
            name: "ApusRecording", dependencies: ["ApusPlatform", "ApusRuntime", httpTypes], swiftSettings: settings),
        .target(
            name: "ApusTesting", dependencies: ["ApusJSON", "ApusPlatform", "ApusRuntime", "ApusRecording", httpTypes],
            swiftSettings: settings),
    ]
}

// A server for the clients of a workspace, from their documents: without connections, so without a dependency. The package in `Mock/` has the
// connections, and the executable that the tool runs.
var mock: [Target] {
    [
        .target(
            name: "ApusMock",
            dependencies: [
                "ApusJSON", "ApusCodec", "ApusSource", "ApusSpec", "ApusModel", "ApusLowering", "ApusContract",
                "ApusPipeline", "ApusRuntime", httpTypes,
            ],
            swiftSettings: settings)
    ]
}

// One target for each trait that a product needs: it does not compile without the trait, and says which one is missing, before the
// product's own files can fail at their imports.
var traitChecks: [Target] {
    ["AsyncHTTPClient", "Observability", "Webhooks"].map { trait in
        .target(name: trait + "Trait", path: "Sources/Traits/\(trait)", swiftSettings: settings)
    }
}

// What `apus generate` writes: one module for each vendor of apus.yaml, and one with examples of its types, for tests and previews.
var clients: [Target] {
    ["SalesCaptain", "ChatCaptain", "Salesmsg", "DeveloperAPI"].flatMap { name in
        [
            .target(name: name, dependencies: ["ApusRuntime"], path: "Generated/\(name)", swiftSettings: settings),
            .target(
                name: name + "Examples", dependencies: ["ApusExamples", .target(name: name)],
                path: "Generated/\(name)Examples", swiftSettings: settings),
        ]
    }
}

var plugins: [Target] {
    [
        .plugin(name: "ApusPlugin", capability: .buildTool(), dependencies: [tool]),
        .plugin(
            name: "ApusCommand",
            capability: .command(
                intent: .custom(verb: "apus", description: "Generate Swift clients from OpenAPI documents."),
                permissions: [.writeToPackageDirectory(reason: "Writes the generated clients into the source tree.")]),
            dependencies: [tool]),
        // Without a permission: it runs the commands that write nothing.
        .plugin(
            name: "ApusInspect",
            capability: .command(
                intent: .custom(verb: "apus-inspect", description: "Lint, check and explain OpenAPI documents.")),
            dependencies: [tool]),
    ]
}

// One test target for each module, and across them: the mapping book, goldens, the four clients against a live server, the architecture.
var tests: [Target] {
    [
        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: settings),
        .target(
            name: "TestServers", dependencies: ["ApusPlatform"] + server, path: "Tests/Servers", swiftSettings: settings
        ),
        test("ArchitectureTests", of: []),
        test("ApusPlatformTests", of: ["ApusPlatform"]),
        test("ApusJSONTests", of: ["ApusJSON"]),
        test("ApusRegexpTests", of: ["ApusRegexp"]),
        test("ApusSourceTests", of: ["ApusSource"]),
        test("ApusOverlaysTests", of: ["ApusOverlays", "ApusSource"]),
        test("ApusSpecTests", of: ["ApusSpec", "ApusSource"]),
        test(
            "ApusPipelineTests",
            of: ["ApusPipeline", "ApusSource", "ApusSpec", "ApusModel", "ApusLowering", "ApusEmission", "ApusPlatform"]),
        test("ApusCodecTests", of: ["ApusCodec"]),
        test("ApusRuntimeTests", of: ["ApusRuntime", "ApusCodec", "ApusPlatform", httpTypes]),
        test("ApusXMLTests", of: ["ApusXML", "ApusRuntime", "ApusCodec", "ApusJSON", "ApusPlatform"]),
        test("ApusSchemasTests", of: ["ApusSchemas", "ApusSpec", "ApusSource"]),
        test("ApusLoweringTests", of: ["ApusLowering", "ApusSpec", "ApusSource", "ApusModel"]),
        test(
            "DiffTests",
            of: [
                "ApusDiff", "ApusPipeline", "ApusEmission", "ApusLowering", "ApusSpec", "ApusSource", "ApusModel",
                "ApusRuntime", "ApusXML",
            ], exclude: ["Cases"]),
        test("ApusContractTests", of: ["ApusContract", "ApusOverlays", "ApusSource", "ApusSpec"]),
        test("ApusEmissionTests", of: ["ApusEmission", "ApusModel", "ApusTemplates"]),
        .plugin(name: "MappingExamplesPlugin", capability: .buildTool(), dependencies: ["MappingExamplesTool"]),
        // The examples of the mapping book as Swift: MappingTests compares the one, and compiles the other.
        .target(
            name: "MappingExamples",
            dependencies: [
                "ApusEmission", "ApusLowering", "ApusOverlays", "ApusSpec", "ApusSource", "ApusModel",
            ],
            path: "Tests/MappingExamples", swiftSettings: settings),
        .executableTarget(
            name: "MappingExamplesTool", dependencies: ["MappingExamples"], path: "Tests/MappingExamplesTool",
            swiftSettings: settings),
        test(
            "MappingTests",
            of: ["MappingExamples", "ApusLowering", "ApusModel", "ApusCodec", "ApusRuntime", "ApusXML"],
            exclude: ["Mappings", "README.md"], plugins: ["MappingExamplesPlugin"]),
        .target(
            name: "Pets", dependencies: ["ApusRuntime"], path: "Tests/GoldenTests/Goldens/Pets", exclude: ["README.md"],
            swiftSettings: settings + mainActorByDefault),
        .target(
            name: "Shadows", dependencies: ["ApusRuntime"], path: "Tests/GoldenTests/Goldens/Shadows",
            exclude: ["README.md"], swiftSettings: settings + mainActorByDefault),
        .target(
            name: "Wire", dependencies: ["ApusRuntime"], path: "Tests/GoldenTests/Goldens/Wire", exclude: ["README.md"],
            swiftSettings: settings + mainActorByDefault),
        .target(
            name: "XMLShop", dependencies: ["ApusRuntime", "ApusXML"], path: "Tests/GoldenTests/Goldens/XMLShop",
            exclude: ["README.md"], swiftSettings: settings + mainActorByDefault),
        test(
            "GoldenTests",
            of: [
                "Pets", "Shadows", "XMLShop", "ApusEmission", "ApusLowering", "ApusSpec", "ApusSource", "ApusModel",
                "ApusRuntime",
            ], exclude: ["Goldens", "Documents"]),
        .target(
            name: "MainActorApp", dependencies: ["Pets", httpTypes], path: "Tests/IsolationTests/MainActorApp",
            exclude: ["README.md"], swiftSettings: settings + mainActorByDefault),
        test(
            "IsolationTests",
            of: [
                "MainActorApp", "Pets", "Shadows", "Wire", "XMLShop", "SalesCaptain", "ChatCaptain", "Salesmsg",
                "DeveloperAPI", "ApusAsyncHTTPClient", "ApusTesting", "ApusWebhooks", httpTypes,
            ], exclude: ["MainActorApp"]),
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
                "SalesCaptain", "SalesCaptainExamples", "ChatCaptain", "ChatCaptainExamples", "Salesmsg", "XMLShop",
                "ApusAsyncHTTPClient", "ApusURLSession", "ApusRuntime", "ApusExamples", "ApusTesting", "ApusWebhooks",
                httpTypes,
            ], exclude: ["Tasks/Recordings"]),
        test("ToolTests", of: ["apus", "TestServers"] + server),
        .target(
            name: "Fuzzing",
            dependencies: [
                "ApusSource", "ApusOverlays", "ApusSpec", "ApusModel", "ApusLowering", "ApusEmission", "ApusJSON",
                "ApusXML", "ApusRuntime", "ApusPipeline", "ApusWebhooks", httpTypes,
            ],
            path: "Tests/Fuzzing", swiftSettings: settings),
        test(
            "FuzzTests",
            of: [
                "Fuzzing", "ApusCodec", "ApusEmission", "ApusLowering", "ApusModel", "ApusPipeline", "ApusSource",
                "ApusSpec",
            ],
            exclude: ["Documents", "Regressions", "Seeds"]),
        test(
            "ApusWebhooksTests",
            of: [
                "ApusWebhooks", "ApusRuntime", .product("Crypto", of: "swift-crypto", trait: "Tests"),
                .product("_CryptoExtras", of: "swift-crypto", trait: "Tests"), httpTypes,
            ]),
        test(
            "ApusTestingTests",
            of: [
                "ApusTesting", "ApusPipeline", "ApusRuntime", "SalesCaptain", "ChatCaptain", "Salesmsg", "DeveloperAPI",
                "Wire", "XMLShop", httpTypes,
            ]),
        test(
            "ApusExamplesTests",
            of: [
                "ApusExamples", "ApusRuntime", "ApusPipeline", "ApusModel", "ApusSource", "ApusTesting",
                "SalesCaptainExamples", "ChatCaptainExamples", "SalesmsgExamples", "DeveloperAPIExamples",
                "SalesCaptain", "ChatCaptain", "Salesmsg", "DeveloperAPI",
            ]),
        test(
            "TransportTests",
            of: [
                "Wire", "ApusWebhooks", "ApusAsyncHTTPClient", "ApusURLSession", "ApusPlatform", "CZlib", "TestServers",
                .product("Crypto", of: "swift-crypto", trait: "Tests"),
                .product("_CryptoExtras", of: "swift-crypto", trait: "Tests"),
            ] + server),
        // The sources of the package in `Mock/`, under another name than there, so that they are tested with the server that is built here.
        .target(
            name: "MockConnections", dependencies: ["ApusMock"] + server, path: "Mock/Sources/ApusMockServer",
            swiftSettings: settings),
        test(
            "ApusMockTests",
            of: [
                "ApusMock", "MockConnections", "ApusAsyncHTTPClient", "ApusWebhooks", "ApusRuntime", "TestServers",
                "ApusContract", "ApusPipeline", "ApusSource", "ApusSpec", "SalesCaptain", httpTypes,
            ]),
        test(
            "LiveTests",
            of: [
                "SalesCaptain", "ChatCaptain", "Salesmsg", "DeveloperAPI", "XMLShop", "ApusAsyncHTTPClient",
                "ApusURLSession", "ApusObservability", "ApusTesting", "ApusPlatform", "TestServers",
                .product("MetricsTestKit", of: "swift-metrics", trait: "Tests"),
                .product("Tracing", of: "swift-distributed-tracing", trait: "Tests"),
                .product("InMemoryTracing", of: "swift-distributed-tracing", trait: "Tests"),
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
            path: folder + "Generated/" + module, swiftSettings: settings)
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
// APUS_GROWTH=1 has every shape; APUS_GROWTH=core leaves out those of webhooks, and with them swift-crypto.
var growth: [Target] {
    guard let parts = Context.environment["APUS_GROWTH"], !parts.isEmpty else { return [] }
    let webhooks: [Target.Dependency] = parts == "core" ? [] : ["ApusWebhooks"]
    return [
        .executableTarget(
            name: "GrowthRun", dependencies: ["ApusPipeline", "ApusRegexp", "ApusRuntime", "ApusXML"] + webhooks,
            path: "Benchmarks/Sources/GrowthRun",
            swiftSettings: settings + (webhooks.isEmpty ? [] : [.define("WEBHOOKS")]))
    ]
}

/// A C library that every SDK of Apple's brings. On a Mac neither pkg-config nor Homebrew may put another one in its place: an app would
/// link a library that is on no phone.
func sdkLibrary(_ name: String, pkgConfig: String, apt: String) -> Target {
    #if os(macOS)
        .systemLibrary(name: name)
    #else
        .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
    #endif
}

var httpTypes: Target.Dependency { .product(name: "HTTPTypes", package: "swift-http-types") }

// The real HTTP server of the tests.
var server: [Target.Dependency] {
    [
        "ApusRuntime", httpTypes,
        .product("NIOCore", of: "swift-nio", trait: "Tests"),
        .product("NIOPosix", of: "swift-nio", trait: "Tests"),
        .product("Logging", of: "swift-log", trait: "Tests"),
        .product("Hummingbird", of: "hummingbird", trait: "Tests"),
    ]
}

extension Target.Dependency {
    /// A product that is resolved only where the trait is enabled, or this repository's own `Tests`.
    static func product(_ name: String, of package: String, trait: String) -> Target.Dependency {
        .product(name: name, package: package, condition: .when(traits: [trait, "Tests"]))
    }
}

/// Whether SwiftPM reads this manifest for a package that depends on Apus: from the repository, where there is no folder, or from the copy
/// that it checked out or downloaded. Such a package resolves what ApusRuntime and the plugins need, and names the traits that it wants
/// in addition. In a clone of its own, and as a dependency by `path:`, everything is on, so that `swift test` needs no flag; in a clone that
/// lies in a folder named `checkouts` it needs `--enable-all-traits`.
var isDependency: Bool {
    let folders = Context.packageDirectory.split(separator: "/")
    if folders.contains("downloads"), folders.contains("registry") { return true }
    return folders.isEmpty || folders.dropLast().last == "checkouts"
}

/// Whether a target is built: `APUS_TESTS="MappingTests GoldenTests"` names the only test targets that are, and the servers are built for
/// those that start one.
func isChosen(_ target: Target) -> Bool {
    guard let names = Context.environment["APUS_TESTS"]?.split(separator: " ").map(String.init) else { return true }
    if target.name == "MockConnections" { return names.contains("ApusMockTests") }
    if target.name == "TestServers" {
        return names.contains { ["ApusMockTests", "LiveTests", "ToolTests", "TransportTests"].contains($0) }
    }
    return target.type != .test || names.contains(target.name)
}

func test(
    _ name: String, of dependencies: [Target.Dependency], exclude: [String] = [], plugins: [Target.PluginUsage] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: settings,
        plugins: plugins)
}
