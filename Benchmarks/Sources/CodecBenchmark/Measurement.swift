import Foundation

/// The median CPU time of one call, over rounds that alternate between the candidates so that all see the same machine.
struct Measurement {
    let name: String
    let bytes: Int
    let nanoseconds: Double

    var megabytesPerSecond: Double { Double(bytes) / nanoseconds * 1_000 }

    static func run(_ candidates: [(name: String, bytes: Int, body: () throws -> Void)], rounds: Int) throws
        -> [Measurement]
    {
        var times = [[Double]](repeating: [], count: candidates.count)
        for round in 0..<rounds + 2 {
            for (index, candidate) in candidates.enumerated() {
                let start = processorTime()
                try candidate.body()
                let end = processorTime()
                // The first rounds warm caches and metadata.
                if round >= 2 { times[index].append(end - start) }
            }
        }
        return zip(candidates, times).map { candidate, times in
            Measurement(name: candidate.name, bytes: candidate.bytes, nanoseconds: times.sorted()[times.count / 2])
        }
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
}
