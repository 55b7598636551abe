internal import ApusModel
internal import ApusPipeline
internal import ApusRuntime
internal import ApusSource

/// The clients of the workspace. A document is read when its client is asked for.
struct ClientDesk {
    private let workspace: Workspace
    private let isSingle: Bool
    private let surroundings: Surroundings
    /// Documents that are read already, by the names of their clients.
    private let known: [String: DeskClient]

    init(_ start: CallStart, _ surroundings: Surroundings, known: [String: DeskClient]) throws(CallFault) {
        self.surroundings = surroundings
        self.known = known
        isSingle = start.spec != nil
        if let spec = start.spec {
            workspace = Workspace(folder: "", clients: [ClientConfiguration(name: "", spec: spec, output: "")])
            return
        }
        do throws(WorkspaceProblem) {
            workspace = try Workspace.load(start.workspace)
        } catch {
            throw CallFault(error.text)
        }
    }

    /// The names of the clients, as the command line takes them.
    var clients: [String] { workspace.clients.map { $0.name.lowercased() } }

    /// nil: no client is named, and there are several.
    func client(named name: String?) throws -> DeskClient? {
        if isSingle, let only = workspace.clients.first { return try read(only) }
        guard let name else { return nil }
        if let found = workspace.clients.first(where: { $0.name.lowercased() == name.lowercased() }) {
            return try read(found)
        }
        let advice = Spelling.nearest(to: name, among: clients).map { "did you mean \($0)?" }
        throw CallFault(
            "there is no client \(VisibleText.of(name)); "
                + (advice ?? "the clients are " + clients.joined(separator: ", ")))
    }

    private func read(_ configuration: ClientConfiguration) throws -> DeskClient {
        if let found = known[configuration.name] { return found }
        let (model, findings) = try Inspection.model(of: configuration, in: workspace)
        guard let model else {
            surroundings.complain(findings.limited(to: .error).text(limit: 10))
            throw CallFault(.findings, "\(configuration.spec) cannot be read")
        }
        return DeskClient(model)
    }
}

/// A client of the workspace with its document.
struct DeskClient: Sendable {
    let model: APIModel
    let types: ValueBuilder
    /// The beginning of the client's variables: `APUS_SALESCAPTAIN_`.
    let prefix: String

    init(_ model: APIModel) {
        self.model = model
        types = ValueBuilder(model)
        let name = model.module.unicodeScalars.map { scalar in
            ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
                ? String(scalar).uppercased() : "_"
        }
        prefix = "APUS_" + name.joined() + "_"
    }

    /// An operation by its id or its method, in any case and with dashes.
    func operation(named name: String) throws(CallFault) -> CallPlan {
        let exact = model.operations.first { $0.id.utf8.elementsEqual(name.utf8) || $0.methodName == name }
        let folded = model.operations.first { OptionName.option($0.methodName) == OptionName.option(name) }
        if let found = exact ?? folded { return CallPlan(found, of: model, types: types) }
        let advice = Spelling.nearest(to: name, among: model.operations.map(\.methodName)).map { "did you mean \($0)?" }
        throw CallFault(
            "there is no operation \(VisibleText.of(name)); "
                + (advice ?? "`apus call \(model.module.lowercased())` lists the operations"))
    }

    /// The options of an operation; those of a body depend on the chosen content type.
    func options(of plan: CallPlan, for rest: [String]) throws(CallFault) -> CallOptionList {
        var asked: String?
        for (index, word) in rest.enumerated() {
            if word == "--content-type", index + 1 < rest.count { asked = rest[index + 1] }
            if word.hasPrefix("--content-type=") { asked = String(word.dropFirst("--content-type=".count)) }
        }
        let choice = try plan.operation.body.map { (body) throws(CallFault) in try BodyChoice(body, asked) }
        let body = choice.flatMap { $0.isRaw ? nil : $0.payload.type }
        return CallOptionList(plan.operation, body: body, types: types)
    }
}
