import ApusSource
import ApusSpec

/// Merges constants, enums and formats.
extension FlatSchemas {
    func combineValues(_ parts: inout SchemaParts, with other: Schema, known: inout KnownMembers) {
        let (left, right) = (parts.const, other.const)
        if other.enumeration != nil { known.forgetValues() }
        combineEnums(&parts, with: other)
        parts.const = right ?? left
        if let left, let right, !left.isEqual(to: right) {
            log.report(.contradiction("const", [CompactJSON.write(left)], [CompactJSON.write(right)], other))
            (parts.const, parts.enumeration) = (nil, [left, right])
            known.forgetValues()
        } else if let const = parts.const, parts.enumeration != nil, !known.list(const, in: parts.enumeration ?? []) {
            // No part of the values may live on while one is appended, which would copy all of them.
            let shown = parts.enumeration.map { $0.prefix(Self.shownValues).map(CompactJSON.write) } ?? []
            let sides = [shown, [CompactJSON.write(const)]]
            let index = right == nil ? 1 : 0
            log.report(.contradiction("enum or const", sides[index], sides[1 - index], other))
            parts.const = nil
            parts.enumeration?.append(const)
        }
    }

    /// The number of values of each side that a finding shows.
    static let shownValues = 8

    private func combineEnums(_ parts: inout SchemaParts, with other: Schema) {
        guard let left = parts.enumeration, let right = other.enumeration else {
            parts.enumeration = parts.enumeration ?? other.enumeration
            return
        }
        let listed = Dictionary(grouping: right, by: \.structuralHash)
        let common = left.filter { value in listed[value.structuralHash]?.contains { $0.isEqual(to: value) } == true }
        if common.isEmpty {
            let sides = [left, right].map { $0.prefix(Self.shownValues).map(CompactJSON.write) }
            log.report(.contradiction("enum", sides[0], sides[1], other))
        }
        parts.enumeration = common.isEmpty ? left + right : common
    }

    /// A format with its own Swift type is narrower than one without, and so is `int32` than `int64`.
    func combineFormats(_ parts: inout SchemaParts, with other: Schema) {
        guard let left = parts.format, let right = other.format, left != right else {
            parts.format = parts.format ?? other.format
            return
        }
        if let first = NumberFormat.allCases.first(where: { $0.rawValue == left || $0.rawValue == right }) {
            parts.format = first.rawValue
            return
        }
        // `password` affects only the display of a text.
        let kinds = (TextFormat.named[left], TextFormat.named[right])
        if kinds.0 == nil || left == "password" {
            parts.format = kinds.1 == nil ? left : right
        } else if kinds.1 != nil, kinds.0 != kinds.1, right != "password" {
            log.report(.contradiction("format", [left], [right], other))
            parts.format = nil
        }
    }
}
