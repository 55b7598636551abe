internal import ApusModel
internal import ApusSource

/// The words after the operation's name, as options with their values.
struct CallWords {
    var common: [CommonOption: [String]] = [:]
    /// In the order of the command line.
    var given: [(option: CallOption, text: String)] = []

    init(_ words: [String], _ options: CallOptionList, types: ValueBuilder) throws(CallFault) {
        var rest = words[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--"), word.utf8.count > 2 else {
                if word == "-h" {
                    common[.help] = [""]
                    continue
                }
                throw CallFault(
                    "\"\(VisibleText.of(word))\" is no option; every argument of a call has a name: --name VALUE")
            }
            let halves = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(halves[0])
            let value = halves.count > 1 ? String(halves[1]) : nil
            if let option = options.all.first(where: { $0.name == name }) {
                given.append((option, try Self.value(value, of: option, &rest, types)))
            } else if let option = CommonOption(rawValue: name) {
                common[option, default: []].append(try Self.value(value, of: option, &rest))
            } else if let option = options.find(name) {
                given.append((option, try Self.value(value, of: option, &rest, types)))
            } else {
                let advice = Spelling.nearest(to: name, among: options.names).map { "did you mean --\($0)?" }
                throw CallFault(
                    "there is no option --\(VisibleText.of(name)); "
                        + (advice ?? "--help lists the options of the operation"))
            }
        }
    }

    private static func value(
        _ value: String?, of option: CommonOption, _ rest: inout ArraySlice<String>
    ) throws(CallFault) -> String {
        if option.value == nil {
            if value != nil { throw CallFault("--\(option.rawValue) takes no value") }
            return ""
        }
        if let value = value ?? rest.popFirst() { return value }
        throw CallFault("--\(option.rawValue) needs a value: \(option.value ?? "")")
    }

    /// A boolean needs no value.
    private static func value(
        _ value: String?, of option: CallOption, _ rest: inout ArraySlice<String>, _ types: ValueBuilder
    ) throws(CallFault) -> String {
        if let value { return value }
        let next = rest.first
        if types.resolved(option.type) == .scalar(.bool), next.map({ $0.hasPrefix("--") }) ?? true { return "true" }
        guard let next, !next.hasPrefix("--") else {
            throw CallFault("--\(option.name) needs a value; write --\(option.name)=VALUE for one that begins with --")
        }
        rest = rest.dropFirst()
        return next
    }

    func has(_ option: CommonOption) -> Bool { common[option] != nil }

    /// The last value; earlier ones are replaced.
    func last(_ option: CommonOption) -> String? { common[option]?.last }

    func seconds(_ option: CommonOption) throws(CallFault) -> Duration? {
        guard let text = last(option) else { return nil }
        guard let seconds = Double(text), seconds > 0, seconds < 1e9 else {
            throw CallFault("--\(option.rawValue) needs a number of seconds")
        }
        return .milliseconds(Int64(seconds * 1_000))
    }

    func number(_ option: CommonOption) throws(CallFault) -> Int? {
        guard let text = last(option) else { return nil }
        guard let number = Int(text), number > 0 else { throw CallFault("--\(option.rawValue) needs a number from 1") }
        return number
    }
}
