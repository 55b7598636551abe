import TestSupport
import Testing

/// Rules of Apple's App Store that are kept by what the sources do not contain.
struct AppleRulesTests {
    /// Modules that come into an adopter's app: the products of Package.swift, with all that they import.
    private static let shipped: Set<String> = {
        let package = Repository.read("Package.swift") ?? ""
        var waiting = package.matches(of: /\.library\(name: "(\w+)"/).map { String($0.output.1) }
        var found: Set<String> = []
        while let module = waiting.popLast() {
            guard let imports = ImportTable.modules[module], found.insert(module).inserted else { continue }
            waiting += imports
        }
        return found
    }()

    /// "Required reason APIs" (developer.apple.com/documentation/bundleresources/describing-use-of-required-reason-api): an app that
    /// contains one needs a privacy manifest that gives the reason. Times of files, boot time, disk space, keyboards, defaults.
    private static let reasons = [
        "stat", "lstat", "fstat", "fstatat", "getattrlist", "getattrlistbulk", "getattrlistat", "fgetattrlist",
        "creationDate", "modificationDate", "fileModificationDate", "contentModificationDate", "creationDateKey",
        "contentModificationDateKey", "systemUptime", "mach_absolute_time", "statfs", "fstatfs", "statvfs", "fstatvfs",
        "systemFreeSize", "systemSize", "volumeAvailableCapacityKey", "volumeAvailableCapacityForImportantUsageKey",
        "volumeAvailableCapacityForOpportunisticUsageKey", "volumeTotalCapacityKey", "volumeAvailableCapacity",
        "volumeAvailableCapacityForImportantUsage", "volumeAvailableCapacityForOpportunisticUsage",
        "volumeTotalCapacity", "activeInputModes", "UserDefaults",
    ]

    @Test func nothingThatShipsNeedsAPrivacyManifest() {
        #expect(Self.shipped.isSuperset(of: ["ApusRuntime", "ApusJSON", "ApusPlatform", "ApusURLSession", "ApusXML"]))
        #expect(!Self.shipped.contains("ApusPipeline"))
        let files = Repository.sources.filter { Self.shipped.contains($0.module) }
        expectNone(
            files.flatMap { Self.find(Self.reasons, in: $0) }, "these need a privacy manifest in every app; avoid them")
        let templates = Repository.files(in: "templates", endings: [".mustache"]).map {
            SwiftFile(path: $0, text: Repository.read($0) ?? "")
        }
        expectNone(
            templates.flatMap { Self.find(Self.reasons, in: $0) }, "generated code would need a privacy manifest")
    }

    @Test func theRuleFindsWhatItLooksFor() {
        let text = """
            let a = fstat(number, &status)
            let status = FileStat(), b = URLResourceKey.creationDateKey // stat()
            let c = ProcessInfo.processInfo.systemUptime
            """
        let found = Self.find(Self.reasons, in: SwiftFile(path: "Sources/A/B.swift", text: text))
        #expect(
            found == [
                "Sources/A/B.swift:1: fstat", "Sources/A/B.swift:2: creationDateKey",
                "Sources/A/B.swift:3: systemUptime",
            ])
    }

    @Test func thePlatformIsImportedByOneFile() {
        let files = Repository.sources.filter { file in
            file.imports.contains { ["Darwin", "Glibc", "Musl", "Android", "Bionic", "WinSDK"].contains($0.module) }
        }
        #expect(files.map(\.path) == ["Sources/ApusPlatform/Platform.swift"])
    }

    /// libxml2 and zlib are those of the SDK that an app is built with. A `.brew` provider makes SwiftPM look into Homebrew, too.
    @Test func librariesOfTheSDKAreNotHomebrews() {
        let package = Repository.read("Package.swift") ?? ""
        #expect(package.matches(of: /\.brew\(\[([^\]]*)\]/).map { String($0.output.1) } == ["\"libyaml\""])
        let libraries = package.matches(of: /\bsdkLibrary\("(\w+)"/).map { String($0.output.1) }
        #expect(libraries.sorted() == ["CLibXML2", "CZlib"])
        #expect(package.contains("#if os(macOS)\n        .systemLibrary(name: name)\n"))
        let install = (Repository.read(".ci/setup") ?? "").split(separator: "\n").filter {
            $0.contains("brew install")
        }
        #expect(install.count == 1)
        expectNone(
            install.filter { $0.contains("libxml2") || $0.contains("zlib") }.map(String.init),
            ".ci/setup installs what Apple's SDKs bring")
    }

    /// Whole words, outside of comments and literals.
    private static func find(_ words: [String], in file: SwiftFile) -> [String] {
        let known = Set(words)
        return file.code.enumerated().flatMap { index, line in
            line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.filter { known.contains(String($0)) }
                .map { "\(file.path):\(index + 1): \($0)" }
        }
    }
}
