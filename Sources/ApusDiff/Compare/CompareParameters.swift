import ApusModel
import ApusSource
import ApusSpec

/// The parameters of a request: as arguments, and in the message.
extension Comparison {
    func compareParameters(_ before: OperationDecl, _ after: OperationDecl, _ symbol: String) {
        let pairs = pairParameters(before, after)
        var moved: [ParameterDecl] = []
        for parameter in pairs.removed {
            let other = pairs.added.first { $0.key == parameter.key && $0.location != parameter.location }
            if let other {
                moved.append(other)
                compareParameter(parameter, other, of: (before, after), symbol)
            } else {
                report(
                    "parameter-removed", symbol, old: Self.plain(parameter.name),
                    wire: "\(parameter.key) is no longer sent", at: .old(mark(of: parameter, in: before, old)))
            }
        }
        for parameter in pairs.added where !moved.contains(parameter) { reportNew(parameter, of: after, symbol) }
        for (left, right) in pairs.renamed { compareRenamed(left, right, of: (before, after), symbol) }
        for (left, right) in pairs.same {
            if left.key == right.key {
                compareParameter(left, right, of: (before, after), symbol)
            } else {
                compareRenamed(left, right, of: (before, after), symbol)
            }
        }
        compareOrder(before, after, symbol)
        compareLimits(before, after, symbol)
    }

    func pairParameters(_ before: OperationDecl, _ after: OperationDecl) -> MemberPairs<ParameterDecl> {
        let places = Self.pathPlaces(before, after)
        return MemberPairs(
            before.parameters, after.parameters,
            key: { ($0.location == .path ? places[$0.key] : nil) ?? $0.location.rawValue + " " + $0.key },
            name: \.key,
            isAlike: { $0.location == $1.location && $0.isRequired == $1.isRequired && self.isSame($0.type, $1.type) })
    }

    /// Path parameters that have another name at the same place of the path.
    private static func pathPlaces(_ before: OperationDecl, _ after: OperationDecl) -> [String: String] {
        let (old, new) = (names(in: before.path), names(in: after.path))
        guard OperationPairs.plain(path: before.path) == OperationPairs.plain(path: after.path) else { return [:] }
        var places: [String: String] = [:]
        for (place, (left, right)) in zip(old, new).enumerated() where !new.contains(left) && !old.contains(right) {
            places[left] = "path #\(place)"
            places[right] = "path #\(place)"
        }
        return places
    }

