// swift-tools-version: 6.1
import PackageDescription

/// What every target is compiled with, as in the house itself.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// A package of its own, so that adopters never see what only benchmarks need.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "Apus", path: "..", traits: [])],
    targets: [
        .executableTarget(
            name: "CodecBenchmark",
            dependencies: [.product(name: "ApusRuntime", package: "Apus")],
            swiftSettings: settings),
        // Writes its own reference structs and runs the compiler; the runtime is given to it as a compiled module.
        .executableTarget(name: "CompileBenchmark", swiftSettings: settings),
        // The part of the programs that read examples which is the same for all; CorpusRun compiles it with each of them.
        .target(
            name: "ExampleRun",
            dependencies: [.product(name: "ApusRuntime", package: "Apus")],
            swiftSettings: settings),
        // Stands on nothing of Apus: it runs the tool and the compiler as an adopter's build does.
        .executableTarget(name: "CorpusRun", swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
