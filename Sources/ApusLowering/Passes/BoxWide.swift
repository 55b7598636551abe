import ApusModel

/// Keeps values narrow: members and cases that take much room stand outside of their type's values, where they cost one word.
///
/// A value of a type is copied through every frame that reads and writes it, and the compiler takes it apart into its words wherever it
/// is passed. A filter of sixty members whose alternatives hold members of their own took three levels to fill 512 KiB of stack,
/// and its one operation minutes to optimize. Cycles are cut before, so that every width is finite.
enum BoxWide {
    /// Words that a case of a union may take in place: seven strings. All cases take as much as the widest of them, and in a debug build
    /// each has a place of its own in the frames of the functions that read and write the union.
    static let caseLimit = 16
    /// Words that a member of a struct may take in place: a struct of a dozen strings. One allocation is cheap beside reading more than that.
    static let memberLimit = 32
    /// Words that all members of a struct should take together: 1 KiB.
    static let totalLimit = 128
    /// Words below which a box saves too little for a struct whose members are too wide together.
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

/// Settles types from the inside out, with a stack of its own, since chains of types can be long.
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
                settle(type)
            } else if seen.insert(id).inserted {
                stack.append((id, true))
                for inner in widths.inline(type) where !seen.contains(inner) { stack.append((inner, false)) }
            }
        }
    }

    private mutating func settle(_ type: TypeDecl) {
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

    /// The members that are too wide each, then the widest of the others until the rest is narrow enough.
    private func findWide(_ sizes: [Int], total: Int, isBoxable: (Int) -> Bool) -> Set<Int> {
        var total = total
        var found: Set<Int> = []
        // The last of equally wide members goes first, since it is the one that values leave out most often.
        for place in sizes.indices.sorted(by: { (sizes[$0], $0) > (sizes[$1], $1) }) {
            guard sizes[place] > (total > BoxWide.totalLimit ? BoxWide.smallMember : BoxWide.memberLimit) else { break }
            guard isBoxable(place) else { continue }
            found.insert(place)
            total -= sizes[place] - 1
        }
        return found
    }

    /// Only models are: a box for a text or a number costs more than it saves.
    private func isBoxable(_ type: TypeRef) -> Bool {
        switch type {
        case .optional(let inner), .tristate(let inner): isBoxable(inner)
        case .named(let id): if case .enumeration? = declared[id] { false } else { true }
        case .array, .dictionary, .indirect, .scalar, .quoted, .numberOrText, .json, .external: false
        }
    }
}
