import ApusModel
import ApusSource
import ApusSpec

/// The constraints that `validate()` and the checks of a client apply to values, in addition to their types.
extension Comparison {
    /// Those of a property: `"name":{"minLength":1}`.
    func compareLimits(
        _ before: String?, _ after: String?, ignoring ignored: Set<String>, _ symbol: String, at spot: Spot
    ) {
        guard before != after else { return }
        compareSchemas(
            before.flatMap(ConstraintReader.schema), after.flatMap(ConstraintReader.schema), ignoring: ignored, symbol,
            at: spot)
    }

    /// The limits of an object or a tuple as a whole.
    func compareLimits(_ before: [ConstraintDecl], _ after: [ConstraintDecl], _ symbol: String, at spot: Spot) {
        guard before != after else { return }
        compareSchemas(ConstraintReader.schema(before), ConstraintReader.schema(after), symbol, at: spot)
    }

    /// Those of parameters, `"query limit":{"maximum":100}`, and of a body that is no model.
    func compareLimits(_ before: OperationDecl, _ after: OperationDecl, _ symbol: String) {
        guard before.constraints != after.constraints else { return }
        let (left, right) = (
            ConstraintReader.locations(before.constraints), ConstraintReader.locations(after.constraints)
        )
        for parameter in after.parameters {
            let location = Self.location(of: parameter)
            guard before.parameters.contains(where: { Self.location(of: $0) == location }) else { continue }
            compareSchemas(
                left[location], right[location], "\(symbol): \(ChangeText.plain(parameter.name))",
                at: .new(mark(of: parameter, in: after, new)))
        }
        guard before.body != nil, after.body != nil else { return }
        compareSchemas(
            left["body"], right["body"], "\(symbol): the body",
            at: .new(new.operation(after)?.requestBody?.mark ?? new.mark(ofOperation: after.id)))
    }

    private static func location(of parameter: ParameterDecl) -> String {
        parameter.location == .queryString ? "query" : "\(parameter.location.rawValue) \(parameter.key)"
    }

    private func compareSchemas(
        _ before: SourceNode?, _ after: SourceNode?, ignoring ignored: Set<String> = [], _ symbol: String, at spot: Spot
    ) {
        let keys = (before?.mapping?.keys ?? []) + (after?.mapping?.keys ?? []).filter { before?[$0] == nil }
        for key in keys where !ignored.contains(key) {
            let (left, right) = (before?[key], after?[key])
            guard !Self.areEqual(left, right) else { continue }
            if let id = Self.bounds[key] {
                compareBound(id, isUpper: key.lowercased().contains("max"), left, right, symbol, at: spot)
            } else if key == "items", left?.mapping != nil || right?.mapping != nil {
                compareSchemas(left, right, symbol + "[]", at: spot)
            } else {
                compareOther(key, left, right, symbol, at: spot)
            }
        }
    }

    private static let bounds = [
        "minimum": "minimum", "maximum": "maximum", "exclusiveMinimum": "exclusive-minimum",
        "exclusiveMaximum": "exclusive-maximum", "minLength": "min-length", "maxLength": "max-length",
        "minItems": "min-items", "maxItems": "max-items", "minProperties": "min-properties",
        "maxProperties": "max-properties",
    ]

    private func compareBound(
        _ id: String, isUpper: Bool, _ left: SourceNode?, _ right: SourceNode?, _ symbol: String, at spot: Spot
    ) {
        let open = isUpper ? Double.infinity : -Double.infinity
        let (first, second) = (left?.number?.double ?? open, right?.number?.double ?? open)
        let isNarrower = isUpper ? second < first : second > first
        report(
            id + (isNarrower ? "-narrowed" : "-widened"), symbol, old: left.map(ChangeText.value) ?? ChangeText.none,
            new: right.map(ChangeText.value) ?? ChangeText.none, at: spot)
    }

    private func compareOther(
        _ key: String, _ left: SourceNode?, _ right: SourceNode?, _ symbol: String, at spot: Spot
    ) {
        let verb = left == nil ? "added" : right == nil ? "removed" : "changed"
        func value(_ node: SourceNode?) -> String { node.map { $0.string ?? ChangeText.value($0) } ?? "" }
        switch key {
        case "multipleOf": report("multiple-of-" + verb, symbol, old: value(left), new: value(right), at: spot)
        case "pattern": report("pattern-" + verb, symbol, old: value(left), new: value(right), at: spot)
        case "uniqueItems":
            report(
                right?.boolean == true ? "unique-items-added" : "unique-items-removed", symbol, at: spot)
        default:
            report(
                "constraint-" + verb, symbol, old: "`\(key)` \(value(left))", new: "`\(key)` \(value(right))", at: spot)
        }
    }
}

/// Reads the JSON of constraints.
enum ConstraintReader {
    /// The schema of a member: `"name":{"minLength":1}` or `{"minLength":1}`.
    static func schema(_ text: String) -> SourceNode? {
        if text.hasPrefix("{") { return read(text) }
        return read("{" + text + "}")?.mapping?.entries.first?.value
    }

    static func schema(_ constraints: [ConstraintDecl]) -> SourceNode? {
        read("{" + constraints.map { "\"\($0.keyword)\":\($0.json)" }.joined(separator: ",") + "}")
    }

    /// The schemas by their locations.
    static func locations(_ constraints: [String]) -> [String: SourceNode] {
        let entries = read("{" + constraints.joined(separator: ",") + "}")?.mapping?.entries ?? []
        return Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
    }

    private static func read(_ json: String) -> SourceNode? {
        let files = SourceFiles()
        return try? files.parse(files.add(path: "constraints.json", bytes: Array(json.utf8)))
    }
}
