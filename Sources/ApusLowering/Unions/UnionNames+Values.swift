import ApusModel

/// Names of cases by the values that choose them, where these read better.
extension UnionNames {
    /// A case that is called by its component takes the value of the discriminator for a name where that is a part of the component's name:
    /// `user` of `UserOwner`, `card` of `PaymentMethodCard`. What is left out then is in the union's own name. A value that says something
    /// else (`4`, `x-internal`) stays a value, and one that another case has for a name is not taken.
    ///
    /// - Parameters:
    ///   - values: The values of each case that the document gives, without those that follow from the component's name.
    ///   - isFree: Whether the document has no name for the case at a place.
    static func takeValues(_ values: [[String]], in cases: inout [UnionDecl.Case], isFree: (Int) -> Bool) {
        let wanted = cases.indices.map { place -> String? in
            guard isFree(place), values[place].count == 1, let value = values[place].first else { return nil }
            return isPart(value, of: cases[place].name) ? value : nil
        }
        var owners: [String: Set<Int>] = [:]
        for place in cases.indices {
            for name in [cases[place].name, wanted[place] ?? cases[place].name] {
                owners[Identifiers.member(name), default: []].insert(place)
            }
        }
        for place in cases.indices {
            guard let value = wanted[place], owners[Identifiers.member(value)]?.count == 1 else { continue }
            cases[place].name = value
        }
    }

    /// Whether the words of a value stand in a name in their order, and are fewer.
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
