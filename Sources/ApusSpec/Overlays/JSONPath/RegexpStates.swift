/// The instructions that wait for the next character.
struct RegexpStates {
    private(set) var waiting: [Int] = []
    private(set) var accepts = false
    private var seen: [Bool]

    init(count: Int) {
        seen = [Bool](repeating: false, count: count)
    }

    mutating func add(_ start: Int, _ program: [InteroperableRegexp.Instruction]) {
        var open = [start]
        while let state = open.popLast() {
            if seen[state] { continue }
            seen[state] = true
            switch program[state] {
            case .consume: waiting.append(state)
            case .split(let first, let second): open += [second, first]
            case .jump(let target): open.append(target)
            case .accept: accepts = true
            }
        }
    }
}