    /// `/pets/{id}/owners/{owner}` → `id`, `owner`
    private static func names(in path: String) -> [String] {
        path.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }
    }

    private static func plain(_ name: String) -> String { ChangeText.plain(name) }

    func mark(of parameter: ParameterDecl, in operation: OperationDecl, _ side: Side) -> SourceMark? {
        side.parameter(parameter, of: operation)?.nameMark ?? side.mark(ofOperation: operation.id)
    }

    private func reportNew(_ parameter: ParameterDecl, of operation: OperationDecl, _ symbol: String) {
        let type = new.spelling.type(parameter.declaredType)
        let spot = Spot.new(mark(of: parameter, in: operation, new))
        let name = Self.plain(parameter.name)
        let wire = "\(parameter.key) in \(Self.describe(parameter.location))"
        if !parameter.isRequired {
            report(
                "parameter-added-optional", symbol, new: "\(name): \(type)",
                wire: wire, at: spot)
        } else if let value = parameter.defaultValue {
            report(
                "parameter-added-with-default", symbol, new: "\(name): \(type) = \(new.spelling.value(value))",
                wire: wire, at: spot)
        } else {
            report("parameter-added-required", symbol, new: "\(name): \(type)", wire: wire, at: spot)
        }
    }

    private func compareRenamed(
        _ left: ParameterDecl, _ right: ParameterDecl, of pair: (OperationDecl, OperationDecl), _ symbol: String
    ) {
        let spot = Spot.new(mark(of: right, in: pair.1, new))
        // The name of a path parameter is no part of a message.
        let wire = right.location == .path ? nil : ChangeText.arrow(left.key, right.key)
        if left.name != right.name {
            report(
                "parameter-renamed", symbol, old: Self.plain(left.name), new: Self.plain(right.name), wire: wire,
                at: spot, keeping: ChangeText.rename("\(pair.1.id).\(right.key)", to: left.name))
        } else if right.location != .path {
            report("parameter-key-changed", symbol, new: Self.plain(right.name), wire: wire, at: spot)
        }
        compareParts(left, right, of: pair, symbol, at: spot)
    }

    private func compareParameter(
        _ left: ParameterDecl, _ right: ParameterDecl, of pair: (OperationDecl, OperationDecl), _ symbol: String
    ) {
        let spot = Spot.new(mark(of: right, in: pair.1, new))
        if left.name != right.name {
            report(
                "parameter-name-changed", symbol, old: Self.plain(left.name), new: Self.plain(right.name), at: spot,
                keeping: ChangeText.rename("\(pair.1.id).\(right.key)", to: left.name))
        }
        compareParts(left, right, of: pair, symbol, at: spot)
    }

    private func compareParts(
        _ left: ParameterDecl, _ right: ParameterDecl, of pair: (OperationDecl, OperationDecl), _ symbol: String,
        at spot: Spot
    ) {
        let name = Self.plain(right.name)
        if !isSame(left.type, right.type) {
            report(
                "parameter-type-changed", symbol, old: old.spelling.type(left.type),
                new: "\(name): \(new.spelling.type(right.type))", at: spot)
        }
        if left.isRequired != right.isRequired {
            let id = right.isRequired ? "parameter-now-required" : "parameter-now-optional"
            report(id, symbol, new: right.isRequired ? "\(name): \(new.spelling.type(right.type))" : name, at: spot)
        }
        compareDeprecation(left, right, symbol, at: spot)
        compareWriting(left, right, symbol, at: spot)
        compareDefaults(left, right, of: pair, symbol, at: spot)
        if !Self.isSaidAlike(left.doc, right.doc) {
            report("parameter-description-changed", symbol, new: name, at: spot)
        }
    }

    /// A deprecated optional parameter is no argument any more, so that nobody is asked for it.
    private func compareDeprecation(_ left: ParameterDecl, _ right: ParameterDecl, _ symbol: String, at spot: Spot) {
        let name = Self.plain(right.name)
        switch (left.deprecation, right.deprecation) {
        case (nil, .some):
            let id = right.isRequired ? "required-parameter-deprecated" : "optional-parameter-deprecated"
            report(id, symbol, old: name, new: name, at: spot)
        case (.some, nil): report("parameter-no-longer-deprecated", symbol, new: name, at: spot)
        default: return
        }
    }

    private func compareWriting(_ left: ParameterDecl, _ right: ParameterDecl, _ symbol: String, at spot: Spot) {
        let name = Self.plain(right.name)
        func compare<Value: Equatable>(_ id: String, _ before: Value, _ after: Value, _ describe: (Value) -> String) {
            guard before != after else { return }
            report(id, symbol, old: describe(before), new: name + " " + describe(after), at: spot)
        }
        compare("parameter-location-changed", left.location, right.location) { "in " + Self.describe($0) }
        guard left.location == right.location else { return }
        compare("parameter-style-changed", left.style, right.style) { "in the style " + $0 }
        if left.style == right.style {
            compare("parameter-explode-changed", left.explode, right.explode) {
                $0 ? "with each element apart" : "with all elements together"
            }
        }
        compare("parameter-reserved-changed", left.allowsReserved, right.allowsReserved) {
            $0 ? "with reserved characters as they are" : "with reserved characters escaped"
        }
        compare("parameter-empty-value-changed", left.allowsEmptyValue, right.allowsEmptyValue) {
            $0 ? "with or without a value" : "with a value"
        }
        compare("parameter-content-type-changed", left.contentType, right.contentType) { "as " + ($0 ?? "a form") }
    }

    static func describe(_ location: ParameterDecl.Location) -> String {
        switch location {
        case .path: "the path"
        case .query: "the query"
        case .header: "a header"
        case .cookie: "a cookie"
        case .queryString: "the whole query"
        case .part: "a header of a part"
        }
    }

    private func compareOrder(_ before: OperationDecl, _ after: OperationDecl, _ symbol: String) {
        let (first, second) = (Self.arguments(of: before), Self.arguments(of: after))
        let common = Set(first).intersection(second)
        let (left, right) = (first.filter(common.contains), second.filter(common.contains))
        guard left != right else { return }
        report(
            "parameters-reordered", symbol, old: left.joined(separator: ", "), new: right.joined(separator: ", "),
            at: .new(new.mark(ofOperation: after.id)))
    }

    /// The labels of the method, in order: required ones first, the body after them.
    static func arguments(of operation: OperationDecl) -> [String] {
        let offered = operation.parameters.filter { $0.isRequired || $0.deprecation == nil }
        let (demanded, others) = (offered.filter(\.isRequired), offered.filter { !$0.isRequired })
        let body = operation.body.map { [$0.name] } ?? []
        let isLate = operation.body?.isRequired == false
        return demanded.map(\.name) + (isLate ? [] : body) + others.map(\.name) + (isLate ? body : [])
    }
}
