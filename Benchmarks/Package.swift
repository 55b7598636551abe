// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that adopters never see what only benchmarks need.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "Apus", path: "..")],
    targets: [
        .executableTarget(
            name: "CodecBenchmark",
            dependencies: [.product(name: "ApusRuntime", package: "Apus")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
