/// What the unions of one body have tried and failed to read.
struct UnionAttempts {
    struct Place: Hashable {
        let index: Int
        let type: ObjectIdentifier

        init<Union>(_ type: Union.Type, at index: Int) {
            self.index = index
            self.type = ObjectIdentifier(type)
        }
    }

    /// The entries that were read in vain.
    var spent = 0
    var settled: [Place: Int] = [:]

    /// As many entries may be read in vain as the body has, some dozens of times over.
    static func limit(entries: Int) -> Int { 65_536 + 64 * entries }
}
