import ApusModel
import ApusSource
import ApusSpec

/// Defaults and formats of parameters, which no Swift type shows.
extension Comparison {
    func compareDefaults(
        _ left: ParameterDecl, _ right: ParameterDecl, of pair: (OperationDecl, OperationDecl), _ symbol: String,
        at spot: Spot
    ) {
        let name = ChangeText.plain(right.name)
        let before = old.parameter(left, of: pair.0).flatMap { schema(of: $0, old) }
        let after = new.parameter(right, of: pair.1).flatMap { schema(of: $0, new) }
        if left.isRequired, right.isRequired, (left.defaultValue == nil) != (right.defaultValue == nil) {
            let id =
                right.defaultValue == nil
                ? "parameter-argument-now-demanded" : "parameter-argument-no-longer-demanded"
            let value = right.defaultValue.map { " = " + new.spelling.value($0) } ?? ""
            report(
                id, symbol, old: left.defaultValue.map(old.spelling.value) ?? ChangeText.none, new: name + value,
                at: spot)
        } else if !Self.areEqual(before?.defaultValue, after?.defaultValue) {
            let (first, second) = (before?.defaultValue, after?.defaultValue)
            let id =
                first == nil
                ? "parameter-default-added" : second == nil ? "parameter-default-removed" : "parameter-default-changed"
            report(
                id, symbol, old: first.map(ChangeText.value) ?? ChangeText.none,
                new: second.map { "\(name) defaults to \(ChangeText.value($0))" } ?? "\(name) has no default", at: spot)
        }
        if isSame(left.type, right.type), before?.format != after?.format, before != nil, after != nil {
            report(
                "parameter-format-changed", symbol, old: before?.format ?? ChangeText.none,
                new: "\(name) is \(after?.format ?? ChangeText.none)", at: spot)
        }
    }

    private func schema(of parameter: Parameter, _ side: Side) -> Schema? {
        (parameter.content?.schema ?? parameter.schema).map(side.document.resolve)
    }

    static func areEqual(_ left: SourceNode?, _ right: SourceNode?) -> Bool {
        switch (left, right) {
        case (nil, nil): true
        case (let first?, let second?): first.isEqual(to: second)
        default: false
        }
    }
}
