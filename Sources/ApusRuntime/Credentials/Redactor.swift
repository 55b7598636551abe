#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Takes secrets out of what servers and libraries say: of errors, of refusals, of recordings.
///
/// A server quotes what it was sent in its own way, so these spellings are found: as it is, percent-encoded once or twice with digits of either
/// case, as a form, with JSON's escapes, with the references of XML and HTML, and in base64 or base64url, alone or as a part of something longer
/// such as `user:password`; in UTF-8, and in a body that is UTF-16 or UTF-32. Not found are other character sets where a secret is not ASCII,
/// what is percent-encoded more often, hashes, and pieces of a secret. Texts are searched as bytes, in a time that grows with their length.
///
/// What is JSON stays JSON with the same members: there only the strings change that are values, neither names nor numbers.
package struct Redactor: Sendable {
    /// What stands in the place of a secret. It can stand in a JSON string.
    package static let mark = "<redacted>"
    /// Shorter ones would take words apart, and are none.
    private static let shortest = 4

    private let needles: [ByteSearch]

    /// For nothing to hide.
    package static let none = Redactor([])

    /// - Parameter secrets: As they are, not encoded. Those of less than four bytes are passed over.
    package init(_ secrets: [String]) {
        var spellings: Set<[UInt8]> = []
        for secret in secrets {
            let bytes = Array(secret.utf8)
            guard bytes.count >= Self.shortest else { continue }
            spellings.insert(bytes)
            // A form has `+` for a space; escapes are undone before the search.
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
    /// - Parameter contentType: What the server calls it; a text in UTF-16 or UTF-32 stays one.
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
        if keepsJSON, !found.isEmpty, let strings = JSONStringPlaces(bytes) { found = found.flatMap(strings.parts) }
        guard !found.isEmpty else { return nil }
        var output: [UInt8] = []
        var place = 0
        for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > place {
            if range.lowerBound >= place {
                output += bytes[place..<range.lowerBound]
                output += Self.mark.utf8
            }
            place = range.upperBound
        }
        return output + bytes[place...]
    }

    /// What base64 makes of a secret, wherever in the encoded text it begins: of three bytes that become four letters, the letters that
    /// depend on the neighbours are left out.
    private static func base64(_ secret: [UInt8]) -> Set<[UInt8]> {
        var spellings: Set<[UInt8]> = []
        for shift in 0..<3 {
            let encoded = Array(Data([UInt8](repeating: 0, count: shift) + secret).base64EncodedString().utf8)
            let padding = encoded.reversed().prefix { $0 == 0x3D }.count
            // With a neighbour behind it, the last letter before the padding is another one, too.
            let end = encoded.count - (padding == 0 ? 0 : padding + 1)
            let start = shift == 0 ? 0 : shift + 1
            guard end - start >= 2 * shortest else { continue }
            let core = Array(encoded[start..<end])
            spellings.insert(core)
            spellings.insert(core.map { $0 == 0x2B ? 0x2D : $0 == 0x2F ? 0x5F : $0 })
        }
        // Alone, its last letters belong to it.
        let whole = Array(Data(secret).base64EncodedString().utf8)
        let unpadded = Array(whole.prefix { $0 != 0x3D })
        for letters in [whole, unpadded] where unpadded.count >= shortest + 2 {
            spellings.insert(letters)
            spellings.insert(letters.map { $0 == 0x2B ? 0x2D : $0 == 0x2F ? 0x5F : $0 })
        }
        return spellings
    }
}
