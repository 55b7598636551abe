extension APIOperation {
    /// A command of the tool curl (7.76 or newer) for a POSIX shell that sends this operation, without credentials. A streamed body, and one of
    /// over 64 KiB, is read from a file `body` in the working folder.
    ///
    /// - Parameters:
    ///   - server: The server that receives the request.
    ///   - options: Headers, query items and body members to add.
    /// - Throws: For arguments that no request can carry.
    public func curl(server: ServerURL, options: CallOptions = .standard) throws(EncodingProblem) -> String {
        let (request, body) = try request(server: server, options: options)
        return CurlCommand(request, body).text
    }
}

extension APIClient {
    /// A command of the tool curl (7.76 or newer) for a POSIX shell that sends an operation like this client, without its middleware.
    ///
    /// Credentials are environment variables named after their security schemes: `"$BEARER_AUTH"` for `bearerAuth`, and
    /// `"$BASIC_USERNAME:$BASIC_PASSWORD"` for `basic`. A key in the query has to be percent-encoded. A streamed body, and one of over 64 KiB, is
    /// read from a file `body` in the working folder.
    ///
    /// - Parameters:
    ///   - operation: The operation with its arguments.
    ///   - options: Options of the call; the client's are added.
    /// - Throws: For arguments that no request can carry.
    public func curl<Operation: APIOperation>(
        _ operation: Operation, options: CallOptions = .standard
    ) throws(EncodingProblem) -> String {
        try core.curl(operation, options)
    }
}

extension ClientCore {
    func curl<Operation: APIOperation>(
        _ operation: Operation, _ options: CallOptions
    ) throws(EncodingProblem) -> String {
        let options = options.completed(by: self.options)
        let call: OutgoingCall
        do throws(CallProblem) {
            call = try makeCall(write(operation, options), options: options)
        } catch {
            if case .encoding(let problem) = error { throw problem }
            throw EncodingProblem(path: "", reason: .unrepresentable("\(error)"))
        }
        var request = call.request
        if request.headerFields[.userAgent] == nil { request.headerFields[.userAgent] = userAgent }
        request.headerFields = request.headerFields.oneLinePerName
        // Without the credentials of any alternative, the first one is shown.
        let chosen = try? Authorizer(
            core: self, operation: call.operation, choice: call.options.credentials ?? .documented
        ).choose()
        let schemes = chosen ?? call.operation.security.first
        let isWithheld = call.options.credentials == .withheld
        return CurlCommand(request, call.body, credentials: isWithheld ? [] : curlCredentials(schemes)).text
    }

    /// The placeholders for the credentials of an alternative.
    func curlCredentials(_ alternative: SecurityRequirement?) -> [CurlCredential] {
        (alternative?.schemes ?? []).compactMap { scheme in
            securitySchemes[scheme.name].map { CurlCredential(scheme: scheme.name, definition: $0) }
        }
    }
}
