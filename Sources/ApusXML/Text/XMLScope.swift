/// The namespaces that are bound at an element to write, and the names that follow from them.
struct XMLScope {
    typealias Pair = (name: String, value: String)

    /// Prefix → namespace; the empty prefix is the default namespace.
    private var bound: [String: String] = ["xml": "http://www.w3.org/XML/1998/namespace", "": ""]

    /// Binds the namespaces that an element needs and that are not bound yet.
    mutating func enter(
        _ element: XMLTree
    ) throws(XMLProblem) -> (name: String, declarations: [Pair], attributes: [Pair]) {
        var declarations: [Pair] = []
        let namespace = element.namespace ?? ""
        // A name without a namespace cannot have a prefix.
        let prefix = namespace.isEmpty ? "" : element.prefix ?? ""
        try declare(prefix, namespace, &declarations, in: element.name)
        var used = [prefix]
        var attributes: [Pair] = []
        for attribute in element.attributes {
            try XMLCharacters.check(attribute.value, in: attribute.name)
            try XMLCharacters.checkName(attribute.name)
            guard let namespace = attribute.namespace, !namespace.isEmpty else {
                attributes.append((attribute.name, attribute.value))
                continue
            }
            let prefix = freePrefix(for: attribute, namespace, used)
            try declare(prefix, namespace, &declarations, in: attribute.name)
            used.append(prefix)
            attributes.append(("\(prefix):\(attribute.name)", attribute.value))
        }
        try XMLCharacters.checkName(element.name)
        return (prefix.isEmpty ? element.name : "\(prefix):\(element.name)", declarations, attributes)
    }

    /// A prefix that is bound already, otherwise its own, otherwise `ns1`, `ns2`…: an attribute in a namespace needs a
    /// prefix. A prefix that this element uses cannot be bound to another namespace.
    private func freePrefix(for attribute: XMLAttribute, _ namespace: String, _ used: [String]) -> String {
        var prefix = attribute.prefix ?? ""
        if prefix.isEmpty, let known = bound.filter({ !$0.key.isEmpty && $0.value == namespace }).keys.min() {
            return known
        }
        var number = 1
        while prefix.isEmpty || bound[prefix] != namespace && used.contains(prefix) {
            prefix = "ns\(number)"
            number += 1
        }
        return prefix
    }

    private mutating func declare(
        _ prefix: String, _ namespace: String, _ declarations: inout [Pair], in name: String
    ) throws(XMLProblem) {
        guard bound[prefix] != namespace else { return }
        if !prefix.isEmpty { try XMLCharacters.checkName(prefix) }
        if prefix == "xml" || prefix == "xmlns" {
            throw XMLProblem(.unwritable, "the prefix \(prefix) of \(name) cannot be bound to another namespace")
        }
        try XMLCharacters.check(namespace, in: name)
        bound[prefix] = namespace
        declarations.append((prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)", namespace))
    }
}
