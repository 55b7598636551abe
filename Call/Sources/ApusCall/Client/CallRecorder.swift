internal import ApusModel
internal import ApusRecording
internal import ApusRuntime
internal import Foundation

/// Records a call in a HAR file, without credentials and without the values that the document calls secret.
struct CallRecorder: Sendable {
    let path: String
    private let recorder: ExchangeRecorder

    init(path: String, _ plan: CallPlan, _ model: APIModel) {
        self.path = path
        recorder = ExchangeRecorder(rules: Self.rules(plan, model))
    }

    var middleware: any APIMiddleware { recorder }

    /// Fails before anything is sent where the file cannot be made.
    func prepare() throws(CallFault) {
        let descriptor = NewFile.open(path, mode: 0o600)
        guard descriptor >= 0 else { throw CallFault("--record: \(path) exists already, or cannot be made") }
        NewFile.close(descriptor)
    }

    func finish() throws(CallFault) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try file.write(contentsOf: try encoder.encode(recorder.recording))
            try file.close()
        } catch {
            throw CallFault(.fault, "--record: \(path) cannot be written")
        }
    }

    /// The usual names of secrets, those of the document's credentials, and those of members and parameters with the type of a secret.
    private static func rules(_ plan: CallPlan, _ model: APIModel) -> RecordingRules {
        var headers: Set<String> = []
        var query: Set<String> = []
        var members: Set<String> = []
        for scheme in model.credentials.schemes {
            guard case .apiKey(let name, let location) = scheme.kind else { continue }
            if location == .query { query.insert(name) } else { headers.insert(name) }
        }
        for parameter in plan.operation.parameters where isSecret(parameter.type, plan.types) {
            if parameter.location == .header { headers.insert(parameter.key) } else { query.insert(parameter.key) }
        }
        model.forEachType { type in
            guard case .structure(let decl) = type else { return }
            for property in decl.properties where isSecret(property.type, plan.types) { members.insert(property.key) }
        }
        return RecordingRules.standard.adding(headers: headers, query: query, members: members)
    }

    private static func isSecret(_ type: TypeRef, _ types: ValueBuilder) -> Bool {
        switch types.resolved(type) {
        case .scalar(.secretString): true
        case .array(let element), .dictionary(let element): isSecret(element, types)
        default: false
        }
    }
}
