import ApusJSON
import ApusModel

/// A walk from the value of an operation to a value inside it, by a JSON pointer.
struct ValueWalk {
    /// The reason why a pointer leads nowhere.
    struct Misfit: Error {
        var reason: String
    }

    private(set) var type: TypeRef
    let types: [TypeID: TypeDecl]
    /// Whether only members count that the document names: an object of any members has every one.
    private let isStrict: Bool
    private(set) var steps: [AccessStep] = []
    private(set) var isOptional = false

    private init(type: TypeRef, types: [TypeID: TypeDecl], isStrict: Bool) {
        self.type = type
        self.types = types
        self.isStrict = isStrict
    }

    /// The walk to a pointer, before its end is looked at.
    ///
    /// - Parameter isStrict: Whether only members count that the document names.
    static func go(
        to pointer: String, in success: SuccessDecl, _ types: [TypeID: TypeDecl], isStrict: Bool = false
    ) -> Result<ValueWalk, Misfit> {
        guard case .single(let response) = success, response.payloads.count == 1, let payload = response.payloads.first
        else { return .failure(Misfit(reason: "its answer has no single form")) }
        guard payload.coding.mayBeJSON else { return .failure(Misfit(reason: "its answer is not JSON")) }
        var walk = ValueWalk(type: payload.type, types: types, isStrict: isStrict)
        for token in JSONPointer.split(pointer) {
            guard walk.enter(token) else {
                return .failure(Misfit(reason: "its answer has no \"\(token)\" on the way to \(pointer)"))
            }
        }
        return .success(walk)
    }

    /// Descends to a member; returns false where there is none.
    private mutating func enter(_ key: String) -> Bool {
        var isOpen = open()
        unwrap(&isOpen)
        switch type {
        case .json where !isStrict:
            steps.append(.key(key))
            type = .optional(.json)
        case .dictionary(let value) where !isStrict:
            steps.append(.key(key))
            type = .optional(value)
        case .named(let id):
            guard case .structure(let decl)? = types[id] else { return false }
            return enter(key, of: decl)
        default: return false
        }
        return true
    }

    private mutating func enter(_ key: String, of decl: StructDecl) -> Bool {
        if let property = decl.properties.first(where: { $0.key == key }) {
            steps.append(.member(property.name))
            type = property.declaredType
            return true
        }
        guard !isStrict, let additional = decl.additional else { return false }
        steps += [.member(decl.additionalName), .key(key)]
        type = .optional(additional)
        return true
    }

    /// The type of the value itself, without optionality; aliases keep their names.
    mutating func finishValue() -> TypeRef {
        var isOpen = false
        while true {
            switch type {
            case .optional(let inner): (type, isOpen) = (inner, true)
            case .tristate(let inner):
                unwrap(&isOpen)
                steps.append(.wrapped)
                (type, isOpen) = (inner, true)
            case .indirect(let inner): type = inner
            case .named(let id):
                guard case .alias(let decl)? = types[id], decl.target.isOptional else { return type }
                type = decl.target
            default: return type
            }
        }
    }

    /// The type of an item; nil where the walk does not end at a list.
    mutating func finishList() -> TypeRef? {
        let isOpen = open()
        if isOpen { isOptional = true }
        switch type {
        case .array(let item): return item
        case .json:
            if isOpen { steps.append(.unwrap) }
            steps.append(.array)
            isOptional = true
            return .json
        default: return nil
        }
    }

    /// Resolves aliases and boxes to the type that has members; true when that is still an optional.
    private mutating func open() -> Bool {
        var isOpen = false
        while true {
            switch type {
            case .optional(let inner):
                type = inner
                isOpen = true
            case .tristate(let inner):
                unwrap(&isOpen)
                steps.append(.wrapped)
                type = inner
                isOpen = true
            case .indirect(let inner): type = inner
            case .named(let id):
                guard case .alias(let decl)? = types[id] else { return isOpen }
                type = decl.target
            default: return isOpen
            }
        }
    }

    private mutating func unwrap(_ isOpen: inout Bool) {
        guard isOpen else { return }
        steps.append(.unwrap)
        isOptional = true
        isOpen = false
    }
}

extension TypeRef {
    fileprivate var isOptional: Bool {
        switch self {
        case .optional, .tristate: true
        case .indirect(let inner): inner.isOptional
        case .scalar, .named, .array, .quoted, .numberOrText, .dictionary, .json, .external: false
        }
    }
}
