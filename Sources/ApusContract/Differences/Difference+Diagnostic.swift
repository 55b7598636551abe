import ApusJSON
public import ApusSource

extension Difference {
    /// The difference as a warning at the object of the document that does not allow it.
    public func diagnostic(count: Int) -> Diagnostic {
        Diagnostic(
            id: kind.rawValue, severity: .warning,
            message: "\(part) of \(operation) \(sentence)\(at) (\(count == 1 ? "once" : "\(count) times"))",
            mark: place.mark, pointer: place.pointer + suffix)
    }

    /// Completes a sentence that begins with ``part``: `lacks the required member "name" at /contact`.
    package var reason: String { sentence + at }

    private var sentence: String {
        let type = seen.map { ", " + $0.phrase } ?? ""
        return switch kind {
        case .member: "has a member \(Self.quote(name)) that is not documented\(type)"
        case .value: "has \(seen?.phrase ?? "a value") that is none of the documented values"
        case .status: "is not documented"
        case .contentType: "has the content type \(Self.quote(name)), which is not documented"
        case .parameter: "is not documented"
        case .missingMember: "lacks the required member \(Self.quote(name))"
        case .missingParameter: "is required and absent"
        case .missingBody: "is required and absent"
        case .type: "has \(seen?.phrase ?? "a value") where the document has another type"
        }
    }

    private var at: String { pointer.isEmpty ? "" : " at \(pointer)" }

    /// The end of the pointer that distinguishes differences of one schema.
    private var suffix: String {
        switch kind {
        case .member, .missingMember: "/properties/" + JSONPointer.escape(name)
        case .status: "/responses/" + name
        case .contentType: "/content/" + JSONPointer.escape(name)
        case .value, .parameter, .missingParameter, .missingBody, .type: ""
        }
    }

    /// The name in quotes, on one line, and at most 80 scalars of it.
    static func quote(_ name: String) -> String {
        "\"" + shorten(name) + "\""
    }

    static func shorten(_ name: String) -> String {
        let visible = VisibleText.of(String(String.UnicodeScalarView(name.unicodeScalars.prefix(81))))
        let scalars = visible.unicodeScalars
        return scalars.count > 80 ? String(String.UnicodeScalarView(scalars.prefix(80))) + "…" : visible
    }
}
