internal import ApusPlatform
internal import ApusRuntime
internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// The library's errors → problems with the kinds that all transports share.
enum ErrorMapping {
    enum Phase {
        case head, body
    }

    static func problem(_ error: any Error, during phase: Phase) -> TransportProblem {
        switch error {
        case let problem as TransportProblem: return problem
        case let failure as RequestBodyFailure: return failure.problem
        case is CancellationError: return TransportProblem(.cancelled, "")
        case let error as NIOConnectionError: return connection(error)
        case let error as HTTPClientError: return TransportProblem(kind(error, phase), "\(error)", underlying: error)
        case let error as HTTPParserError:
            let kind = error == .invalidEOFState ? closed(phase) : .invalidResponse
            return TransportProblem(kind, "\(error)", underlying: error)
        case let error as IOError: return TransportProblem(kind(error, phase), "\(error)", underlying: error)
        case let error as ChannelError: return TransportProblem(kind(error, phase), "\(error)", underlying: error)
        default: break
        }
        // Recognizes NIOSSL's error types without depending on it.
        let isTLS = String(reflecting: type(of: error)).hasPrefix("NIOSSL.")
        return TransportProblem(isTLS ? .tls : .other, "\(error)", underlying: error)
    }

    private static func closed(_ phase: Phase) -> TransportProblem.Kind {
        phase == .head ? .closedEarly : .truncatedBody
    }

    private static func kind(_ error: HTTPClientError, _ phase: Phase) -> TransportProblem.Kind {
        switch error {
        case .cancelled: .cancelled
        case .connectTimeout, .readTimeout, .writeTimeout, .deadlineExceeded, .tlsHandshakeTimeout,
            .socksHandshakeTimeout, .httpProxyHandshakeTimeout, .getConnectionFromPoolTimeout:
            .timedOut
        case .remoteConnectionClosed, .uncleanShutdown: closed(phase)
        case .bodyLengthMismatch: .requestBody
        case .invalidURL, .emptyHost, .emptyScheme, .traceRequestWithBody: .invalidRequest
        default: String(describing: error).contains("unsupportedScheme") ? .invalidRequest : .other
        }
    }

    private static func kind(_ error: IOError, _ phase: Phase) -> TransportProblem.Kind {
        switch error.errnoCode {
        case ECONNREFUSED: .connectionRefused
        case ECONNRESET, EPIPE: closed(phase)
        case ETIMEDOUT: .timedOut
        case EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL: .cannotConnect
        default: .other
        }
    }

    private static func kind(_ error: ChannelError, _ phase: Phase) -> TransportProblem.Kind {
        switch error {
        case .connectTimeout: .timedOut
        case .eof, .inputClosed, .outputClosed, .ioOnClosedChannel, .alreadyClosed: closed(phase)
        default: .other
        }
    }

    private static func connection(_ error: NIOConnectionError) -> TransportProblem {
        let message = "cannot connect to \(error.host):\(error.port)"
        guard let first = error.connectionErrors.first else {
            return TransportProblem(.hostNotFound, "\(error.host) has no address", underlying: error)
        }
        let found = (first.error as? IOError).map { kind($0, .head) } ?? .cannotConnect
        return TransportProblem(found == .other ? .cannotConnect : found, message, underlying: error)
    }
}
