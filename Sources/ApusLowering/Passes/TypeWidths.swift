import ApusModel

/// The estimated number of memory words of an inline value: the content of an array or a box is elsewhere, and the
/// value counts as its pointer.
///
/// Only the order of magnitude matters: the compiler's layout is denser than this sum, and differs by version and
/// platform.
struct TypeWidths {
    private let declared: [TypeID: TypeDecl]
    private var widths: [TypeID: Int] = [:]

    init(_ declared: [TypeID: TypeDecl]) { self.declared = declared }

    /// Records a type's width, for the types that contain it. Its inline content must have been recorded before.
    mutating func note(_ type: TypeDecl) { widths[type.header.id] = width(of: type) }

    func width(of type: TypeDecl) -> Int {
        switch type {
        case .structure(let decl):
            decl.properties.reduce(0) { $0 + width(of: $1) } + (decl.additional == nil ? 0 : 1)
                + (decl.unknownName == nil ? 0 : Self.unknownMembers)
        // A tag, and the widest of the cases; `unknown` contains a JSON value.
        case .union(let decl): decl.cases.reduce(Self.json) { max($0, width(of: $1.type)) } + 1
        case .tuple(let decl): decl.items.reduce(0) { $0 + width(of: $1) } + (decl.rest == nil ? 0 : 1)
        case .enumeration(let decl): max(1, width(of: decl.rawType))
        case .alias(let decl): width(of: decl.target)
        }
    }

    func width(of property: PropertyDecl) -> Int { width(of: property.declaredType) }

    func width(of type: TypeRef) -> Int {
        switch type {
        case .scalar(let scalar), .numberOrText(let scalar), .quoted(let scalar): Self.width(of: scalar)
        case .named(let id): widths[id] ?? 1
        case .array, .dictionary, .indirect: 1
        // Numbers and dates use every bit, so nil needs an additional word.
        case .optional(.scalar(let scalar)), .tristate(.scalar(let scalar)):
            Self.width(of: scalar) + (Self.isFull(scalar) ? 1 : 0)
        case .optional(let inner), .tristate(let inner): width(of: inner)
        case .json: Self.json
        case .external: Self.external
        }
    }

    /// The types inside a value of this one.
    func inline(_ type: TypeDecl) -> [TypeID] { type.memberTypes.compactMap(inline) }

    private func inline(_ type: TypeRef) -> TypeID? {
        switch type {
        case .named(let id): id
        case .optional(let inner), .tristate(let inner): inline(inner)
        case .array, .dictionary, .indirect, .scalar, .quoted, .numberOrText, .json, .external: nil
        }
    }

    private static let json = 3
    private static let unknownMembers = 2
    /// An adopter's type is usually a single value.
    private static let external = 2

    private static func width(of scalar: ScalarType) -> Int {
        switch scalar {
        case .bool, .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64, .double, .float,
            .date,
            .null:
            1
        case .string, .secretString, .data, .uuid, .url: 2
        case .decimal, .calendarDate: 3
        case .file: 8
        }
    }

    private static func isFull(_ scalar: ScalarType) -> Bool {
        switch scalar {
        case .int, .int64, .uint, .uint64, .double, .date, .decimal, .uuid, .calendarDate: true
        case .bool, .int8, .int16, .int32, .uint8, .uint16, .uint32, .float, .null, .string, .secretString, .data, .url,
            .file:
            false
        }
    }
}
