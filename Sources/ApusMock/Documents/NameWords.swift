/// Names in words, so that `contact_id`, `contactId` and `contacts` are recognized as names of one thing.
enum NameWords {
    /// `contactIDs` → `contact`, `ids`; names beyond 200 bytes have no words.
    static func split(_ name: String) -> [String] {
        guard name.utf8.count <= 200 else { return [] }
        var words: [[UInt8]] = [[]]
        var previous: UInt8 = 0
        for byte in name.utf8 {
            let isUpper = (0x41...0x5A).contains(byte)
            let isLetter = isUpper || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
            let wasLower = (0x61...0x7A).contains(previous) || (0x30...0x39).contains(previous)
            if !isLetter || isUpper && wasLower { words.append([]) }
            if isLetter { words[words.count - 1].append(isUpper ? byte + 32 : byte) }
            previous = byte
        }
        return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// `custom-fields` → `custom`, `field`
    static func singular(_ words: [String]) -> [String] {
        guard let last = words.last else { return [] }
        return words.dropLast() + [singular(last)]
    }

    private static func singular(_ word: String) -> String {
        if word.hasSuffix("ies"), word.utf8.count > 4 { return String(word.dropLast(3)) + "y" }
        for ending in ["sses", "shes", "ches", "xes"] where word.hasSuffix(ending) { return String(word.dropLast(2)) }
        if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), word.utf8.count > 2 {
            return String(word.dropLast())
        }
        return word
    }

    /// Whether a name is that of an identifier of the thing: `id`, `uuid`, `contact_id`, and `contact` itself for a parameter.
    static func isIdentifier(_ name: String, of noun: [String], mayBeNoun: Bool) -> Bool {
        let words = split(name)
        guard let last = words.last else { return false }
        let isID = ["id", "uuid", "guid"].contains(last)
        if isID, words.count == 1 || noun.suffix(words.count - 1).elementsEqual(words.dropLast()) { return true }
        return mayBeNoun && !noun.isEmpty && (words == noun || words == [noun[noun.count - 1]])
    }
}
