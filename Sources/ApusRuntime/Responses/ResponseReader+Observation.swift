/// Differences of a response to the document that its decoding does not find; see ``ContractChecks/observe(_:)``.
extension ResponseReader {
    /// Reports a status or a content type of a success that the document does not have.
    func observeSuccess(of request: RequestWriter) {
        guard let observation = DecodingContext.current?.observation, request.undocumentedPath == nil else { return }
        if isUndocumented { return observe(status: observation) }
        guard hasBody, let type = mediaType, !isDocumented(type, in: request.descriptor) else { return }
        observation.tell(contentType: "\(type.type)/\(type.subtype)")
    }

    /// Reports a status of a failure that the document does not have. A documented failure has any content type as long as its body is
    /// read.
    func observeFailure() {
        guard let observation = DecodingContext.current?.observation else { return }
        if isUndocumented { return observe(status: observation) }
        guard problem != nil, hasBody, let type = mediaType, !type.isJSON else { return }
        observation.tell(contentType: "\(type.type)/\(type.subtype)")
    }

    /// Reads JSON. Where its content type is another one, a body that is not of the type may be read in another format.
    mutating func readJSON<Value: APIValue>(_ text: [UInt8]) -> Value {
        guard var context = DecodingContext.current, let observation = context.observation, let mediaType,
            !mediaType.isJSON
        else { return JSONBridge.decode(text, as: Value.self, isStrict: isStrict, problem: &problem) }
        context.observation = observation.tolerant
        return Optional(context).apply {
            JSONBridge.decode(text, as: Value.self, isStrict: isStrict, problem: &problem)
        }
    }

    /// Interim responses and redirects, `304 Not Modified` among them, are HTTP's own.
    private func observe(status observation: ContractObservation) {
        if [1, 3].contains(status / 100) { return }
        observation.tell(status: status)
    }

    private var hasBody: Bool { body != nil || !isAbsent }

    private func isDocumented(_ type: ContentType, in operation: OperationDescriptor) -> Bool {
        operation.accept.isEmpty || operation.accept.contains { ContentType($0).map { $0.fit(of: type) > 0 } ?? false }
    }
}
