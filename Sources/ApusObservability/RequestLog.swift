internal import Logging

/// Writes lines to a logger.
struct RequestLog {
    let logger: Logger

    func begin(_ facts: RequestFacts) {
        logger.debug("sending \(facts.operation)", metadata: metadata(facts))
    }

    func end(_ facts: RequestFacts, _ outcome: RequestOutcome) {
        logger.log(
            level: level(outcome), "\(facts.operation) \(summary(outcome))", metadata: metadata(facts, outcome))
    }

    private func level(_ outcome: RequestOutcome) -> Logger.Level {
        if outcome.isCancelled || outcome.error == nil { return .debug }
        return outcome.status == nil ? .error : .warning
    }

    private func summary(_ outcome: RequestOutcome) -> String {
        outcome.status.map { "answered \($0)" } ?? "failed: \(outcome.error ?? "")"
    }

    private func metadata(_ facts: RequestFacts, _ outcome: RequestOutcome? = nil) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "http.request.method": "\(facts.method)", "url.template": "\(facts.template)",
            "server.address": "\(facts.host)",
        ]
        if facts.resends > 0 { metadata["http.request.resend_count"] = "\(facts.resends)" }
        guard let outcome else { return metadata }
        metadata["duration"] = "\(outcome.duration)"
        if let status = outcome.status { metadata["http.response.status_code"] = "\(status)" }
        if let error = outcome.error { metadata["error.type"] = "\(error)" }
        if let id = outcome.requestID { metadata["request_id"] = "\(id)" }
        return metadata
    }
}
