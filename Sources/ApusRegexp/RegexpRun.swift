/// One run over one text: the instructions that wait for the next character.
struct RegexpRun {
    private let program: [RegexpInstruction]
    private let isAnchored: Bool
    private var waiting: [Int] = []
    /// The instructions reached with the last character.
    private var arriving: [Int] = [0]
    private var open: [Int] = []
    private var accepts = false
    /// The text position at which an instruction was last reached.
    private var reached: [Int]
    private var position = 0

    init(_ regexp: LinearRegexp) {
        program = regexp.program
        isAnchored = regexp.isAnchored
        reached = [Int](repeating: 0, count: program.count)
    }

    mutating func matches(_ text: String, isWhole: Bool, steps: inout Int) -> Bool? {
        var scalars = text.unicodeScalars.makeIterator()
        var previous: Unicode.Scalar?
        var upcoming = scalars.next()
        while true {
            followEmptySteps(between: previous, and: upcoming, &steps)
            if accepts, !isWhole || upcoming == nil { return true }
            if steps < 0 { return nil }
            guard let scalar = upcoming else { return false }
            arriving.removeAll(keepingCapacity: true)
            for state in waiting {
                if case .consume(let wanted) = program[state], wanted.contains(scalar) { arriving.append(state + 1) }
            }
            if !isWhole, !isAnchored { arriving.append(0) }
            if arriving.isEmpty { return false }
            previous = scalar
            upcoming = scalars.next()
        }
    }

    /// Follows all instructions that consume no character.
    private mutating func followEmptySteps(
        between previous: Unicode.Scalar?, and upcoming: Unicode.Scalar?, _ steps: inout Int
    ) {
        position += 1
        accepts = false
        waiting.removeAll(keepingCapacity: true)
        open.append(contentsOf: arriving)
        while let state = open.popLast() {
            if reached[state] == position { continue }
            reached[state] = position
            steps -= 1
            switch program[state] {
            case .consume: waiting.append(state)
            case .assert(let assertion):
                if assertion.holds(between: previous, and: upcoming) { open.append(state + 1) }
            case .split(let first, let second):
                open.append(second)
                open.append(first)
            case .jump(let target): open.append(target)
            case .accept: accepts = true
            }
        }
    }

    /// Whether a match can begin only at the start of a text.
    static func isAnchored(_ program: [RegexpInstruction]) -> Bool {
        var open = [0]
        var seen = [Bool](repeating: false, count: program.count)
        while let state = open.popLast() {
            if seen[state] { continue }
            seen[state] = true
            switch program[state] {
            case .consume, .accept: return false
            case .assert(.start): continue
            case .assert: open.append(state + 1)
            case .split(let first, let second): open += [first, second]
            case .jump(let target): open.append(target)
            }
        }
        return true
    }
}
