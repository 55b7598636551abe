public import ApusCodec

/// A union whose shapes do not distinguish its alternatives, so that decoding decides.
public enum Link: APIUnion {
    case whole(WholeLink)
    case text(TextLink)
    case flag(FlagLink)
    case unknown(JSONValue)

    static let alternatives: [UnionAlternative] = [
        .object(known: ["next", "end"]), .object(known: ["next", "end"]), .object(known: ["next", "end"]),
    ]

    public init(from value: inout ValueReader) {
        self = value.choose(Self.alternatives) { place, value in
            switch place {
            case 0: .whole(value.read())
            case 1: .text(value.read())
            case 2: .flag(value.read())
            default: .unknown(value.read())
            }
        }
    }

    public func write(to value: inout ValueWriter) {
        switch self {
        case .whole(let member): value.write(member)
        case .text(let member): value.write(member)
        case .flag(let member): value.write(member)
        case .unknown(let member): value.writeUnknown(member)
        }
    }
}

public typealias WholeLink = LinkOf<Int>
public typealias TextLink = LinkOf<String>
public typealias FlagLink = LinkOf<Bool>

public struct LinkOf<End: APIValue & Hashable & Codable>: APIObject {
    @OptionalIndirect public var next: Link?
    public var end: End

    public init(next: Link? = nil, end: End) {
        self.next = next
        self.end = end
    }

    public init(from object: inout ObjectReader) {
        _next = .init(object.optional("next"))
        end = object.required("end")
    }

    public func write(to object: inout ObjectWriter) {
        object.write("next", _next.place)
        object.write("end", end)
    }
}

/// A union that only records the selected alternative.
public struct Choice: UnionCoding {
    @TaskLocal static var alternatives: [UnionAlternative] = []

    let place: Int?

    init(place: Int?) { self.place = place }

    public init(from value: inout ValueReader) {
        self = value.choose(Self.alternatives) { place, _ in Choice(place: place) }
    }

    public func write(to value: inout ValueWriter) {}
}
