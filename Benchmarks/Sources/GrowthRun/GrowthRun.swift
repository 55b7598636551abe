import Foundation

/// Measures how the cost of each ``GrowthShape`` grows, prints a table, and fails where an exponent is over the bar.
///
/// Run from the root of the repository by `make growth`; ``GrowthSettings`` lists the environment variables.
@main
enum GrowthRun {
    static func main() async throws {
        let words = CommandLine.arguments
        if words.count == 4, words[1] == Measurement.verb, let size = Int(words[3]) {
            return try await Measurement.measureHere(words[2], size: size)
        }
        if words.dropFirst() == ["memory"] { return try MemoryTable.print() }
        let settings = GrowthSettings(environment: ProcessInfo.processInfo.environment)
        var rows: [GrowthRow] = []
        for (place, shape) in Shapes.all.enumerated() where settings.chooses(shape, at: place) {
            var row = try GrowthRow.measure(shape, settings)
            // Temporary load on the machine is not growth, and neither is a step between two sizes.
            if row.isFailure { row = row.better(of: try GrowthRow.measure(shape, settings.further)) }
            rows.append(row)
            print(row.line)
            fflush(nil)
        }
        if let path = settings.tablePath {
            try Data(GrowthTable(rows: rows).markdown.utf8).write(to: URL(fileURLWithPath: path))
        }
        let failures = rows.filter(\.isFailure)
        print("\(rows.count) shapes, \(failures.count) over the bar")
        for row in failures { print("  " + row.line) }
        if rows.isEmpty || !failures.isEmpty { exit(1) }
    }
}

/// The settings from the environment.
struct GrowthSettings {
    /// `GROWTH_SIZES=small`: no sizes beyond those that the exponent needs.
    let isSmall: Bool
    /// `GROWTH_ONLY`: shapes whose name contains this.
    let only: String?
    /// `GROWTH_PART=2/5`: of five shapes in a row the third one, for a row of changes that is to run all.
    private let part: (place: Int, count: Int)?
    /// `GROWTH_TABLE`: where the table is written; of a run over all sizes and shapes, `Benchmarks/growth.md`.
    let tablePath: String?

    init(environment: [String: String]) {
        isSmall = environment["GROWTH_SIZES"] == "small"
        longest = isSmall ? 0.4 : 4
        only = environment["GROWTH_ONLY"].flatMap { $0.isEmpty ? nil : $0 }
        let numbers = environment["GROWTH_PART"]?.split(separator: "/").compactMap { Int($0) } ?? []
        part = numbers.count == 2 && numbers[1] > 0 ? (numbers[0], numbers[1]) : nil
        divisor = max(1, environment["GROWTH_DIVISOR"].flatMap(Int.init) ?? 1)
        let written = environment["GROWTH_TABLE"].flatMap { $0.isEmpty ? nil : $0 }
        tablePath = written ?? (isSmall || only != nil || part != nil ? nil : "Benchmarks/growth.md")
    }

    /// `GROWTH_DIVISOR`: the factor by which the first sizes are smaller, for debug builds and slow machines.
    let divisor: Int

    /// The time limit of a size; the first size beyond it is the last of its shape.
    private(set) var longest: Double
    /// The largest size, unless an earlier one takes too long.
    var leastSize: Int { isSmall ? 0 : 20_000 }
    /// Sizes with a time above the noise.
    private(set) var leastCount = 3

    func chooses(_ shape: GrowthShape, at place: Int) -> Bool {
        (only.map(shape.name.contains) ?? true) && part.map { place % $0.count == $0.place % $0.count } ?? true
    }

    /// The same, with one size more of each shape.
    var further: GrowthSettings {
        var settings = self
        settings.longest *= 2
        settings.leastCount += 1
        return settings
    }
}
