import TestSupport
import Testing

/// Modules with untrusted text compare, hash and split it by its bytes (`ByteText`): Swift's `String` takes quadratic
/// time for its combining marks.
struct ByteTextTests {
    /// Folders and files.
    private static let rooms = [
        "Sources/ApusCodec/Coding", "Sources/ApusCodec/JSON", "Sources/ApusCodec/Text", "Sources/ApusCodec/Validation",
        "Sources/ApusRuntime/Cookies", "Sources/ApusRuntime/Multipart", "Sources/ApusRuntime/Responses",
        "Sources/ApusRuntime/Streams", "Sources/ApusRuntime/Text", "Sources/ApusXML/Coding", "Sources/ApusXML/Model",
        "Sources/ApusXML/Text",
    ]

    /// Code that compares such text by canonical equivalence. Searched in code.
    private static let words = [
        "[String:", "Set<String>", ".hasPrefix(", ".hasSuffix(", ".split(separator: \"", ".lowercased()",
        ".contains(\"", "namespace ==", "namespace !=", ".name ==", ".name !=",
    ]

    /// Files in which this code handles other text, or is part of the public interface, with the reason.
    private static let exemptions = [
        "Sources/ApusCodec/Coding/NumberOrText.swift": "dictionaries of models; their keys are bounded",
        "Sources/ApusCodec/Coding/ObjectReader.swift": "dictionaries of models; their keys are bounded",
        "Sources/ApusCodec/Coding/ObjectWriter.swift": "dictionaries of models; nothing is looked up",
        "Sources/ApusCodec/Coding/UnionAlternative.swift": "names of the document, made to ByteText at once",
        "Sources/ApusCodec/Coding/ValueReader.swift": "dictionaries of models; their keys are bounded",
        "Sources/ApusCodec/Coding/ValueWriter.swift": "dictionaries of models; nothing is looked up",
        "Sources/ApusRuntime/Cookies/CookieDate.swift": "three bytes",
        "Sources/ApusRuntime/Cookies/CookieJar+Cookie.swift": "a domain of 1,024 bytes at most",
        "Sources/ApusRuntime/Cookies/CookieScope.swift": "of a request, not of an answer",
        "Sources/ApusRuntime/Cookies/CookieStore.swift": "by the host of a request",
        "Sources/ApusRuntime/Cookies/PublicSuffixes.swift": "a domain of 1,024 bytes at most",
        "Sources/ApusCodec/Coding/JSONLookup.swift": "pointers of the document",
        "Sources/ApusCodec/JSON/JSONObject.swift": "a dictionary for who asks for one, with a warning",
        "Sources/ApusRuntime/Multipart/FilePart.swift": "a path of the file system",
        "Sources/ApusRuntime/Multipart/MultipartDecoder.swift": "names of the document, made to ByteText at once",
        "Sources/ApusRuntime/Multipart/MultipartEncoder.swift": "names of the document",
        "Sources/ApusRuntime/Multipart/RequestWriter+Multipart.swift": "names of the document",
        "Sources/ApusRuntime/Responses/RejectionRule.swift": "ids of operations",
        "Sources/ApusRuntime/Responses/ResponseProbe.swift": "names of the document",
        "Sources/ApusRuntime/Responses/ResponseReader+Forms.swift": "names of the document",
        "Sources/ApusRuntime/Streams/EventParser.swift": "code points",
        "Sources/ApusXML/Text/XMLScope.swift": "prefixes of what is written",
    ]

    @Test func textFromOutsideIsComparedByItsBytes() {
        var problems: [String] = []
        var used: Set<String> = []
        for file in Repository.sources where Self.rooms.contains(where: { file.path.hasPrefix($0 + "/") }) {
            for (index, line) in file.code.enumerated() {
                // Testing for nil is not a comparison of text.
                let line = line.replacing("== nil", with: "").replacing("!= nil", with: "")
                for word in Self.words where line.contains(word) {
                    used.insert(file.path)
                    if Self.exemptions[file.path] == nil { problems.append("\(file.path):\(index + 1): \(word)") }
                }
            }
        }
        expectNone(
            problems, "compare text from outside by its bytes: ByteText, isSame(as:), begins(with:), pieces(between:)")
        expectNone(
            Self.exemptions.keys.filter { !used.contains($0) }.sorted(), "these exemptions are needed no longer")
    }
}
