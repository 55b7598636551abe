import ApusModel

/// Names of cases by the values that choose them, where these read better.
extension UnionNames {
    /// A case that is named after its component is named by the value of the discriminator where the value is a part of the component's name:
    /// `user` of `UserOwner`, `card` of `PaymentMethodCard`. What is left out then is in the union's own name. A value that says something
    /// else (`4`, `x-internal`) stays a value, and a value that is the name of another case is not used.
    ///
    /// - Parameters:
    ///   - values: The values of each case that the document gives, without those that follow from the component's name.
    ///   - isFree: Whether the document has no name for the case at an index.
    static func nameByValues(_ values: [[String]], in cases: inout [UnionDecl.Case], isFree: (Int) -> Bool) {
        let wanted = cases.indices.map { index -> String? in
            guard isFree(index), values[index].count == 1, let value = values[index].first else { return nil }
            return isPart(value, of: cases[index].name) ? value : nil
        }
        var owners: [String: Set<Int>] = [:]
        for index in cases.indices {
            for name in [cases[index].name, wanted[index] ?? cases[index].name] {
                owners[Identifiers.member(name), default: []].insert(index)
            }
        }
        for index in cases.indices {
            guard let value = wanted[index], owners[Identifiers.member(value)]?.count == 1 else { continue }
            cases[index].name = value
        }
    }

    /// Whether a name contains the words of a value in their order, and other words.
    private static func isPart(_ value: String, of name: String) -> Bool {
        let member = Identifiers.member(value)
        guard member.count >= shortest, !ReservedNames.unionCases.contains(member), member != "unknown" else {
            return false
        }
        let (part, whole) = (Words(value).words.map { $0.lowercased() }, Words(name).words.map { $0.lowercased() })
        guard !part.isEmpty, part.count < whole.count, part.contains(where: { $0.contains(where: \.isLetter) }) else {
            return false
        }
        return (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
    }

    /// Letters that a word has at least.
    private static let shortest = 3
}
