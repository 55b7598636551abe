import ApusModel
import ApusSource
import ApusSpec

extension Lowerer {
    /// The adopter's type that `x-apus-type` names. A document may come from anywhere, so nothing but a name gets from there into code.
    func readTypeName(of schema: Schema) -> TypeRef? {
        guard !schema.extensions.entries.isEmpty, let node = schema.extensions["x-apus-type"] else { return nil }
        if let name = node.string, Self.isTypeName(name) { return Formats.configured(name) }
        let fault = RuleReader.Fault(
            kind: .wrongValue(name: "it", expected: "the name of a Swift type, such as Money or Billing.Money"),
            node: node, pointer: schema.id.pointer + "/x-apus-type")
        diagnostics.report(.invalidExtension("x-apus-type", fault))
        return nil
    }

    /// Identifiers in ASCII, joined by dots, none of which Swift reserves.
    static func isTypeName(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            let name = String(part)
            let isWord = part.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
            return isWord && part.first?.isLetter == true && Keywords.escape(name) == name && name != "Type"
                && name != "Protocol"
        }
    }
}
