#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Removes secrets from text of servers and libraries: from errors, refused tokens and recordings.
///
/// A server may encode what it quotes, so these encodings are found, in UTF-8: verbatim, percent-encoded once with
/// digits of either case, as a form, with JSON escapes, with XML and HTML references, and in base64 or base64url, alone
/// or as a part of a longer text such as `user:password`. Other character encodings (UTF-16, UTF-32), text that is
/// percent-encoded twice, hashes, and parts of a secret are not found. Texts are searched as bytes, in linear time.
///
/// JSON stays JSON with the same members: only string values change, neither names nor numbers.
package struct Redactor: Sendable {
    /// The replacement of a secret. It is valid inside a JSON string.
    package static let mark = "<redacted>"
    /// Shorter texts are no secrets and would match ordinary words.
    private static let shortest = 4

    private let needles: [ByteSearch]

    /// A redactor without secrets.
    package static let none = Redactor([])

    /// - Parameter secrets: The secrets, not encoded. Those of less than four bytes are ignored.
    package init(_ secrets: [String]) {
        var spellings: Set<[UInt8]> = []
        for secret in secrets {
            let bytes = Array(secret.utf8)
            guard bytes.count >= Self.shortest else { continue }
            spellings.insert(bytes)
            // A form has `+` for a space; escapes are decoded before the search.
            spellings.insert(bytes.map { $0 == 0x20 ? 0x2B : $0 })
            spellings.formUnion(Self.base64(bytes))
        }
        needles = spellings.sorted { $0.count > $1.count }.map(ByteSearch.init)
    }

    /// The text without the secrets.
    package func redact(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let redacted = replace(in: bytes) else { return text }
        return String(decoding: redacted, as: UTF8.self)
    }

    /// The bytes of a text, such as a body, without the secrets; of JSON only values that are strings change.
    ///
    /// - Parameter contentType: The content type from the server; a text in UTF-16 or UTF-32 stays one.
    package func redact(_ bytes: [UInt8], contentType: String? = nil) -> [UInt8] {
        if !needles.isEmpty, let wide = WideText(bytes, contentType: contentType),
            let redacted = replace(in: Array(wide.text.utf8), keepsJSON: true)
        {
            return wide.encode(String(decoding: redacted, as: UTF8.self))
        }
        return replace(in: bytes, keepsJSON: true) ?? bytes
    }

    /// Nil where there is nothing to replace.
    private func replace(in bytes: [UInt8], keepsJSON: Bool = false) -> [UInt8]? {
        guard !needles.isEmpty, !bytes.isEmpty else { return nil }
        var found: [Range<Int>] = []
        for view in UnescapedBytes.views(of: bytes) {
            for needle in needles { found += needle.matches(in: view.bytes).map(view.source) }
        }
        if keepsJSON, !found.isEmpty, let strings = JSONStringRanges(bytes) { found = found.flatMap(strings.parts) }
        guard !found.isEmpty else { return nil }
        var output: [UInt8] = []
        var index = 0
        for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > index {
            if range.lowerBound >= index {
                output += bytes[index..<range.lowerBound]
                output += Self.mark.utf8
            }
            index = range.upperBound
        }
        return output + bytes[index...]
    }

    /// The base64 forms of a secret at every alignment in an encoded text: letters that depend on neighboring bytes are
    /// omitted.
    private static func base64(_ secret: [UInt8]) -> Set<[UInt8]> {
        var spellings: Set<[UInt8]> = []
        for shift in 0..<3 {
            let encoded = Array(Data([UInt8](repeating: 0, count: shift) + secret).base64EncodedString().utf8)
            let padding = encoded.reversed().prefix { $0 == 0x3D }.count
            // With a neighboring byte after it, the last letter before the padding differs as well.
            let end = encoded.count - (padding == 0 ? 0 : padding + 1)
            let start = shift == 0 ? 0 : shift + 1
            guard end - start >= 2 * shortest else { continue }
            let core = Array(encoded[start..<end])
            spellings.insert(core)
            spellings.insert(core.map { $0 == 0x2B ? 0x2D : $0 == 0x2F ? 0x5F : $0 })
        }
        // Without neighbors, its last letters belong to it.
        let whole = Array(Data(secret).base64EncodedString().utf8)
        let unpadded = Array(whole.prefix { $0 != 0x3D })
        for letters in [whole, unpadded] where unpadded.count >= shortest + 2 {
            spellings.insert(letters)
            spellings.insert(letters.map { $0 == 0x2B ? 0x2D : $0 == 0x2F ? 0x5F : $0 })
        }
        return spellings
    }
}
