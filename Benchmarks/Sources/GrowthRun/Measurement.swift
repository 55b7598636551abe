import Foundation

/// One shape at one size, measured in a separate process: a crash, an endless run or exhausted memory ends only that
/// process.
struct Measurement {
    static let verb = "measure"
    /// CPU seconds, after which a process is ended.
    static let secondLimit: UInt = 60
    private static let memoryLimit: UInt = 8 << 30

    let size: Int
    let bytes: Int
    /// CPU time of the process for one run, the median of several where a run is short.
    private(set) var seconds: Double
    /// The peak memory of the process, including the input.
    private(set) var peakMebibytes: Int
    let outcome: String

    var megabytes: Double { Double(bytes) / 1e6 }

    /// Without what an input of next to nothing takes: the start of the process, tables, the files that every client has.
    func net(of start: Measurement) -> Measurement {
        var net = self
        net.seconds = max(0, seconds - start.seconds)
        net.peakMebibytes = max(0, peakMebibytes - start.peakMebibytes)
        return net
    }

    /// nil when the process did not end.
    static func measure(_ shape: GrowthShape, size: Int) throws -> Measurement? {
        let process = Process()
        process.executableURL = Bundle.main.executableURL
        process.arguments = [verb, shape.name, String(size)]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        TemporaryFolder.remove(of: process.processIdentifier)
        let words = text.split(separator: "\t").map(String.init)
        guard words.count == 4, let bytes = Int(words[0]), let seconds = Double(words[1]), let peak = Int(words[2])
        else { return nil }
        return Measurement(size: size, bytes: bytes, seconds: seconds, peakMebibytes: peak, outcome: words[3])
    }

    /// Prints the result that ``measure(_:size:)`` of another process reads.
    static func measureHere(_ name: String, size: Int) async throws {
        guard let shape = (Shapes.all + RuntimeShapes.memory).first(where: { $0.name == name }) else { return }
        limit()
        let work = try shape.prepare(size)
        var seconds: [Double] = []
        var outcome = ""
        // The first run warms up where others follow.
        while seconds.count < 4, seconds.reduce(0, +) < 0.5 {
            let start = processorTime()
            outcome = try await work.run()
            seconds.append(processorTime() - start)
        }
        let times = (seconds.count > 1 ? Array(seconds.dropFirst()) : seconds).sorted()
        print("\(work.bytes)\t\(times[times.count / 2])\t\(peak())\t\(outcome)", terminator: "")
    }

    private static func limit() {
        var seconds = rlimit()
        (seconds.rlim_cur, seconds.rlim_max) = (rlim_t(secondLimit), rlim_t(secondLimit))
        setrlimit(cpuLimit, &seconds)
        var bytes = rlimit()
        (bytes.rlim_cur, bytes.rlim_max) = (rlim_t(memoryLimit), rlim_t(memoryLimit))
        setrlimit(spaceLimit, &bytes)
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func peak() -> Int {
        var usage = rusage()
        getrusage(own, &usage)
        return Int(usage.ru_maxrss) / mebibyte
    }

    #if canImport(Darwin)
        private static let mebibyte = 1_048_576
        private static let cpuLimit = RLIMIT_CPU
        private static let spaceLimit = RLIMIT_AS
        private static let own = RUSAGE_SELF
    #else
        /// Linux counts in kibibytes.
        private static let mebibyte = 1_024
        private static let cpuLimit = __rlimit_resource_t(RLIMIT_CPU.rawValue)
        private static let spaceLimit = __rlimit_resource_t(RLIMIT_AS.rawValue)
        private static let own = __rusage_who_t(RUSAGE_SELF.rawValue)
    #endif
}
