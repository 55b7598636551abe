/// The positions of a tape's entries in an XML text. Their text is created for problems only.
struct XMLLocations {
    private struct Location {
        let owner: Int
        /// `pet`, `@id`, `text()`
        let step: String
        /// The position among the elements of a list, from 1.
        let position: Int?
        let line: Int
        let namespace: String?
    }

    private var locations: [Location] = []
    private var current = -1
    /// The location of each entry.
    private var ofEntry: [Int] = []

    mutating func enter(_ element: XMLTree, at position: Int?) {
        let name = element.prefix.map { "\($0):\(element.name)" } ?? element.name
        enter(name, position, line: element.line, namespace: element.namespace)
    }

    mutating func enterAttribute(_ name: String) {
        enter(
            "@" + name, nil, line: locations.indices.contains(current) ? locations[current].line : 0,
            namespace: namespace)
    }

    private mutating func enter(_ step: String, _ position: Int?, line: Int, namespace: String?) {
        locations.append(Location(owner: current, step: step, position: position, line: line, namespace: namespace))
        current = locations.count - 1
    }

    mutating func leave() {
        if locations.indices.contains(current) { current = locations[current].owner }
    }

    /// The namespace of the current element.
    var namespace: String? { locations.indices.contains(current) ? locations[current].namespace : nil }

    /// Records the current location for the next entry.
    mutating func note() { ofEntry.append(current) }

    /// `/order/line[3]/@shipped`, in XPath syntax, and the line.
    func find(_ entry: Int) -> (path: String, line: Int) {
        var index = ofEntry.indices.contains(entry) ? ofEntry[entry] : -1
        let line = locations.indices.contains(index) ? locations[index].line : 0
        var steps: [String] = []
        while locations.indices.contains(index) {
            steps.append(locations[index].step + (locations[index].position.map { "[\($0)]" } ?? ""))
            index = locations[index].owner
        }
        return ("/" + steps.reversed().joined(separator: "/"), line)
    }
}
