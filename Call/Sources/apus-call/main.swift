import ApusCall
import ApusURLSession
import Foundation

/// Writes all bytes to a descriptor; a reader that has gone ends the process, as with other tools.
@Sendable func write(_ bytes: [UInt8], to handle: FileHandle) {
    do {
        try handle.write(contentsOf: Data(bytes))
    } catch {
        exit(CallStatus.fault.rawValue)
    }
}

let surroundings = Surroundings(
    variables: ProcessInfo.processInfo.environment, transport: URLSessionTransport(),
    print: { write($0, to: .standardOutput) }, complain: { write(Array($0.utf8), to: .standardError) },
    readInput: { limit in
        var bytes: [UInt8] = []
        while let piece = try? FileHandle.standardInput.read(upToCount: 1 << 16), !piece.isEmpty {
            bytes += piece
            if bytes.count > limit { return nil }
        }
        return bytes
    }, readLine: { readLine() }, isTerminal: isatty(1) == 1)
exit(await CallCommand(surroundings).run(Array(CommandLine.arguments.dropFirst())).rawValue)
