import ApusModel

/// One member of an object, with the text for each of its uses.
struct Field {
    let decl: PropertyDecl
    let context: PropertyContext
    private let storage: Storage
    private let printer: Printer

    init(_ decl: PropertyDecl, in scope: Scope, _ printer: Printer) {
        self.decl = decl
        self.printer = printer
        storage = Storage(decl.declaredType)
        let isMarked = decl.isWithheld
        context = PropertyContext(
            doc: DocText.lines(decl.doc, more: Self.notes(decl, isMarked: isMarked), depth: scope.depth),
            availability: isMarked ? printer.availability(decl.deprecation) : [],
            name: decl.name,
            type: printer.type(decl.declaredType, in: scope), wrapper: storage.wrapper(printer.vocabulary),
            initial: isMarked ? Self.initial(decl, storage) : "")
    }

    private static func notes(_ decl: PropertyDecl, isMarked: Bool) -> [String] {
        if let argument = decl.clientArgument { return [ParameterField.note(on: argument)] }
        guard let deprecation = decl.deprecation, !isMarked else { return [] }
        return ["Deprecated" + (deprecation.message.map { ": " + $0 } ?? ".")]
    }

    /// The initial value of a member that no initializer mentions. A plain optional is nil by default.
    private static func initial(_ decl: PropertyDecl, _ storage: Storage) -> String {
        if decl.presence == .tristate { return " = .absent" }
        if decl.presence == .explicit { return " = .null" }
        return storage == .inline ? "" : " = nil"
    }

    var isDeprecated: Bool { !context.availability.isEmpty }
    /// A deprecated member is only set after initialization.
    var isOffered: Bool { !isDeprecated }
    /// Whether the initializer requires it.
    var isDemanded: Bool { decl.isDemanded }

    /// `name: String? = nil`; nil for a constant, which the initializer sets.
    var parameter: String? {
        if decl.constant != nil { return nil }
        let parameter = decl.name + ": " + context.type
        switch decl.presence {
        case .required, .nullable, .explicit: return parameter
        case .optional: return parameter + " = " + (decl.defaultValue.map(printer.literal) ?? "nil")
        case .tristate: return parameter + " = .absent"
        }
    }

    var assignment: String {
        guard let constant = decl.constant else { return MemberwiseInit.assignment(decl.name) }
        return MemberwiseInit.reference(decl.name, beside: "self") + " = " + printer.literal(constant)
    }

    /// `petID = object.required("pet_id")`
    func read(_ layout: Layout) -> String {
        let (head, tail) = storage.target(decl.name, beside: "object")
        let target = head + "object."
        let verb =
            switch decl.presence {
            case .required: "required"
            case .optional: "optional"
            case .nullable, .explicit: "nullable"
            case .tristate: "tristate"
            }
        let key = (printer.readsText(decl.type) ? "numberOrText: " : "") + SwiftSource.literal(decl.key)
        if decl.presence == .explicit {
            return layout.call(head + printer.vocabulary["Nullable"] + "(object.nullable", [key], ")" + tail, depth: 2)
        }
        guard decl.presence == .optional, let value = decl.defaultValue else {
            return layout.call(target + verb, [key], tail, depth: 2)
        }
        let fallback = storage.given(printer.literal(value))
        if decl.keepsNull { return layout.call(target + verb, [key, "absent: " + fallback], tail, depth: 2) }
        return layout.call(target + verb, [key], " ?? " + fallback + tail, depth: 2)
    }

    /// `object.write("pet_id", petID)`
    func write(_ layout: Layout) -> String {
        let head = decl.isReadOnly ? "object.writeReadOnly" : "object.write"
        let property = storage.source(decl.name, beside: "object")
        switch decl.presence {
        case .nullable: return layout.call(head + "Nullable", [SwiftSource.literal(decl.key), property], depth: 2)
        case .explicit:
            return layout.call(head + "Nullable", [SwiftSource.literal(decl.key), property + ".wrapped"], depth: 2)
        case .required, .optional, .tristate:
            return layout.call(head, [SwiftSource.literal(decl.key), property], depth: 2)
        }
    }
}

/// The dictionary of members that the document does not name.
struct AdditionalField {
    let name: String
    private let readsText: Bool
    let context: PropertyContext

    init(_ name: String, _ element: TypeRef, in scope: Scope, _ printer: Printer) {
        self.name = name
        readsText = printer.readsText(element)
        context = PropertyContext(
            doc: DocText.comment(["The members that have no property of their own, by key."], depth: scope.depth),
            availability: [], name: name,
            type: printer.type(.dictionary(element), in: scope))
    }

    var parameter: String { name + ": " + context.type + " = [:]" }
    var read: String {
        MemberwiseInit.reference(name, beside: "object") + " = object."
            + (readsText ? "additionalNumbersOrTexts()" : "additionalProperties()")
    }
    var write: String { "object.writeAdditional(" + MemberwiseInit.reference(name, beside: "object") + ")" }
}
