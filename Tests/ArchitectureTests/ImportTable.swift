/// The allowed imports of each module. The only list: an import that is missing here violates the architecture.
enum ImportTable {
    static let modules: [String: Set<String>] = [
        "ApusPlatform": ["Darwin", "Glibc", "Musl"],
        "ApusJSON": ["ApusPlatform"],
        "ApusRegexp": [],
        "ApusSource": ["ApusJSON", "ApusPlatform", "CLibYAML"] + foundation,
        "ApusOverlays": ["ApusRegexp", "ApusSource"],
        "ApusSpec": ["ApusJSON", "ApusPlatform", "ApusSource"] + foundation,
        "ApusSchemas": ["ApusSource", "ApusSpec"],
        "ApusModel": [],
        "ApusLowering": [
            "ApusJSON", "ApusRegexp", "ApusCodec", "ApusSource", "ApusSpec", "ApusSchemas", "ApusModel",
        ],
        "ApusDiff": ["ApusJSON", "ApusSource", "ApusSpec", "ApusModel", "ApusLowering"],
        "ApusContract": ["ApusJSON", "ApusRegexp", "ApusSource", "ApusSpec"] + foundation,
        "ApusTemplates": [],
        "ApusEmission": ["ApusJSON", "ApusModel", "ApusTemplates"] + foundation,
        "ApusPipeline": [
            "ApusJSON", "ApusPlatform", "ApusSource", "ApusOverlays", "ApusSpec", "ApusModel", "ApusLowering",
            "ApusDiff", "ApusContract", "ApusEmission",
        ] + foundation,
        "apus": ["ApusPipeline", "ApusPlatform", "ApusSource", "ArgumentParser", "CLibCurl"] + foundation,
        "ApusCodec": ["ApusJSON", "ApusPlatform", "ApusRegexp"] + foundation,
        "ApusRuntime": ["ApusJSON", "ApusPlatform", "ApusCodec", "HTTPTypes"] + foundation,
        "ApusXML": ["ApusJSON", "ApusPlatform", "ApusCodec", "ApusRuntime", "CLibXML2"] + foundation,
        "Traits": [],
        "ApusAsyncHTTPClient": [
            "ApusPlatform", "ApusRuntime", "HTTPTypes", "AsyncHTTPClient", "NIOCore", "NIOHTTP1", "NIOPosix", "CZlib",
        ] + foundation,
        "ApusURLSession": ["ApusPlatform", "ApusRuntime", "HTTPTypes", "FoundationNetworking"] + foundation,
        "ApusWebhooks": ["ApusRuntime", "HTTPTypes", "Crypto", "_CryptoExtras"] + foundation,
        "ApusObservability": ["ApusRuntime", "HTTPTypes", "Logging", "CoreMetrics", "Tracing"],
        "ApusExamples": ["ApusCodec", "ApusRuntime"],
        "ApusRecording": ["ApusPlatform", "ApusRuntime", "HTTPTypes"] + foundation,
        "ApusTesting": ["ApusJSON", "ApusPlatform", "ApusRuntime", "ApusRecording", "HTTPTypes", "Testing"]
            + foundation,
        "ApusMock": [
            "ApusJSON", "ApusCodec", "ApusSource", "ApusSpec", "ApusModel", "ApusLowering", "ApusContract",
            "ApusPipeline", "ApusRuntime", "HTTPTypes",
        ],
        "CLibYAML": [],
        "CLibXML2": [],
        "CZlib": [],
        "CLibCurl": [],
    ]

    /// Every generated module, whatever its name.
    static let generated: Set<String> = ["ApusRuntime", "ApusXML"] + foundation

    static let plugins: Set<String> = ["PackagePlugin", "XcodeProjectPlugin", "Foundation"]

    /// Files and folders that use all of Foundation although `FoundationEssentials` exists, with the reason.
    static let wholeFoundation: [String: String] = [
        "Plugins/ApusCommand/ApusCommand.swift": "plugins need Process",
        "Plugins/ApusInspect/ApusInspect.swift": "plugins need Process",
        "Plugins/ApusPlugin/": "PackagePlugin has URLs of Foundation in its interface",
        "Plugins/MappingExamplesPlugin/MappingExamplesPlugin.swift": "the essentials list no folder by its URL",
        "Sources/ApusRuntime/Text/PlatformText+iconv.swift":
            "the tables of encodings on Apple's platforms are CoreFoundation's",
        "Sources/ApusURLSession/": "URLSession is not among the essentials",
    ]

    /// C libraries → the suffixes of the files that may call them, one file for each direction, and one for their
    /// common errors.
    static let foreign = [
        "CLibYAML": ["Reader+libyaml.swift"],
        "CLibXML2": ["Reading+libxml2.swift", "Writing+libxml2.swift", "Errors+libxml2.swift"],
        "CZlib": ["Inflater+zlib.swift"],
        "CLibCurl": ["Download+libcurl.swift"],
    ]

    private static let foundation: Set<String> = ["FoundationEssentials", "Foundation"]
}

private func + (left: Set<String>, right: Set<String>) -> Set<String> {
    left.union(right)
}
