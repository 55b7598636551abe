/// The members of a JSON object in order. Names are unique: setting one again replaces its value in place. They are
/// compared by their bytes: `é` as one code point and as two are different names (RFC 8259, section 8.3).
public struct JSONObject: Sendable {
    /// One member.
    public struct Member: Sendable, Hashable {
        /// The name.
        public let key: String
        /// The value.
        public var value: JSONValue

        /// Creates a member.
        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    private var members: [Member]

    /// An empty object.
    public init() { members = [] }

    /// The last of several members with equal names counts.
    public init<Members: Sequence>(_ members: Members) where Members.Element == Member {
        self.members = []
        var indices: [ByteText: Int] = [:]
        for member in members {
            let key = ByteText(member.key)
            if let index = indices[key] {
                self.members[index].value = member.value
            } else {
                indices[key] = self.members.count
                self.members.append(member)
            }
        }
    }

    package init(unique members: [Member]) { self.members = members }

    /// The value of a member; nil removes it.
    public subscript(key: String) -> JSONValue? {
        get { members.first { $0.key.isSame(as: key) }?.value }
        set {
            let index = members.firstIndex { $0.key.isSame(as: key) }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    /// The names, in order.
    public var keys: [String] { members.map(\.key) }

    /// The members by name. `String` treats canonically equivalent names as equal, and the time for that is quadratic
    /// in the number of consecutive combining marks: for names from untrusted sources, use this type instead.
    public var dictionary: [String: JSONValue] {
        Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    }

    /// The members by the bytes of their names.
    var byBytes: [ByteText: JSONValue] {
        Dictionary(members.map { (ByteText($0.key), $0.value) }, uniquingKeysWith: { $1 })
    }
}

extension JSONObject: RandomAccessCollection {
    /// Zero.
    public var startIndex: Int { members.startIndex }
    /// The number of members.
    public var endIndex: Int { members.endIndex }
    /// The member at a position.
    public subscript(position: Int) -> Member { members[position] }
}

extension JSONObject: Hashable {
    /// Compares without regard to the order of members (RFC 8259 §4).
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        JSONValue.object(left) == JSONValue.object(right)
    }

    /// Hashes the members without regard to their order.
    public func hash(into hasher: inout Hasher) { JSONValue.object(self).hash(into: &hasher) }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// The last of several members with equal names counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements.map { Member(key: $0.0, value: $0.1) })
    }
}
