internal import Logging

/// Writes lines to a logger.
struct RequestLog {
    let logger: Logger

    func begin(_ attributes: RequestAttributes) {
        logger.debug("sending \(attributes.operation)", metadata: metadata(attributes))
    }

    func end(_ attributes: RequestAttributes, _ outcome: RequestOutcome) {
        logger.log(
            level: level(outcome), "\(attributes.operation) \(summary(outcome))",
            metadata: metadata(attributes, outcome))
    }

    private func level(_ outcome: RequestOutcome) -> Logger.Level {
        if outcome.isCancelled || outcome.error == nil { return .debug }
        return outcome.status == nil ? .error : .warning
    }

    private func summary(_ outcome: RequestOutcome) -> String {
        outcome.status.map { "answered \($0)" } ?? "failed: \(outcome.error ?? "")"
    }

    private func metadata(_ attributes: RequestAttributes, _ outcome: RequestOutcome? = nil) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "http.request.method": "\(attributes.method)", "url.template": "\(attributes.template)",
            "server.address": "\(attributes.host)",
        ]
        if attributes.resends > 0 { metadata["http.request.resend_count"] = "\(attributes.resends)" }
        guard let outcome else { return metadata }
        metadata["duration"] = "\(outcome.duration)"
        if let status = outcome.status { metadata["http.response.status_code"] = "\(status)" }
        if let error = outcome.error { metadata["error.type"] = "\(error)" }
        if let id = outcome.requestID { metadata["request_id"] = "\(id)" }
        return metadata
    }
}
