import ApusModel

/// A request builder.
struct OperationContext: TemplateContext {
    static let template = "operation"
    static let tags =
        ["doc", "availability", "name", "conformance", "properties", "initHead", "assignments", "isAssigned"]
        + ["descriptor", "constraints", "paging", "result"]
        + [
            "isCompleted", "completions", "encodingAvailability", "encodes", "isEncoded", "success", "isVoid", "read",
            "nested",
        ]
        + ["aliases"] + AssociatedType.tags.map { "aliases." + $0 }
        + PropertyContext.tags.map { "properties." + $0 } + PagingContext.tags.map { "paging." + $0 }
        + ResultContext.tags.map { "result." + $0 }

    private let doc: [String]
    private let availability: [String]
    private let name: String
    private let properties: [PropertyContext]
    private let initializer: MemberwiseInit
    private let descriptor: String
    private let constraints: [String]
    private let completions: [String]
    private let encodingAvailability: [String]
    private let encodes: [String]
    private let success: String?
    private let read: String
    /// `Failure` and `Headers`, where they are not nested.
    private let aliases: [AssociatedType]
    private let conformance: String
    private let paging: [PagingContext]
    private let result: [ResultContext]
    private let nested: [String]

    init(_ parts: OperationParts, _ printer: Printer) {
        let operation = parts.operation
        doc = MethodDoc.link(operation, printer)
        availability = printer.availability(operation.deprecation)
        name = operation.typeName
        properties = parts.fields.map(\.context)
        initializer = MemberwiseInit(
            parameters: parts.offered.map { $0.parameter(type: $0.context.type) },
            assignments: parts.offered.map { MemberwiseInit.assignment($0.name) }, access: printer.access,
            layout: printer.layout)
        descriptor = DescriptorArguments.descriptor(operation, printer)
        constraints = ConstraintLines.block(locations: operation.constraints, printer)
        completions = CompletionLines.completions(of: operation, printer)
        encodingAvailability = parts.fields.contains(where: \.isDeprecated) ? ["@available(*, deprecated)"] : []
        encodes =
            CompletionLines.demands(of: operation, printer)
            + EncodingLines.lines(operation, in: parts.inner, printer)
        success = parts.success(in: parts.inner, printer)
        read = Self.read(parts, printer)
        let failures = parts.failureAlias.map {
            AssociatedType(
                doc: DocText.list(operation.failureNotes, depth: parts.inner.depth), name: "Failure", type: $0)
        }
        let headers = printer.headers(operation.headers).map {
            AssociatedType(
                doc: DocText.list(operation.headerNotes, depth: parts.inner.depth), name: "Headers", type: $0)
        }
        aliases = [failures].compactMap(\.self) + headers
        paging = operation.paging.map { [PagingContext($0, in: parts.inner, printer)] } ?? []
        result = operation.result.map { [ResultContext($0, in: parts.inner, printer)] } ?? []
        let protocols = (paging.isEmpty ? [] : ["PagedOperation"]) + (result.isEmpty ? [] : ["ResultOperation"])
        conformance = (protocols.isEmpty ? ["APIOperation"] : protocols).map { printer.vocabulary[$0] }
            .joined(separator: ", ")
        nested = Self.nested(parts, printer)
    }

    private static func read(_ parts: OperationParts, _ printer: Printer) -> String {
        switch parts.operation.success {
        case .single(let response):
            if response.payloads.count > 1 { return parts.payloadName(response) + ".decode(&response)" }
            return response.payloads.first.map { PayloadExpression($0, in: parts.inner, printer).read } ?? ""
        case .several(let name, _): return name + ".decode(&response)"
        }
    }

    private static func nested(_ parts: OperationParts, _ printer: Printer) -> [String] {
        let operation = parts.operation
        var blocks: [String] = []
        if let body = operation.body, body.hasEnum {
            blocks.append(printer.render(PayloadEnumContext(body, in: parts.inner, printer)))
        }
        switch operation.success {
        case .single(var response) where response.payloads.count > 1:
            response.payloadTypeName = parts.payloadName(response)
            blocks.append(printer.render(PayloadEnumContext(response, in: parts.inner, printer)))
        case .single: break
        case .several(let name, let cases):
            blocks.append(printer.render(ResponseEnumContext(success: name, cases, in: parts.inner, printer)))
        }
        if let failure = parts.failureDecl, failure.isNested {
            blocks.append(printer.render(ResponseEnumContext(failure: failure, in: parts.inner, printer)))
        }
        if let headers = printer.nestedHeaders(operation.headers, in: parts.inner) { blocks.append(headers) }
        return blocks.map { Layout.indented($0, by: 1) } + printer.nested(operation.nested, in: parts.inner)
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "availability": availability
        case "name": self.name
        case "properties": properties
        case "initHead": initializer.head
        case "assignments": initializer.assignments
        case "isAssigned": !initializer.assignments.isEmpty
        case "descriptor": descriptor
        case "constraints": constraints
        case "completions": completions
        case "isCompleted": !completions.isEmpty
        case "encodingAvailability": encodingAvailability
        case "encodes": encodes
        case "isEncoded": !encodes.isEmpty
        case "success": success ?? "Void"
        case "isVoid": success == nil
        case "read": read
        case "aliases": aliases
        case "conformance": conformance
        case "paging": paging
        case "result": result
        case "nested": nested
        default: nil
        }
    }
}
