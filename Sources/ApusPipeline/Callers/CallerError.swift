import ApusDiff
import ApusSource

/// An error of the compiler in an adopter's file.
struct CallerError: Hashable {
    let path: String
    let line: Int
    let column: Int
    let message: String

    /// Those of the given files in what the compiler prints: `Sources/App/Sync.swift:41:17: error: …`.
    static func read(_ output: String, of paths: Set<String>) -> [CallerError] {
        var seen: Set<CallerError> = []
        return output.split(whereSeparator: \.isNewline).compactMap { line in
            guard let range = line.firstRange(of: ": error: ") else { return nil }
            let place = line[..<range.lowerBound].split(separator: ":")
            guard place.count >= 3, let row = Int(place[place.count - 2]), let column = Int(place[place.count - 1])
            else {
                return nil
            }
            let path = place.dropLast(2).joined(separator: ":")
            guard paths.contains(path) else { return nil }
            let error = CallerError(path: path, line: row, column: column, message: String(line[range.upperBound...]))
            return seen.insert(error).inserted ? error : nil
        }
    }

    /// The change that explains it: the one whose names the message and the line have; nil where none has.
    ///
    /// - Parameter text: The line of the file.
    func explain(_ changes: [Change], text: String) -> Change? {
        let said = Self.words(message)
        let written = Self.words(text)
        var best: (change: Change, score: Int)?
        for change in changes where change.kind.effect == .breaking {
            let score = Self.score(change, said: said, written: written)
            if score >= 4, score > best?.score ?? 0 { best = (change, score) }
        }
        return best?.change
    }

    /// A name in the message counts more than one on the line; the last name of a symbol, and the names of what changed, more than its owners.
    private static func score(_ change: Change, said: Set<String>, written: Set<String>) -> Int {
        func weigh(_ name: String, _ weight: Int) -> Int {
            (said.contains(name) ? 2 * weight : 0) + (written.contains(name) ? weight : 0)
        }
        let symbol = change.symbol.split(separator: ".").map { String($0.prefix { $0 != "(" }) }
        var score = weigh(symbol.last ?? "", 2)
        for owner in symbol.dropLast() { score += weigh(owner, 1) }
        let names = [change.old, change.new].compactMap { $0.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.first }
        for name in Set(names.map(String.init)) where !symbol.contains(name) { score += weigh(name, 2) }
        return score
    }

    /// The identifiers of a text.
    private static func words(_ text: String) -> Set<String> {
        Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    }
}

extension Change {
    /// The name on a caller's line and the one that takes its place; nil where the change is no rename.
    var replacement: (old: String, new: String)? {
        func last(_ symbol: String) -> String { String(symbol[symbol.startIndex...].split(separator: ".").last ?? "") }
        switch kind.id {
        case "operation-renamed", "type-renamed", "property-renamed", "property-name-changed",
            "security-scheme-renamed",
            "server-renamed", "webhook-renamed":
            return renamed.map { (last(symbol), last($0)) }
        case "operation-moved": return renamed.map { (symbol, $0) }
        case "parameter-renamed", "parameter-name-changed", "enum-case-renamed", "enum-case-replaced",
            "union-case-renamed",
            "enum-unknown-renamed", "union-unknown-renamed", "response-header-renamed":
            return (old, new)
        default: return nil
        }
    }
}
