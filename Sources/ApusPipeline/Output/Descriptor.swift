import ApusPlatform

/// An open file or folder, closed when the last reference to it is released. Negative if opening failed.
final class Descriptor {
    private(set) var number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    deinit {
        if number >= 0 { _ = close(number) }
    }

    var isOpen: Bool { number >= 0 }

    /// Transfers the number to a new owner, who closes it.
    func release() -> Int32 {
        defer { number = -1 }
        return number
    }

    /// All bytes; nil with `errno` where they cannot be read, or exceed the limit.
    func readAll(expecting size: Int, limit: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var chunk = [UInt8](repeating: 0, count: max(4096, min(size + 1, 1 << 20)))
        while true {
            let count = chunk.withUnsafeMutableBytes { posixRead($0) }
            if count < 0, errno == EINTR { continue }
            if count < 0 { return nil }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            if bytes.count > limit {
                errno = EFBIG
                return nil
            }
        }
    }

    /// Returns false with `errno` set.
    func writeAll(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = posixWrite(UnsafeRawBufferPointer(rebasing: rest))
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    private func posixRead(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        ApusPlatform.read(number, buffer.baseAddress, buffer.count)
    }

    private func posixWrite(_ buffer: UnsafeRawBufferPointer) -> Int {
        ApusPlatform.write(number, buffer.baseAddress, buffer.count)
    }
}
