public import ApusCodec
public import Foundation

/// A model as the generator prints it, with every kind of member.
public struct Pet: APIObject {
    public var petID: String
    public var name: String?
    public var bornAt: Date?
    public var owner: Owner?
    public var nickname: Nullable<String>
    public var tags: [String]?
    public var status: Status
    public var createdBy: String?
    public var password: SecretString?
    @OptionalIndirect public var parent: Pet?
    public var additionalProperties: [String: JSONValue]

    public init(
        petID: String, name: String? = nil, bornAt: Date? = nil, owner: Owner?, nickname: Nullable<String> = .absent,
        tags: [String]? = nil, status: Status = .available, createdBy: String? = nil, password: SecretString? = nil,
        parent: Pet? = nil, additionalProperties: [String: JSONValue] = [:]
    ) {
        self.petID = petID
        self.name = name
        self.bornAt = bornAt
        self.owner = owner
        self.nickname = nickname
        self.tags = tags
        self.status = status
        self.createdBy = createdBy
        self.password = password
        self.parent = parent
        self.additionalProperties = additionalProperties
    }

    public init(from object: inout ObjectReader) {
        petID = object.required("pet_id")
        name = object.optional("name")
        bornAt = object.optional("born_at")
        owner = object.nullable("owner")
        nickname = object.tristate("nickname")
        tags = object.optional("tags")
        status = object.optional("status") ?? .available
        createdBy = object.optional("created_by")
        password = object.optional("password")
        _parent = .init(object.optional("parent"))
        additionalProperties = object.additionalProperties()
    }

    public func write(to object: inout ObjectWriter) {
        object.write("pet_id", petID)
        object.write("name", name)
        object.write("born_at", bornAt)
        object.writeNullable("owner", owner)
        object.write("nickname", nickname)
        object.write("tags", tags)
        object.write("status", status)
        object.writeReadOnly("created_by", createdBy)
        object.write("password", password)
        object.write("parent", _parent.place)
        object.writeAdditional(additionalProperties)
    }

    public enum Status: APIEnum {
        case available, sold
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "available": self = .available
            case "sold": self = .sold
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .available: "available"
            case .sold: "sold"
            case .unknown(let value): value
            }
        }

        public static let allCases: [Status] = [.available, .sold]
    }
}

public struct Owner: APIObject {
    public var id: Int
    public var pets: [Pet]?
    public var parents: [Owner?]?

    public init(id: Int, pets: [Pet]? = nil, parents: [Owner?]? = nil) {
        self.id = id
        self.pets = pets
        self.parents = parents
    }

    public init(from object: inout ObjectReader) {
        id = object.required("id")
        pets = object.optional("pets")
        parents = object.optional("parents")
    }

    public func write(to object: inout ObjectWriter) {
        object.write("id", id)
        object.write("pets", pets)
        object.write("parents", parents)
    }
}
