#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The text of a UUID.
enum UUIDText {
    static let zero: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)

    static func parse(_ text: UnsafeBufferPointer<UInt8>) -> UUID? {
        text.count == 36 ? UUID(uuidString: String(decoding: text, as: UTF8.self)) : nil
    }
}
