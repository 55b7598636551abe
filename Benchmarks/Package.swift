// swift-tools-version: 6.1
import PackageDescription

/// The compiler settings of every target, as in the main package.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// A separate package, so that adopters never resolve dependencies of benchmarks.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "Apus", path: "..", traits: [])],
    targets: [
        .executableTarget(
            name: "CodecBenchmark",
            dependencies: [.product(name: "ApusRuntime", package: "Apus")],
            swiftSettings: settings),
        // Writes its own reference structs and runs the compiler; it gets the runtime as a compiled module.
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
