public import ApusCodec

/// A union with a discriminator.
public enum Animal: APIUnion {
    case cat(Cat)
    case dog(Dog)
    case unknown(JSONValue)

    public init(from value: inout ValueReader) {
        self = value.choose(by: "kind") { name, value in
            switch name {
            case "cat": .cat(value.read())
            case "dog": .dog(value.read())
            default: .unknown(value.read())
            }
        }
    }

    public func write(to value: inout ValueWriter) {
        switch self {
        case .cat(let member): value.write(member, discriminator: "kind", "cat")
        case .dog(let member): value.write(member, discriminator: "kind", "dog")
        case .unknown(let member): value.writeUnknown(member)
        }
    }
}

public struct Cat: APIObject {
    public var kind: String?
    public var lives: Int

    public init(kind: String? = nil, lives: Int) {
        self.kind = kind
        self.lives = lives
    }

    public init(from object: inout ObjectReader) {
        kind = object.optional("kind")
        lives = object.required("lives")
    }

    public func write(to object: inout ObjectWriter) {
        object.write("kind", kind)
        object.write("lives", lives)
    }
}

public struct Dog: APIObject {
    public var barks: Bool

    public init(barks: Bool) { self.barks = barks }

    public init(from object: inout ObjectReader) { barks = object.required("barks") }

    public func write(to object: inout ObjectWriter) { object.write("barks", barks) }
}

/// A union without a discriminator.
public enum Target: APIUnion {
    case text(String)
    case card(Card)
    case numbers([Int])
    case account(Account)
    case whole(Int)
    case fraction(Double)
    case unknown(JSONValue)

    static let alternatives: [UnionAlternative] = [
        .string, .object(required: ["id"], known: ["id", "name"], constants: ["type": "card"]), .array,
        .object(required: ["id"], known: ["id", "iban"]), .integer, .number,
    ]

    public init(from value: inout ValueReader) {
        self = value.choose(Self.alternatives) { place, value in
            switch place {
            case 0: .text(value.read())
            case 1: .card(value.read())
            case 2: .numbers(value.read())
            case 3: .account(value.read())
            case 4: .whole(value.read())
            case 5: .fraction(value.read())
            default: .unknown(value.read())
            }
        }
    }

    public func write(to value: inout ValueWriter) {
        switch self {
        case .text(let member): value.write(member)
        case .card(let member): value.write(member)
        case .numbers(let member): value.write(member)
        case .account(let member): value.write(member)
        case .whole(let member): value.write(member)
        case .fraction(let member): value.write(member)
        case .unknown(let member): value.writeUnknown(member)
        }
    }
}

public struct Card: APIObject {
    public var id: String
    public var name: String?

    public init(from object: inout ObjectReader) {
        id = object.required("id")
        name = object.optional("name")
    }

    public func write(to object: inout ObjectWriter) {
        object.write("id", id)
        object.write("name", name)
    }
}

public struct Account: APIObject {
    public var id: String
    public var iban: String?

    public init(from object: inout ObjectReader) {
        id = object.required("id")
        iban = object.optional("iban")
    }

    public func write(to object: inout ObjectWriter) {
        object.write("id", id)
        object.write("iban", iban)
    }
}

/// Number enum.
public enum Level: APIEnum {
    case off, low
    case unknown(Double)

    public init(rawValue: Double) {
        switch rawValue {
        case 0: self = .off
        case -1: self = .low
        default: self = .unknown(rawValue)
        }
    }

    public var rawValue: Double {
        switch self {
        case .off: 0
        case .low: -1
        case .unknown(let value): value
        }
    }

    public static let allCases: [Level] = [.off, .low]
}
