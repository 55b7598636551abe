internal import ApusCodec

/// Counts the items with quadratic cost in libxml2: attributes and namespace declarations of one start tag, and
/// different names. One pass over the bytes, before libxml2 reads them.
///
/// The pass ends at text that is not well-formed: libxml2 reports it, and reads nothing after it.
struct XMLStartTags {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: XMLLimits
    private var index = 0
    /// The number of declarations of each open element.
    private var open: [Int] = []
    private var declarations = 0
    private var names: Set<Int> = []
    /// Whether the next value is that of a namespace declaration, which libxml2 stores like a name.
    private var declares = false

    /// - Throws: ``XMLProblem`` of kind `tooMany`, `tooLong` or `documentType`, with its location.
    static func check(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: XMLLimits) throws(XMLProblem) {
        var tags = XMLStartTags(bytes, limits)
        while try tags.skipMarkup() {}
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: XMLLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// Skips the next `<…>`; returns false at the end.
    private mutating func skipMarkup() throws(XMLProblem) -> Bool {
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        guard index + 1 < bytes.count else { return false }
        switch bytes[index + 1] {
        case UInt8(ascii: "?"): return skip(past: "?>", from: 2)
        case UInt8(ascii: "/"):
            declarations -= open.popLast() ?? 0
            return skip(past: ">", from: 2)
        case UInt8(ascii: "!"):
            if begins(with: "<!--") { return skip(past: "-->", from: 4) }
            if begins(with: "<![CDATA[") { return skip(past: "]]>", from: 9) }
            if begins(with: "<!DOCTYPE") {
                throw problem(.documentType, at: index, "a document type declaration is not accepted")
            }
            return false
        default: return try skipStartTag()
        }
    }

    private mutating func skipStartTag() throws(XMLProblem) -> Bool {
        // libxml2 stops at this depth, and reports it.
        if open.count > limits.depth { return false }
        let start = index
        index += 1
        try skipName()
        var attributes = 0
        var own = 0
        while index < bytes.count {
            let byte = bytes[index]
            if index - start > limits.startTagBytes {
                throw problem(.tooLong, at: start, "a start tag has more than \(limits.startTagBytes) bytes")
            }
            switch byte {
            case UInt8(ascii: ">"):
                let isEmpty = bytes[index - 1] == UInt8(ascii: "/")
                if isEmpty { declarations -= own } else { open.append(own) }
                index += 1
                return true
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let value = index + 1
                guard skipValue(byte, from: start) else { continue }
                if declares { try note(value..<max(value, min(index, bytes.count) - 1)) }
                declares = false
            case UInt8(ascii: "<"): return false
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "="), UInt8(ascii: "/"): index += 1
            default:
                declares = begins(with: "xmlns")
                if declares {
                    own += 1
                    declarations += 1
                    try count(declarations, limits.declarations, "namespace declarations in scope", at: start)
                } else {
                    attributes += 1
                    try count(attributes, limits.attributes, "attributes", at: start)
                }
                try skipName()
            }
        }
        return false
    }

    /// Skips a quoted value, or stops where the tag is too long.
    private mutating func skipValue(_ quote: UInt8, from start: Int) -> Bool {
        index += 1
        while index < bytes.count, bytes[index] != quote {
            if index - start > limits.startTagBytes { return false }
            index += 1
        }
        index += 1
        return true
    }

    private mutating func skipName() throws(XMLProblem) {
        let start = index
        while index < bytes.count, !Self.endsName(bytes[index]) { index += 1 }
        try note(start..<index)
    }

    private mutating func note(_ name: Range<Int>) throws(XMLProblem) {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[name]))
        names.insert(hasher.finalize())
        try count(names.count, limits.names, "different names", at: name.lowerBound)
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "<"),
            UInt8(ascii: "\""), UInt8(ascii: "'"):
            true
        default: false
        }
    }

    private func count(_ count: Int, _ most: Int, _ what: String, at index: Int) throws(XMLProblem) {
        if count > most { throw problem(.tooMany, at: index, "there are more than \(most) \(what)") }
    }

    private mutating func skip(past end: StaticString, from distance: Int) -> Bool {
        index += distance
        while index < bytes.count {
            if begins(with: end) {
                index += end.utf8CodeUnitCount
                return true
            }
            index += 1
        }
        return false
    }

    private func begins(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= bytes.count, bytes[index] == text.utf8Start.pointee else { return false }
        return (1..<count).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
    }

    private func problem(_ kind: XMLProblem.Kind, at index: Int, _ reason: String) -> XMLProblem {
        let before = bytes[..<index]
        let line = before.count { $0 == 0x0A } + 1
        let column = index - (before.lastIndex(of: 0x0A) ?? -1)
        return XMLProblem(kind, reason, line: line, column: column)
    }
}
