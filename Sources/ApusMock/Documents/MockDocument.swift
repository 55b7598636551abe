import ApusCodec
import ApusContract
import ApusLowering
import ApusModel
import ApusPipeline
import ApusRuntime
import ApusSource
import ApusSpec

/// A client's document as a server reads it: routes, values and rules.
final class MockDocument {
    let document: Document
    let contract: Contract
    let examples: SchemaExamples
    let rules: ClientRules
    private let decls: [Location: OperationDecl]

    private struct Location: Hashable {
        let file: SourceFileID
        let pointer: String

        init(_ operation: Operation) {
            file = operation.mark.file
            pointer = operation.pointer
        }
    }

    init(_ client: ClientDocument) {
        document = client.document
        rules = client.options.rules
        var unused = Diagnostics()
        examples = DocumentStack.run {
            SchemaExamples(client.document, files: client.files, options: client.options, diagnostics: &unused)
        }
        contract = Contract(client.document)
        decls = Dictionary(examples.operations.map { (Location($0.operation), $0.decl) }) { first, _ in first }
    }

    func operation(_ method: String, _ target: String) -> Operation? {
        contract.operation(of: ContractRequest(method: method, url: target))
    }

    func decl(of operation: Operation) -> OperationDecl? { decls[Location(operation)] }

    var operations: [Operation] { document.paths.flatMap(\.operations) }

    /// The response of a status: its own, that of its range, or the default.
    func response(_ status: Int, of operation: Operation) -> Response? {
        let wanted: [ResponseStatus] = [.code(status), .range(status / 100), .otherwise]
        return wanted.lazy.compactMap { wanted in operation.responses.first { $0.status == wanted } }.first
    }

    /// The response of a call that succeeds, with its status: the first success, otherwise the first redirect or the default.
    func success(of operation: Operation) -> (status: Int, response: Response?) {
        let hundreds = [2, 3]
        for hundred in hundreds {
            let found = operation.responses.first { response in
                switch response.status {
                case .code(let code): code / 100 == hundred
                case .range(let range): range == hundred
                case .otherwise: false
                }
            }
            guard let found else { continue }
            if case .code(let code) = found.status { return (code, found) }
            return (hundred * 100, found)
        }
        return (200, operation.responses.first { $0.status == .otherwise })
    }

    /// The schema at a JSON pointer of a value that has the schema; nil where none is named.
    func schema(at pointer: String, in schema: Schema) -> Schema? {
        var schema = schema
        for token in JSONLookup.tokens(of: pointer) {
            if let member = examples.members(of: schema).first(where: { SourceKey.areSame($0.name, token) }) {
                schema = member.schema
            } else if Int(token) != nil, let items = document.resolve(schema).array.items {
                schema = items
            } else {
                return nil
            }
        }
        return schema
    }
}

extension Response {
    /// The media type of an answer: the first that `Accept` names, JSON before others where it names none.
    func media(accepting accept: String?) -> MediaType? {
        let isJSON = { (media: MediaType) in MockRequest.isJSON(MockRequest.essence(of: media.contentType)) }
        let ranges = (accept ?? "").utf8.split(separator: UInt8(ascii: ",")).prefix(64).map {
            MockRequest.essence(of: String(Substring($0)))
        }
        for range in ranges where !range.isEmpty && range != "*/*" {
            let start = range.hasSuffix("/*") ? String(range.dropLast()) : nil
            let found = content.first { media in
                let essence = MockRequest.essence(of: media.contentType)
                return essence == range || start.map { essence.hasPrefix($0) } ?? false
            }
            if let found { return found }
        }
        return content.first(where: isJSON) ?? content.first
    }
}
