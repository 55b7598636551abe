import ApusJSON
import ApusSource
import ApusSpec

/// Compares the parameters of a request, and the fields of forms, with the document.
struct ParameterCheck {
    private let document: Document
    private let operation: Operation

    init(_ document: Document, _ operation: Operation) {
        self.document = document
        self.operation = operation
    }

    func check(_ request: ContractRequest, into found: inout DifferenceList) {
        let address = RequestAddress(request.url)
        checkPath(address.path, into: &found)
        checkQuery(address.query, into: &found)
        let cookies = Self.cookies(in: request.headers)
        for parameter in operation.parameters where parameter.location == .header || parameter.location == .cookie {
            // The specification ignores parameters of these names.
            let name = ASCII.lowered(parameter.name)
            if ["accept", "authorization", "content-type"].contains(name) { continue }
            let value =
                parameter.location == .header
                ? request.headers.value(of: parameter.name)
                : cookies.first { SourceKey.areSame($0.name, parameter.name) }?.value
            // A recording without cookies leaves them out.
            if parameter.location == .cookie, cookies.isEmpty { continue }
            checkValue(value, of: parameter, into: &found)
        }
    }

    /// Parameters that are a whole segment of the path, from its end, since a base path may precede it.
    private func checkPath(_ path: String, into found: inout DifferenceList) {
        let template = operation.path.utf8.split(separator: UInt8(ascii: "/"))
        let segments = path.utf8.split(separator: UInt8(ascii: "/"))
        for (part, segment) in zip(template.reversed(), segments.reversed())
        where part.first == UInt8(ascii: "{") && part.last == UInt8(ascii: "}") {
            let name = String(Substring(part.dropFirst().dropLast()))
            let parameter = operation.parameters.first { $0.location == .path && SourceKey.areSame($0.name, name) }
            guard let parameter, parameter.style == .simple else { continue }
            checkValue(JSONPointer.decodePercent(String(Substring(segment))), of: parameter, into: &found)
        }
    }

    private static func cookies(in headers: [(name: String, value: String)]) -> [(name: String, value: String)] {
        let line = headers.value(of: "cookie") ?? ""
        return line.utf8.split(separator: UInt8(ascii: ";")).map { pair in
            let parts = pair.drop { $0 == 0x20 }.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (name: String(Substring(parts[0])), value: parts.count > 1 ? String(Substring(parts[1])) : "")
        }
    }

    private func checkQuery(_ query: [(name: String, value: String)], into found: inout DifferenceList) {
        let parameters = operation.parameters.filter { $0.location == .query }
        let isWhole = operation.parameters.contains { $0.location == .queryString }
        let names = QueryNames(parameters, document, keys: keyNames)
        let values = Dictionary(query.map { (SourceKey($0.name), $0.value) }, uniquingKeysWith: { first, _ in first })
        let bases = Set(query.compactMap { QueryNames.base(of: $0.name) })
        for parameter in parameters {
            let key = SourceKey(parameter.name)
            if let value = values[key] {
                checkValue(value, of: parameter, into: &found)
            } else if parameter.isRequired, !bases.contains(key), !names.isSpread(parameter) {
                found.add(difference(.missingParameter, parameter))
            }
        }
        if isWhole || names.isOpen { return }
        for (name, _) in query where !names.knows(name) {
            found.add(
                Difference(
                    kind: .parameter, operation: operation.shown,
                    part: "the query parameter \(Difference.quote(name))", pointer: "", name: name, seen: nil,
                    place: Difference.Place(operation.mark, operation.pointer)))
        }
    }

    /// The names of credentials in the query.
    private var keyNames: [String] {
        document.securitySchemes.compactMap { scheme in
            if case .apiKey(let name, .query) = scheme.kind { return name }
            return nil
        }
    }

    private func checkValue(_ value: String?, of parameter: Parameter, into found: inout DifferenceList) {
        guard let value else {
            if parameter.isRequired { found.add(difference(.missingParameter, parameter)) }
            return
        }
        guard let schema = parameter.schema, !value.isEmpty, !Redaction.isHidden(value) else { return }
        guard let (kind, place) = TextFit(document).mismatch(of: value, with: schema) else { return }
        found.add(
            Difference(
                kind: kind, operation: operation.shown, part: part(of: parameter), pointer: "", name: "",
                seen: .string, place: place))
    }

    /// The fields of a form: unknown ones, and required ones that are absent.
    func checkForm(
        _ fields: [(name: String, value: String)], _ schema: Schema, _ media: MediaType, part: String,
        into found: inout DifferenceList
    ) {
        let mark = SourceNode(.mapping(SourceMapping()), mark: media.mark)
        let all = Branches(of: mark, schema, document).all
        let properties = all.flatMap(\.object.properties)
        let known = Set(properties.map { SourceKey($0.name) })
        let sent = Set(fields.map { QueryNames.base(of: $0.name) ?? SourceKey($0.name) })
            .union(fields.map { SourceKey($0.name) })
        guard let owner = all.first(where: { !$0.object.properties.isEmpty }) else { return }
        let isOpen = all.contains { $0.object.isOpen }
        for (name, _) in fields where !isOpen && !known.contains(SourceKey(name)) {
            if let base = QueryNames.base(of: name), known.contains(base) { continue }
            found.add(
                Difference(
                    kind: .member, operation: operation.shown, part: part, pointer: "", name: name, seen: .string,
                    place: Difference.Place(owner.mark, owner.id.pointer)))
        }
        for branch in all {
            for name in branch.object.required where !sent.contains(SourceKey(name)) {
                found.add(
                    Difference(
                        kind: .missingMember, operation: operation.shown, part: part, pointer: "", name: name,
                        seen: nil, place: Difference.Place(branch.mark, branch.id.pointer)))
            }
        }
    }

    private func part(of parameter: Parameter) -> String {
        "the \(parameter.location.rawValue) parameter \(Difference.quote(parameter.name))"
    }

    private func difference(_ kind: Difference.Kind, _ parameter: Parameter) -> Difference {
        Difference(
            kind: kind, operation: operation.shown, part: part(of: parameter), pointer: "", name: parameter.name,
            seen: nil, place: Difference.Place(parameter.mark, parameter.pointer))
    }
}
