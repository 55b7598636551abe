import Foundation

/// Measures how the time of work grows with its size.
enum Growth {
    /// The exponent of the thread's CPU time over the input's bytes, from one size to four times the size; 0 for
    /// negligible times. The best of three, because machines are busy.
    static func exponent(
        from size: Int, bytes: (Int) -> Int = { $0 }, _ work: (Int) throws -> Void
    ) rethrows -> Double {
        var best = Double.infinity
        for _ in 0..<3 where best > 1.3 {
            let short = try measure { try work(size) }
            let long = try measure { try work(4 * size) }
            if long < 0.05 { return 0 }
            best = min(best, log(long / max(short, 0.001)) / log(Double(bytes(4 * size)) / Double(bytes(size))))
        }
        return best
    }

    private static func measure(_ work: () throws -> Void) rethrows -> Double {
        let start = processorTime()
        try work()
        return processorTime() - start
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
