import ApusModel

/// Keeps values narrow: wide members and cases are stored indirectly, as one word.
///
/// A value is copied through every frame that reads and writes it, and the compiler splits it into its words at each
/// use. A filter of sixty members whose alternatives have their own members filled 512 KiB of stack in three levels,
/// and its one operation took minutes to optimize. Cycles are broken before, so that every width is finite.
enum BoxWide {
    /// The maximum number of words of an inline union case: seven strings. All cases take as much space as the widest
    /// of them, and in a debug build each has a separate slot in the frames of the functions that read and write the
    /// union.
    static let caseLimit = 16
    /// The maximum number of words of an inline struct member: a struct of a dozen strings. One allocation is cheap
    /// compared with reading more than that.
    static let memberLimit = 32
    /// The target for the total number of words of a struct's members: 1 KiB.
    static let totalLimit = 128
    /// Members with fewer words are not boxed in a struct whose members are too wide together.
    static let smallMember = 4

    static func run(_ model: inout APIModel) {
        let declared = model.indexTypes()
        var search = WideSearch(declared)
        for id in declared.keys.sorted() { search.visit(id) }
        let boxes = search.boxes
        if boxes.isEmpty { return }
        model.updateTypes { type in
            if let members = boxes[type.header.id] { type.box(members) }
        }
    }
}

/// Processes types from the inside out, with an explicit stack, because chains of types can be long.
private struct WideSearch {
    private let declared: [TypeID: TypeDecl]
    private(set) var boxes: [TypeID: Set<Int>] = [:]
    private var widths: TypeWidths
    private var seen: Set<TypeID> = []

    init(_ declared: [TypeID: TypeDecl]) {
        self.declared = declared
        widths = TypeWidths(declared)
    }

    mutating func visit(_ root: TypeID) {
        var stack = [(id: root, isOpen: false)]
        while let (id, isOpen) = stack.popLast() {
            guard let type = declared[id] else { continue }
            if isOpen {
                boxMembers(of: type)
            } else if seen.insert(id).inserted {
                stack.append((id, true))
                for inner in widths.inline(type) where !seen.contains(inner) { stack.append((inner, false)) }
            }
        }
    }

    private mutating func boxMembers(of type: TypeDecl) {
        var type = type
        let members = findWide(type)
        if !members.isEmpty {
            type.box(members)
            boxes[type.header.id] = members
        }
        widths.note(type)
    }

    private func findWide(_ type: TypeDecl) -> Set<Int> {
        switch type {
        case .structure(let decl):
            findWide(
                decl.properties.map { widths.width(of: $0) }, total: widths.width(of: type),
                isBoxable: { isBoxable(decl.properties[$0].type) })
        case .tuple(let decl):
            findWide(
                decl.items.map { widths.width(of: $0) }, total: widths.width(of: type),
                isBoxable: { isBoxable(decl.items[$0]) })
        case .union(let decl):
            Set(
                decl.cases.indices.filter {
                    isBoxable(decl.cases[$0].type) && widths.width(of: decl.cases[$0].type) > BoxWide.caseLimit
                })
        case .enumeration, .alias: []
        }
    }

    /// The members that exceed the limit individually, then the widest of the others until the total is within the
    /// limit.
    private func findWide(_ sizes: [Int], total: Int, isBoxable: (Int) -> Bool) -> Set<Int> {
        var total = total
        var found: Set<Int> = []
        // The last of equally wide members comes first, because values omit it most often.
        for index in sizes.indices.sorted(by: { (sizes[$0], $0) > (sizes[$1], $1) }) {
            guard sizes[index] > (total > BoxWide.totalLimit ? BoxWide.smallMember : BoxWide.memberLimit) else { break }
            guard isBoxable(index) else { continue }
            found.insert(index)
            total -= sizes[index] - 1
        }
        return found
    }

    /// Only models are boxed: a box for a text or a number costs more than it saves.
    private func isBoxable(_ type: TypeRef) -> Bool {
        switch type {
        case .optional(let inner), .tristate(let inner): isBoxable(inner)
        case .named(let id): if case .enumeration? = declared[id] { false } else { true }
        case .array, .dictionary, .indirect, .scalar, .quoted, .numberOrText, .json, .external: false
        }
    }
}
