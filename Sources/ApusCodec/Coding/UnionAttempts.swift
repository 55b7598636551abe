/// The failed attempts of the unions of one body.
struct UnionAttempts {
    struct Location: Hashable {
        let index: Int
        let type: ObjectIdentifier

        init<Union>(_ type: Union.Type, at index: Int) {
            self.index = index
            self.type = ObjectIdentifier(type)
        }
    }

    /// The number of entries read in failed attempts.
    var spent = 0
    var choices: [Location: Int] = [:]

    /// The limit for entries in failed attempts: some dozens of times the entries of the body.
    static func limit(entries: Int) -> Int { 65_536 + 64 * entries }
}
