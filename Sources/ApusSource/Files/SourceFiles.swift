import ApusPlatform

/// The files read in one run. Shared between the stages; safe to use from several threads.
public final class SourceFiles: Sendable {
    public let limits: SourceLimits
    private let texts = Lock<[SourceText]>([])

    public init(limits: SourceLimits = .standard) {
        self.limits = limits
    }

    /// Adds a file's bytes: UTF-8 with or without byte order mark, or UTF-16 with one. ``parse(_:diagnostics:)``
    /// reports encoding errors.
    /// - Parameter path: The path shown to the user, relative where possible.
    public func add(path: String, bytes: [UInt8]) -> SourceFileID {
        let text = SourceText(path: path, bytes: bytes)
        return texts.withLock { texts in
            texts.append(text)
            return SourceFileID(index: UInt32(clamping: texts.count - 1))
        }
    }

    public var count: Int {
        texts.withLock { $0.count }
    }

    /// The size of all files together.
    public var byteCount: Int {
        (0..<count).reduce(0) { $0 + bytes(of: SourceFileID(index: UInt32($1))).count }
    }

    public func path(of file: SourceFileID) -> String {
        text(of: file).path
    }

    /// The text in UTF-8 without byte order mark, in which marks have their offsets.
    public func bytes(of file: SourceFileID) -> [UInt8] {
        text(of: file).bytes
    }

    public func position(of mark: SourceMark) -> SourcePosition {
        text(of: mark.file).findPosition(of: Int(mark.offset))
    }

    /// The text of a line, counted from 1, without its end; empty for lines that do not exist.
    public func line(_ number: Int, of file: SourceFileID) -> String {
        text(of: file).readLine(number)
    }

    /// The file, or an empty one for the id of another run.
    func text(of file: SourceFileID) -> SourceText {
        texts.withLock { texts in
            let index = Int(file.index)
            return index < texts.count ? texts[index] : SourceText(path: "<unknown file>", bytes: [])
        }
    }
}
