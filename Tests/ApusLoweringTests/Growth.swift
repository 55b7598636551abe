import ApusSource
import Foundation

/// Measures how the time of work grows with its size.
enum Growth {
    /// CPU seconds below which a time is no scale.
    private static let noise = 0.05

    /// The power of the input's bytes that the CPU time of the work's thread grows with: the slope of the line through three sizes, each twice
    /// the one before. Nil where the largest takes no time to speak of.
    ///
    /// Other work on the machine only ever adds to a time, so the least of several rounds counts for each size. Rounds end when the slope is
    /// no longer over the bar.
    static func exponent(
        from size: Int, over bar: Double, bytes: (Int) -> Int = { $0 }, _ work: (Int) throws -> Void
    ) throws -> Double? {
        let sizes = [size, 2 * size, 4 * size]
        var least = [Double](repeating: .infinity, count: sizes.count)
        var exponent: Double?
        for _ in 0..<5 {
            for (index, size) in sizes.enumerated() { least[index] = min(least[index], try measure { try work(size) }) }
            guard least[2] > noise else { return nil }
            exponent = slope(zip(sizes, least).map { (log(Double(bytes($0))), log(max($1, 0.001))) })
            if let exponent, exponent <= bar { break }
        }
        return exponent
    }

    private static func slope(_ points: [(x: Double, y: Double)]) -> Double {
        let count = Double(points.count)
        let (x, y) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
        return points.reduce(0) { $0 + ($1.x - x) * ($1.y - y) } / points.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
    }

    /// Stages run on a thread of their own, unless they are on it already: measured from outside, they would take no time.
    private static func measure(_ work: () throws -> Void) throws -> Double {
        try DocumentStack.run {
            let start = processorTime()
            try work()
            return processorTime() - start
        }
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
