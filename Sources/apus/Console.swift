import ApusPipeline
import ApusPlatform

/// Findings and errors are printed to standard error, so that output can be piped.
enum Console {
    /// The maximum number of printed findings with one id, unless all are requested.
    static let limit = 10

    enum Stream: Int32 {
        case output = 1
        case errors = 2
    }

    static func report(_ findings: Findings) {
        write(text(of: findings, all: false, on: .errors))
    }

    /// Uses colors on a terminal, unless they are disabled (no-color.org).
    static func text(of findings: Findings, all: Bool, on stream: Stream) -> String {
        findings.text(limit: all ? nil : limit, color: isColored(stream))
    }

    static func isColored(_ stream: Stream) -> Bool {
        isatty(stream.rawValue) == 1 && getenv("NO_COLOR") == nil
    }

    static func report(_ text: String) {
        write(text + "\n")
    }

    static func complain(_ text: String) {
        write("apus: " + text + "\n")
    }

    /// Writes to standard error as it is.
    static func write(_ text: String) {
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { unistd.write(2, $0) }
            if count <= 0 { return }
            start += count
        }
    }

    private enum unistd {
        static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
            guard let base = bytes.baseAddress else { return 0 }
            return ApusPlatform.write(descriptor, base, bytes.count)
        }
    }
}
