internal import ApusJSON
internal import ApusRuntime

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The body of a success.
enum CallAnswer: Sendable {
    case none
    case json(JSONValue)
    case text(String)
    case bytes([UInt8])

    static func read(_ response: inout ResponseReader) -> CallAnswer {
        if response.bytes.isEmpty { return .none }
        let type = (response.contentType ?? "application/json").prefix { $0 != ";" }.lowercased()
        if type.hasSuffix("/json") || type.hasSuffix("+json") { return .json(response.json()) }
        if type.hasPrefix("text/") || type.hasSuffix("xml") { return .text(response.text()) }
        return .bytes([UInt8](response.data()))
    }

    /// The value at a JSON pointer (RFC 6901); nil where there is none.
    func value(at pointer: String) -> JSONValue? {
        guard case .json(var value) = self else { return nil }
        for token in JSONPointer.split(pointer) {
            let next = value.array == nil ? value[token] : Int(token).flatMap { value[$0] }
            guard let next else { return nil }
            value = next
        }
        return value
    }
}
