import ApusRuntime
import ApusXML

/// Bodies of which as little text as possible makes as much as possible: what a bound on bytes bounds in memory.
///
/// Printed by `GrowthRun memory`, which ``MemoryTable`` does; the sizes are bytes.
extension RuntimeShapes {
    static let memory: [GrowthShape] = [
        kept("JSONValue, numbers", "0,") { try JSONDecoding.decode(JSONValue.self, from: $0) },
        kept("JSONValue, objects", "{},") { try JSONDecoding.decode(JSONValue.self, from: $0) },
        kept("JSONValue, arrays", "[],") { try JSONDecoding.decode(JSONValue.self, from: $0) },
        kept("JSONValue, objects of one member", "{\"\":0},") { try JSONDecoding.decode(JSONValue.self, from: $0) },
        kept("JSONValue, short strings", "\"\",") { try JSONDecoding.decode(JSONValue.self, from: $0) },
        kept("JSONValue, strings of 16 bytes", "\"0123456789abcdef\",") {
            try JSONDecoding.decode(JSONValue.self, from: $0)
        },
        kept("[Int]", "0,") { try JSONDecoding.decode([Int].self, from: $0) },
        kept("[String], short", "\"\",") { try JSONDecoding.decode([String].self, from: $0) },
        kept("models of one member", "{\"name\":\"\"},") { try JSONDecoding.decode([RuntimeItem].self, from: $0) },
        kept("models with unknown members", "{\"name\":\"\",\"\":0},") {
            try JSONDecoding.decode([RuntimeItem].self, from: $0)
        },
        kept("models of text", "{\"name\":\"\(String(repeating: "text ", count: 40))\"},") {
            try JSONDecoding.decode([RuntimeItem].self, from: $0)
        },
        element("XML, models", "<item><name/></item>", "<item><name/>", "</item>"),
        element("XML, elements that nobody knows", "<n/>", "<item><name/>", "</item>"),
        element("XML, attributes", "<n a=''/>", "<item><name/>", "</item>"),
        element("XML, text", "text ", "<item><name>", "</name></item>"),
    ]

    /// An array of one item, over and over, with what was read of it in memory.
    private static func kept<Value>(
        _ name: String, _ item: String, _ read: @escaping @Sendable ([UInt8]) throws -> Value
    ) -> GrowthShape {
        GrowthShape(name: "memory: " + name) { size in
            var bytes = fill(size, "[", item, "]")
            bytes.remove(at: bytes.count - 2)
            return .init(bytes: bytes.count) {
                let value = try read(bytes)
                return withExtendedLifetime(value) { "\(bytes.count / item.utf8.count) items" }
            }
        }
    }

    private static func element(_ name: String, _ item: String, _ start: String, _ end: String) -> GrowthShape {
        GrowthShape(name: "memory: " + name) { size in
            let bytes = fill(min(size, XMLLimits.standard.bytes), start, item, end)
            return .init(bytes: bytes.count) {
                let coder = XMLCoder(.element("item"), .model(RuntimeItem.self))
                do {
                    let value = try coder.decode(RuntimeItem.self, from: bytes)
                    return withExtendedLifetime(value) { "\(value.items?.count ?? 0) items" }
                } catch let problem as DecodingProblem {
                    return "refused: " + problem.expected
                }
            }
        }
    }

    /// As bytes at once, since text in between would be counted, too.
    private static func fill(_ size: Int, _ start: String, _ item: String, _ end: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size + item.utf8.count + end.utf8.count)
        bytes += start.utf8
        let item = Array(item.utf8)
        while bytes.count + item.count + end.utf8.count <= size { bytes += item }
        bytes += end.utf8
        return bytes
    }
}

/// How many bytes of memory each byte of a body takes at the peak of reading it, the body included.
enum MemoryTable {
    /// The bound of a client that sets none. XML has a smaller one.
    private static let size = CallOptions.standardBodyLimit

    static func print() throws {
        Swift.print(
            "| body | MiB | peak, MiB | bytes for each byte | CPU s | read as |\n|---|---|---|---|---|---|")
        for shape in RuntimeShapes.memory {
            guard let start = try Measurement.measure(shape, size: 256),
                let one = try Measurement.measure(shape, size: size)?.net(of: start)
            else {
                Swift.print("| \(shape.name) | | no end | | | |")
                continue
            }
            let factor = Double(one.peakMebibytes << 20) / Double(one.bytes)
            let tenths = Int((factor * 10).rounded())
            let name = shape.name.dropFirst("memory: ".count)
            let seconds = Double(Int(one.seconds * 100)) / 100
            Swift.print(
                "| \(name) | \(one.bytes >> 20) | \(one.peakMebibytes) | \(tenths / 10).\(tenths % 10) | \(seconds) | \(one.outcome) |"
            )
        }
    }
}
