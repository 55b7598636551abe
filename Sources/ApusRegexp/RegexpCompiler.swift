/// Compiles an expression to instructions.
struct RegexpCompiler {
    private var program: [RegexpInstruction] = []
    /// `(a{1000}){1000}` would have a million; counted repetitions are expanded.
    private static let maximumCount = 10_000
    /// Repetitions of empty expressions add no instructions, but still take time.
    private var steps = 0

    mutating func compile(_ expression: RegexpExpression) -> [RegexpInstruction]? {
        guard add(expression) else { return nil }
        program.append(.accept)
        return program
    }

    /// Returns false when the program becomes too large.
    private mutating func add(_ expression: RegexpExpression) -> Bool {
        steps += 1
        guard program.count < Self.maximumCount, steps < 4 * Self.maximumCount else { return false }
        switch expression {
        case .atom(let wanted): program.append(.consume(wanted))
        case .assertion(let assertion): program.append(.assert(assertion))
        case .sequence(let parts):
            for part in parts { guard add(part) else { return false } }
        case .alternatives(let branches): return addAlternatives(branches)
        case .repeated(let inner, let least, let most): return addRepetition(inner, least, most)
        }
        return true
    }

    private mutating func addAlternatives(_ branches: [RegexpExpression]) -> Bool {
        var exits: [Int] = []
        for branch in branches.dropLast() {
            let fork = program.count
            program.append(.accept)
            guard add(branch) else { return false }
            exits.append(program.count)
            program.append(.accept)
            program[fork] = .split(fork + 1, program.count)
        }
        guard let last = branches.last, add(last) else { return false }
        for exit in exits { program[exit] = .jump(program.count) }
        return true
    }

    private mutating func addRepetition(_ inner: RegexpExpression, _ least: Int, _ most: Int?) -> Bool {
        guard max(least, most ?? 0) <= Self.maximumCount else { return false }
        for _ in 0..<least { guard add(inner) else { return false } }
        guard let most else {
            let fork = program.count
            program.append(.accept)
            guard add(inner) else { return false }
            program.append(.jump(fork))
            program[fork] = .split(fork + 1, program.count)
            return true
        }
        var forks: [Int] = []
        for _ in least..<max(least, most) {
            forks.append(program.count)
            program.append(.accept)
            guard add(inner) else { return false }
        }
        for fork in forks { program[fork] = .split(fork + 1, program.count) }
        return true
    }
}
