import ApusCodec
import ApusLowering
import ApusRuntime
import ApusSource
import ApusSpec

/// Forms (`application/x-www-form-urlencoded`).
enum FormText {
    static func write(_ value: JSONValue) -> String {
        (value.object ?? JSONObject()).compactMap { member in
            member.value.scalarText.map { "\(encode(member.key))=\(encode($0))" }
        }.joined(separator: "&")
    }

    private static func encode(_ text: String) -> String {
        text.utf8.map { byte -> String in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}

/// XML of a value, by the names that the schema gives to elements and attributes (OpenAPI 3.2, "XML Object").
enum XMLText {
    static func write(_ value: JSONValue, root: Schema?, _ mock: MockDocument) -> String {
        let name = root?.xml?.name ?? root?.id.pointer.split(separator: "/").last.map(String.init) ?? "root"
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + element(name, value, root, mock, remaining: 32)
    }

    private static func element(
        _ name: String, _ value: JSONValue, _ schema: Schema?, _ mock: MockDocument, remaining: Int
    ) -> String {
        guard remaining > 0 else { return "" }
        let tag = safe(name)
        switch value {
        case .array(let items):
            let own = schema?.array.items
            let inner = own.map { mock.document.resolve($0) }
            let itemName = own?.xml?.name ?? inner?.xml?.name ?? (schema?.xml?.isWrapped == true ? "item" : name)
            let text = items.map { element(itemName, $0, inner, mock, remaining: remaining - 1) }.joined()
            return schema?.xml?.isWrapped == true ? "<\(tag)>\(text)</\(tag)>" : text
        case .object(let members):
            var attributes = ""
            var content = ""
            for member in members {
                let property = schema.flatMap { schema in
                    mock.examples.members(of: schema).first { SourceKey.areSame($0.name, member.key) }?.schema
                }
                let inner = property.map { mock.document.resolve($0) }
                let xml = property?.xml ?? inner?.xml
                let name = xml?.name ?? member.key
                if xml?.nodeType == .attribute, let text = member.value.scalarText {
                    attributes += " \(safe(name))=\"\(escape(text))\""
                } else {
                    content += element(name, member.value, inner, mock, remaining: remaining - 1)
                }
            }
            return "<\(tag)\(attributes)>\(content)</\(tag)>"
        case .null: return ""
        case .string, .number, .bool: return "<\(tag)>\(escape(value.scalarText ?? ""))</\(tag)>"
        }
    }

    private static func safe(_ name: String) -> String {
        let bytes = name.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): byte
            default: UInt8(ascii: "_")
            }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return bytes.first.map { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E } ?? true ? "_" + text : text
    }

    private static func escape(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "<": "&lt;"
            case ">": "&gt;"
            case "&": "&amp;"
            case "\"": "&quot;"
            case "\t", "\n": String(scalar)
            default: scalar.value < 0x20 ? "" : String(scalar)
            }
        }.joined()
    }
}

/// Bytes of files.
enum BinarySample {
    static func bytes(of essence: String) -> [UInt8] {
        switch essence {
        case "image/png": png
        case "image/gif": Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF] + gifData
        case "application/pdf": Array("%PDF-1.4\n%%EOF\n".utf8)
        case "application/zip": [0x50, 0x4B, 5, 6] + Array(repeating: 0, count: 18)
        default: Array("sample bytes\n".utf8)
        }
    }

    /// One transparent pixel.
    private static let png: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1,
        8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 0x0D, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x62, 0, 1, 0, 0, 5,
        0,
        1, 0x0D, 0x0A, 0x2D, 0xB4, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]

    private static let gifData: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]
}
