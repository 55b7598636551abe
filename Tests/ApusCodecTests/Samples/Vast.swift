import ApusCodec

/// 32 KiB in memory and a few bytes on the wire, as models of very many members are.
struct Vast: APIObject {
    private struct Eight<Part: Sendable>: Sendable {
        let parts: (Part, Part, Part, Part, Part, Part, Part, Part)

        init(_ part: Part) { parts = (part, part, part, part, part, part, part, part) }
    }

    private let numbers: Eight<Eight<Eight<Eight<Int>>>>

    var value: Int { numbers.parts.0.parts.0.parts.0.parts.0 }

    init(from object: inout ObjectReader) { numbers = Eight(Eight(Eight(Eight(object.required("first"))))) }

    func write(to object: inout ObjectWriter) { object.write("first", value) }
}
