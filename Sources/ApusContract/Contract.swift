import ApusSource
public import ApusSpec

/// A document as a contract: what recorded exchanges do differently.
///
/// Undocumented headers and cookies are no differences, since gateways add them. Text that a recording hides (`<redacted>`) fits every schema.
public final class Contract {
    let document: Document
    private let routes: RouteTree
    private let members = SchemaMembers()

    public init(_ document: Document) {
        self.document = document
        routes = RouteTree(document)
    }

    /// Adds the differences of an exchange. A request that was answered with a status from 400 to 499 is not compared, because the server
    /// refused it; neither is one without an answer.
    /// - Returns: Whether the document has the operation.
    @discardableResult
    public func check(_ exchange: ContractExchange, into found: inout DifferenceList) -> Bool {
        guard let operation = operation(of: exchange.request) else { return false }
        DocumentStack.run {
            guard let response = exchange.response else { return }
            if !(400...499).contains(response.status) { checkRequest(exchange.request, of: operation, into: &found) }
            checkResponse(response, to: exchange.request, of: operation, into: &found)
        }
        return true
    }

    /// Adds the differences of a request alone, as a server that follows the document checks it.
    /// - Returns: Whether the document has the operation.
    @discardableResult
    public func check(_ request: ContractRequest, into found: inout DifferenceList) -> Bool {
        guard let operation = operation(of: request) else { return false }
        DocumentStack.run { checkRequest(request, of: operation, into: &found) }
        return true
    }

    /// The operation of a request, by its method and the path of its URL, below the base path of a server or without one.
    public func operation(of request: ContractRequest) -> Operation? {
        routes.find(request.method, path: RequestAddress(request.url).path)
    }

    /// The methods that the document has at the path of a URL, in alphabetical order.
    package func methods(at url: String) -> [String] { routes.methods(at: RequestAddress(url).path) }

    private func checkRequest(
        _ request: ContractRequest, of operation: Operation, into found: inout DifferenceList
    ) {
        ParameterCheck(document, operation).check(request, into: &found)
        let place = Difference.Place(operation.mark, operation.pointer)
        guard let bytes = request.body, !bytes.isEmpty else {
            if operation.requestBody?.isRequired == true, request.body != nil || request.lacksBody {
                found.add(.missingBody(of: operation, at: place))
            }
            return
        }
        let type = request.headers.value(of: "content-type") ?? ""
        checkBody(
            bytes, type, in: operation.requestBody?.content ?? [],
            Side(operation: operation, part: "the request body", place: place, isRequest: true), into: &found)
    }

    private func checkResponse(
        _ response: ContractResponse, to request: ContractRequest, of operation: Operation,
        into found: inout DifferenceList
    ) {
        guard let documented = operation.response(for: response.status) else {
            // Interim responses and redirects, `304 Not Modified` among them, are HTTP's own.
            if [1, 3].contains(response.status / 100) { return }
            found.add(.status(response.status, of: operation))
            return
        }
        let hasNoBody =
            response.status / 100 == 1 || [204, 205, 304].contains(response.status) || request.method == "HEAD"
        guard !hasNoBody, let bytes = response.body, !bytes.isEmpty else { return }
        let type = response.headers.value(of: "content-type") ?? ""
        if response.status / 100 == 3, documented.content.isEmpty { return }
        let key = documented.status.key
        let place = Difference.Place(documented.mark, operation.pointer + "/responses/" + key)
        checkBody(
            bytes, type, in: documented.content,
            Side(operation: operation, part: "the response \(key)", place: place, isRequest: false), into: &found)
    }

    private struct Side {
        let operation: Operation
        let part: String
        let place: Difference.Place
        let isRequest: Bool
    }

    private func checkBody(
        _ bytes: [UInt8], _ type: String, in content: [MediaType], _ side: Side, into found: inout DifferenceList
    ) {
        let essence = MediaTypes.essence(type)
        guard let media = MediaTypes.find(type, in: content) else {
            // A message without a content type claims none.
            if essence.isEmpty { return }
            found.add(
                Difference(
                    kind: .contentType, operation: side.operation.shown, part: side.part, pointer: "",
                    name: String(decoding: essence, as: UTF8.self), seen: nil, place: side.place))
            return
        }
        guard let schema = media.schema else { return }
        let value: SourceNode?
        if MediaTypes.isJSON(essence) {
            value = JSONBody.read(bytes)
        } else if essence == Array("application/x-www-form-urlencoded".utf8) {
            ParameterCheck(document, side.operation).checkForm(
                FormPairs.read(bytes), schema, media, part: side.part, into: &found)
            return
        } else {
            value = nil
        }
        guard let value else { return }
        var check = ValueCheck(
            document, members, operation: side.operation.shown, part: side.part, isRequest: side.isRequest,
            found: found)
        found = DifferenceList()
        check.check(value, schema)
        found = check.found
    }
}

extension ContractRequest {
    /// Whether the headers say that there is no body; recordings may leave bodies out.
    fileprivate var lacksBody: Bool {
        headers.value(of: "content-length").map { SourceKey.areSame($0, "0") } ?? false
    }
}

extension Operation {
    /// `GET /pets/{id}`, on one line.
    var shown: String { Difference.shorten(method + " " + documentedPath) }

    /// The response of the status itself, of its range, or the default.
    fileprivate func response(for status: Int) -> Response? {
        let wanted: [ResponseStatus] = [.code(status), .range(status / 100), .otherwise]
        return wanted.lazy.compactMap { status in self.responses.first { $0.status == status } }.first
    }
}

extension ResponseStatus {
    /// The key under `responses`.
    var key: String {
        switch self {
        case .code(let code): "\(code)"
        case .range(let hundreds): "\(hundreds)XX"
        case .otherwise: "default"
        }
    }
}

extension Difference {
    fileprivate static func status(_ status: Int, of operation: Operation) -> Difference {
        Difference(
            kind: .status, operation: operation.shown, part: "the status \(status)", pointer: "", name: "\(status)",
            seen: nil, place: Place(operation.mark, operation.pointer))
    }

    fileprivate static func missingBody(of operation: Operation, at place: Place) -> Difference {
        Difference(
            kind: .missingBody, operation: operation.shown, part: "the request body", pointer: "", name: "",
            seen: nil, place: place)
    }
}
