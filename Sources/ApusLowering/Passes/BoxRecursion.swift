import ApusModel
import ApusSource

/// A value type cannot contain itself: stores one member indirectly in every cycle without an array or dictionary, and
/// makes a member optional where a struct would require itself.
enum BoxRecursion {
    static func run(_ model: inout APIModel, origins: Origins, diagnostics: inout Diagnostics) {
        let declared = model.indexTypes()
        let demanded = findBackEdges(declared, onlyDemanded: true)
        var loosened: [TypeID: [Int]] = [:]
        for edge in demanded { loosened[edge.owner, default: []].append(edge.member) }
        let boxed = findBackEdges(declared, onlyDemanded: false)
        var boxes: [TypeID: Set<Int>] = [:]
        for edge in boxed { boxes[edge.owner, default: []].insert(edge.member) }
        guard !boxes.isEmpty else { return }
        model.updateTypes { type in
            let id = type.header.id
            for member in loosened[id] ?? [] { loosen(&type, member, origins, &diagnostics) }
            if let members = boxes[id] { type.box(members) }
        }
    }

    struct Edge: Hashable {
        let owner: TypeID
        let member: Int
    }

    /// Members that close a cycle, found depth first in a fixed order; without them no cycle remains.
    private static func findBackEdges(_ declared: [TypeID: TypeDecl], onlyDemanded: Bool) -> [Edge] {
        var search = CycleSearch(declared: declared, onlyDemanded: onlyDemanded)
        for id in declared.keys.sorted() { search.visit(id) }
        return search.backEdges
    }

    private static func loosen(
        _ type: inout TypeDecl, _ member: Int, _ origins: Origins, _ diagnostics: inout Diagnostics
    ) {
        type.updateStructure { decl in
            decl.properties[member].presence = .optional
            let property = decl.properties[member]
            let origin = origins.find(property.key, of: decl.header.id)
            diagnostics.report(.endlessRequirement(decl, property, at: origin))
        }
        type.updateTuple { $0.requiredCount = min($0.requiredCount, member) }
    }
}

/// Depth-first search for the members that close cycles, with an explicit stack, because chains of types can be long.
private struct CycleSearch {
    let declared: [TypeID: TypeDecl]
    let onlyDemanded: Bool
    var backEdges: [BoxRecursion.Edge] = []
    private var states: [TypeID: State] = [:]

    private enum State { case open, done }
    private struct Frame {
        let id: TypeID
        let edges: [(member: Int, target: TypeID)]
        var next = 0
    }

    init(declared: [TypeID: TypeDecl], onlyDemanded: Bool) {
        self.declared = declared
        self.onlyDemanded = onlyDemanded
    }

    mutating func visit(_ root: TypeID) {
        guard states[root] == nil else { return }
        states[root] = .open
        var stack = [Frame(id: root, edges: edges(of: root))]
        while var frame = stack.popLast() {
            guard frame.next < frame.edges.count else {
                states[frame.id] = .done
                continue
            }
            let edge = frame.edges[frame.next]
            frame.next += 1
            stack.append(frame)
            switch states[edge.target] {
            case .open?: backEdges.append(BoxRecursion.Edge(owner: frame.id, member: edge.member))
            case .done?: continue
            case nil:
                states[edge.target] = .open
                stack.append(Frame(id: edge.target, edges: edges(of: edge.target)))
            }
        }
    }

    /// Members that contain a value of another declared type inline, with aliases resolved.
    private func edges(of id: TypeID) -> [(member: Int, target: TypeID)] {
        switch declared[id] {
        case .structure(let decl)?:
            return decl.properties.enumerated().compactMap { index, property in
                if onlyDemanded, property.presence != .required || property.defaultValue != nil { return nil }
                return inline(property.type).map { (index, $0) }
            }
        case .union(let decl)? where !onlyDemanded:
            return decl.cases.enumerated().compactMap { index, one in inline(one.type).map { (index, $0) } }
        case .tuple(let decl)?:
            let count = onlyDemanded ? decl.requiredCount : decl.items.count
            return decl.items.prefix(count).enumerated().compactMap { index, item in inline(item).map { (index, $0) } }
        default:
            return []
        }
    }

    private func inline(_ type: TypeRef) -> TypeID? {
        switch type {
        case .named(let id):
            if case .alias(let decl)? = declared[id] { return inline(decl.target) }
            return id
        case .optional(let inner), .tristate(let inner): return onlyDemanded ? nil : inline(inner)
        case .array, .dictionary, .indirect, .scalar, .quoted, .numberOrText, .json, .external: return nil
        }
    }
}

extension Diagnostic {
    static func endlessRequirement(
        _ owner: StructDecl, _ property: PropertyDecl, at origin: Origins.Origin?
    ) -> Diagnostic {
        Diagnostic(
            id: "endless-requirement", severity: .warning,
            message: "\"\(owner.header.name)\" requires itself through its required member \"\(property.key)\"",
            mark: origin?.mark, pointer: origin?.pointer,
            hint: "the member is optional, since no value could be complete; remove it from `required`")
    }
}
