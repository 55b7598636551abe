extension APIBody {
    /// A file of the file system, read in chunks of 64 KiB while it is sent, and again for each repetition of a call.
    ///
    /// - Throws: ``FileProblem`` when the file cannot be opened. A file that cannot be read later fails the call with
    ///   ``TransportProblem/Kind/requestBody``.
    public static func file(_ path: String) throws(FileProblem) -> APIBody {
        let length = try FileDescriptor.open(reading: path).length
        return .stream(ByteStream(file: path), length: length, isReplayable: length != nil)
    }

    /// The same body, which reports the number of bytes sent so far, starting again for each repetition of a call.
    ///
    /// Bytes that the connection has accepted count as sent; some of them may still be in the system's buffers. In a
    /// part of a multipart body it reports the bytes read, which over `URLSession` is long before they are sent.
    ///
    /// - Parameter report: Called after each chunk.
    public func reporting(_ report: @escaping @Sendable (_ sent: Int64) -> Void) -> APIBody {
        let source: ByteStream
        switch content {
        case .none: return self
        case .bytes(let bytes): source = ByteStream(inPieces: bytes)
        case .stream(let stream): source = stream
        }
        var body: APIBody = .stream(source.reporting(report), length: length, isReplayable: isReplayable)
        let inner = progress
        body.progress = UploadProgress(stream: inner?.stream ?? source) { sent in
            inner?.report(sent)
            report(sent)
        }
        return body
    }
}

/// For transports that read a streamed body before they send it: the body without its reports, and the callback for
/// progress.
package struct UploadProgress: Sendable {
    package let stream: ByteStream
    package let report: @Sendable (_ sent: Int64) -> Void
}

extension ByteStream {
    /// Bytes in chunks of 64 KiB, between which progress can be reported.
    fileprivate init(inPieces bytes: [UInt8]) {
        self.init(starting: {
            var rest = bytes[...]
            return {
                let piece = rest.prefix(1 << 16)
                rest = rest.dropFirst(piece.count)
                return piece.isEmpty ? nil : [UInt8](piece)
            }
        })
    }

    /// The bytes of a file, opened again for each iteration.
    public init(file path: String) {
        self.init(starting: {
            var file: FileDescriptor?
            return {
                let open = try file ?? FileDescriptor.open(reading: path)
                file = open
                let piece = try open.read(upTo: 1 << 16)
                return piece.isEmpty ? nil : piece
            }
        })
    }

    /// The same stream, which reports the number of bytes read so far.
    ///
    /// - Parameter report: Called after each chunk.
    public func reporting(_ report: @escaping @Sendable (_ taken: Int64) -> Void) -> ByteStream {
        let source = self
        return ByteStream(starting: {
            var iterator = source.makeAsyncIterator()
            var taken: Int64 = 0
            return {
                guard let piece = try await iterator.next() else { return nil }
                taken += Int64(piece.count)
                report(taken)
                return piece
            }
        })
    }
}
