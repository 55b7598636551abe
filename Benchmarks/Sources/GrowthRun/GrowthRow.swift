import Foundation

/// The sizes of one shape.
struct GrowthRow {
    /// The bar: the time grows with the bytes to this power at most.
    static let bar = 1.3
    /// Net seconds below which a time is mostly noise.
    static let noise = 0.05
    /// The other bar: what a megabyte of input takes at most, in CPU seconds and in mebibytes at the peak …
    static let most = (seconds: 1.0, mebibytes: 64.0)
    /// … beyond what any input may take, however small: the work up to a limit that is told, such as the steps of an overlay's paths.
    static let allowance = (seconds: 2.0, mebibytes: 96.0)
    /// Shapes that take more memory than ``most``, with the mebibytes for each megabyte that they may take: ten bytes that name a member
    /// become a member in code, its comment and a finding.
    private static let heavy = ["required without properties": 450.0]

    #if DEBUG
        /// Ten times the time of a release build says nothing of the bar.
        private static let isJudged = false
    #else
        private static let isJudged = true
    #endif
    /// What stands for an input of next to nothing.
    private static let least = 2

    let name: String
    /// Net of what a process takes for next to nothing.
    let measurements: [Measurement]
    /// The size that did not end, by itself or because of the limits of ``Measurement``.
    let endless: Int?
    /// The exponent of the measuring that does not count, where there were two; see ``better(of:)``.
    private(set) var otherExponent: Double?

    static func measure(_ shape: GrowthShape, _ settings: GrowthSettings) throws -> GrowthRow {
        var measurements: [Measurement] = []
        // Where the first size is hardly larger, it is the work and no start.
        let start = shape.first >= 32 * least ? try Measurement.measure(shape, size: least) : nil
        var size = max(2, shape.first / settings.divisor)
        while size <= shape.last {
            guard let whole = try Measurement.measure(shape, size: size) else {
                return GrowthRow(name: shape.name, measurements: measurements, endless: size)
            }
            let one = start.map(whole.net) ?? whole
            measurements.append(one)
            let judged = measurements.count { $0.seconds > noise }
            if one.seconds > settings.longest, judged > 1 { break }
            if size >= settings.leastSize, judged >= settings.leastCount { break }
            size *= 2
        }
        return GrowthRow(name: shape.name, measurements: measurements, endless: nil)
    }

    /// The slope of the line through the logarithms of bytes and seconds; nil where fewer than two times are above the noise.
    var exponent: Double? {
        let points = measurements.filter { $0.seconds > Self.noise }.suffix(4)
            .map { (x: log(Double($0.bytes)), y: log($0.seconds)) }
        guard points.count > 1 else { return nil }
        let count = Double(points.count)
        let (x, y) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
        let width = points.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
        guard width > 0 else { return nil }
        return points.reduce(0) { $0 + ($1.x - x) * ($1.y - y) } / width
    }

    var isFailure: Bool {
        endless != nil || measurements.isEmpty || exponent.map { $0 > Self.bar } ?? false || isSlow || isLarge
    }

    /// Whether a size takes more than ``most`` seconds for its megabytes.
    private var isSlow: Bool {
        Self.isJudged
            && measurements.contains { $0.seconds > Self.allowance.seconds + Self.most.seconds * $0.megabytes }
    }

    /// The same for memory.
    private var isLarge: Bool {
        let most = Self.heavy[name] ?? Self.most.mebibytes
        return measurements.contains {
            Double($0.peakMebibytes) > Self.allowance.mebibytes + most * $0.megabytes
        }
    }

    /// The one that counts of two measurings of a shape: that without a failure, else that with the lower exponent.
    func better(of other: GrowthRow) -> GrowthRow {
        let isOther = isFailure != other.isFailure ? isFailure : (exponent ?? 0) > (other.exponent ?? 0)
        var better = isOther ? other : self
        better.otherExponent = isOther ? exponent : other.exponent
        return better
    }

    /// `1.08`, `**1.53**` over the bar, `1.08 (1.34)` where it was measured again.
    private var shownExponent: String {
        let own = exponent.map { $0 > Self.bar ? "**\(Self.decimal($0))**" : Self.decimal($0) } ?? "–"
        return own + (otherExponent.map { " (\(Self.decimal($0)))" } ?? "")
    }

    /// CPU seconds for each megabyte of the largest input.
    private var cost: String {
        guard let last = measurements.last, last.seconds > Self.noise else { return "" }
        return Self.strong(Self.decimal(last.seconds / last.megabytes), if: isSlow)
    }

    var cells: [String] {
        let sizes = measurements.map { "\($0.size)" }
        let shown = sizes.count < 3 ? sizes.joined(separator: ", ") : "\(sizes[0]) … \(sizes[sizes.count - 1])"
        let times = measurements.suffix(4).map { Self.decimal($0.seconds) }.joined(separator: ", ")
        let last = measurements.last
        return [
            name, shown + (endless.map { ", **\($0): no end**" } ?? ""), times, shownExponent,
            last.map { Self.decimal($0.megabytes) } ?? "", cost,
            last.map { Self.strong("\($0.peakMebibytes)", if: isLarge) } ?? "", last?.outcome ?? "",
        ]
    }

    var line: String {
        (isFailure ? "FAIL " : "ok   ") + cells.joined(separator: " | ")
    }

    private static func strong(_ text: String, if isOver: Bool) -> String { isOver ? "**\(text)**" : text }

    private static func decimal(_ value: Double) -> String {
        String(format: value < 0.01 ? "%.3f" : "%.2f", value)
    }
}

/// The rows as a page.
struct GrowthTable {
    let rows: [GrowthRow]

    #if DEBUG
        private static let build =
            "This table is of a debug build, which takes about ten times as long as a release build."
    #else
        private static let build = "This table is of a release build."
    #endif

    var markdown: String {
        let head = [
            "shape", "sizes", "CPU s, the last four sizes", "exponent", "MB, the last size", "s for each MB",
            "peak, MiB", "outcome",
        ]
        let lines = [head, head.map { _ in "---" }] + rows.map(\.cells)
        return """
            # How the cost of a document grows

            Written by `make growth`; `README.md` says how. Each row is a shape of a document (or of a configuration, or of what the runtime
            reads) at sizes that double. The exponent is that of the CPU time over the bytes, of sizes that take more than \(GrowthRow.noise) s; the
            bar is \(GrowthRow.bar). A dash: the largest size takes less. A shape over the bar is measured again, at one size more: the lower
            exponent counts, the other stands in brackets. Times and memory are net of what the shape takes at size 2, where it begins at 64 or more. The other bar is
            \(GrowthRow.most.seconds) s and \(GrowthRow.most.mebibytes) MiB for each MB, beyond \(GrowthRow.allowance.seconds) s and \(GrowthRow.allowance.mebibytes) MiB that any input may take.
            \(Self.build)

            \(lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n"))

            """
    }
}
