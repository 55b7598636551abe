import ApusSource

/// What stands behind the question mark of a filter (RFC 9535 section 2.3.5).
indirect enum JSONPathCondition: Sendable {
    case or([JSONPathCondition])
    case and([JSONPathCondition])
    case not(JSONPathCondition)
    case exists(JSONPathQuery)
    case matches(JSONPathFunction)
    case comparison(JSONPathOperand, JSONPathComparison, JSONPathOperand)
}

enum JSONPathComparison: String, Sendable, CaseIterable {
    case equal = "=="
    case unequal = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
}

/// A query inside a filter, from the filtered node or from the root.
struct JSONPathQuery: Sendable {
    let isRelative: Bool
    let segments: [JSONPathSegment]

    var isSingular: Bool {
        segments.allSatisfy(\.isSingular)
    }
}

/// One side of a comparison, or an argument.
indirect enum JSONPathOperand: Sendable {
    case literal(SourceNode)
    case query(JSONPathQuery)
    case function(JSONPathFunction)
}

/// The functions of RFC 9535 section 2.4.
enum JSONPathFunction: Sendable {
    case length(JSONPathOperand)
    case count(JSONPathQuery)
    case value(JSONPathQuery)
    case match(JSONPathOperand, JSONPathOperand)
    case search(JSONPathOperand, JSONPathOperand)

    /// `match` and `search` are conditions; the others give values to compare.
    var isCondition: Bool {
        switch self {
        case .match, .search: true
        case .length, .count, .value: false
        }
    }
}
