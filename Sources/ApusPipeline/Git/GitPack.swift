import ApusPlatform

/// One pack with its index of version 2 (gitformat-pack).
struct GitPack {
    private let index: [UInt8]
    private let pack: String
    private let count: Int
    private let digestSize: Int

    /// - Returns: nil for an unreadable index, or one of version 1, which git has not written since 2007.
    init?(index path: String, digestSize: Int) {
        guard let bytes = GitFolder.bytes(of: path), bytes.count > 8 + 1_024,
            bytes.prefix(8) == [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2]
        else { return nil }
        index = bytes
        pack = String(path.dropLast("idx".count)) + "pack"
        self.digestSize = digestSize
        count = Self.number(bytes, at: 8 + 255 * 4)
        guard bytes.count >= 8 + 1_024 + count * (digestSize + 8) else { return nil }
    }

    /// The offset in the pack of an object.
    func find(_ digest: [UInt8]) -> Int? {
        guard digest.count == digestSize else { return nil }
        var (low, high) = (digest[0] == 0 ? 0 : fan(Int(digest[0]) - 1), fan(Int(digest[0])))
        guard low <= high, high <= count else { return nil }
        while low < high {
            let middle = (low + high) / 2
            let candidate = self.digest(middle)
            if candidate.elementsEqual(digest) { return offset(middle) }
            if candidate.lexicographicallyPrecedes(digest) { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// The names that begin with these digits, at most two.
    func names(from prefix: String) -> [String] {
        guard let first = GitObjects.bytes(of: prefix).first else { return [] }
        let (low, high) = (first == 0 ? 0 : fan(Int(first) - 1), min(fan(Int(first)), count))
        guard low < high else { return [] }
        return Array(
            (low..<high).lazy.map { GitObjects.name(of: digest($0)) }.filter { $0.hasPrefix(prefix) }.prefix(2))
    }

    private func fan(_ byte: Int) -> Int { Self.number(index, at: 8 + byte * 4) }

    private func digest(_ position: Int) -> ArraySlice<UInt8> {
        let start = 8 + 1_024 + position * digestSize
        return index[start..<start + digestSize]
    }

    private func offset(_ position: Int) -> Int? {
        let table = 8 + 1_024 + count * (digestSize + 4)
        let value = Self.number(index, at: table + position * 4)
        guard value & 0x8000_0000 != 0 else { return value }
        let large = table + count * 4 + (value & 0x7FFF_FFFF) * 8
        guard large + 8 <= index.count else { return nil }
        let high = Self.number(index, at: large)
        return high < 1 << 30 ? high << 32 | Self.number(index, at: large + 4) : nil
    }

    private static func number(_ bytes: [UInt8], at position: Int) -> Int {
        (0..<4).reduce(0) { $0 << 8 | Int(bytes[position + $1]) }
    }

    typealias Object = (kind: GitObjects.Kind, bytes: [UInt8])

    /// - Parameter readOther: Reads the base of a difference that names it by its digest.
    func read(at offset: Int, _ readOther: (String) -> Object?) -> Object? {
        read(at: offset, depth: 0, readOther)
    }

    private func read(at offset: Int, depth: Int, _ readOther: (String) -> Object?) -> Object? {
        // git's own limit of a chain is 4095; its default is 50.
        let head = bytes(at: offset, count: 64)
        guard depth < 1_000, let first = head.first else { return nil }
        var (size, shift, position) = (Int(first & 0x0F), 4, 1)
        while head[position - 1] & 0x80 != 0 {
            guard position < head.count, shift < 56 else { return nil }
            size |= Int(head[position] & 0x7F) << shift
            shift += 7
            position += 1
        }
        let kind = Int(first >> 4 & 7)
        var base: Object?
        switch kind {
        case 6:
            guard let distance = Self.distance(head, &position), distance > 0, distance <= offset else { return nil }
            base = read(at: offset - distance, depth: depth + 1, readOther)
        case 7:
            guard position + digestSize <= head.count else { return nil }
            base = readOther(GitObjects.name(of: head[position..<position + digestSize]))
            position += digestSize
        default: break
        }
        // Incompressible data grows by five bytes for each 16 KiB.
        guard size <= GitObjects.sizeLimit,
            let data = Inflate.decompress(
                bytes(at: offset + position, count: size + size / 1_000 + 128)[...], limit: size)
        else { return nil }
        if kind < 5 { return GitObjects.Kind(rawValue: kind).map { ($0, data) } }
        guard let base, let whole = Self.apply(data, to: base.bytes) else { return nil }
        return (base.kind, whole)
    }

    /// A part of the pack, which may be larger than memory.
    private func bytes(at offset: Int, count: Int) -> [UInt8] {
        let file = open(pack, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let base = buffer.baseAddress {
                let read = pread(file, base + filled, count - filled, off_t(offset + filled))
                if read <= 0 { return }
                filled += read
            }
        }
    }

    /// Seven bits per byte, in which each byte but the last adds one.
    private static func distance(_ bytes: [UInt8], _ position: inout Int) -> Int? {
        var value = -1
        while position < bytes.count, value < 1 << 48 {
            let byte = bytes[position]
            position += 1
            value = (value + 1) << 7 | Int(byte & 0x7F)
            if byte & 0x80 == 0 { return value }
        }
        return nil
    }

    /// Copies of parts of the base, and new bytes.
    private static func apply(_ delta: [UInt8], to base: [UInt8]) -> [UInt8]? {
        var position = 0
        func size() -> Int? {
            var (value, shift) = (0, 0)
            while position < delta.count, shift < 56 {
                let byte = delta[position]
                position += 1
                value |= Int(byte & 0x7F) << shift
                if byte & 0x80 == 0 { return value }
                shift += 7
            }
            return nil
        }
        guard size() == base.count, let total = size(), total <= GitObjects.sizeLimit else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(total)
        while position < delta.count {
            let order = delta[position]
            position += 1
            if order & 0x80 == 0 {
                guard order > 0, position + Int(order) <= delta.count else { return nil }
                output += delta[position..<position + Int(order)]
                position += Int(order)
                continue
            }
            var numbers = [0, 0]
            for bit in 0..<7 where order & (1 << UInt8(bit)) != 0 {
                guard position < delta.count else { return nil }
                numbers[bit < 4 ? 0 : 1] |= Int(delta[position]) << (8 * (bit < 4 ? bit : bit - 4))
                position += 1
            }
            let length = numbers[1] == 0 ? 0x10000 : numbers[1]
            guard numbers[0] + length <= base.count, output.count + length <= total else { return nil }
            output += base[numbers[0]..<numbers[0] + length]
        }
        return output.count == total ? output : nil
    }
}
