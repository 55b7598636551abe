import ApusJSON
import ApusSource

/// A member of an object with its owner. The pointer is built on demand, because most members are ordinary names.
struct Member {
    let entry: SourceMapping.Entry
    let owner: NodeLocation

    var key: String {
        entry.key
    }

    var node: SourceNode {
        entry.value
    }

    var isExtension: Bool {
        key.hasPrefix("x-")
    }

    var pointer: String {
        guard owner.pointer.utf8.count + key.utf8.count < Self.pointerLimit else {
            return "/…/\(entry.keyMark.file.index):\(entry.keyMark.offset)"
        }
        return owner.pointer + "/" + JSONPointer.escape(key)
    }

    /// Longer pointers become a short name for the location, because a file of long keys would otherwise cost quadratic
    /// time.
    private static let pointerLimit = 2_048

    var location: NodeLocation {
        NodeLocation(node: node, resource: owner.resource, pointer: pointer, keyMark: entry.keyMark)
    }
}
