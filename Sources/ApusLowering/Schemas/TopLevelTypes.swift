import ApusModel
import ApusSpec

/// The schemas that are types of the module, in order of discovery.
struct TopLevelTypes {
    private var sites: [SchemaID: Site] = [:]
    /// The provisional name of each identity.
    private(set) var names: [TypeID: String] = [:]
    /// Those that are still to be declared.
    private var pending: [SchemaID] = []
    private var next = 0

    /// The position of a schema's type; nil for one that is not registered.
    subscript(_ target: SchemaID) -> Site? { sites[target] }

    mutating func register(_ target: SchemaID, at site: Site) {
        sites[target] = site
        names[site.id] = site.name
        pending.append(target)
    }

    /// The next schema to declare; nil where all are declared.
    mutating func popPending() -> SchemaID? {
        guard next < pending.count else {
            (pending, next) = ([], 0)
            return nil
        }
        next += 1
        return pending[next - 1]
    }
}
