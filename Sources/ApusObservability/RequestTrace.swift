internal import HTTPTypes
internal import Tracing

/// The client span of one request.
struct RequestTrace {
    let span: any Span

    static func start(_ request: RequestAttributes, by tracer: any Tracer) -> RequestTrace {
        let span = tracer.startAnySpan("\(request.method) \(request.template)", ofKind: .client)
        span.updateAttributes { attributes in
            attributes["http.request.method"] = request.method
            attributes["url.template"] = request.template
            attributes["url.full"] = request.url
            attributes["url.scheme"] = request.scheme
            attributes["server.address"] = request.host
            attributes["server.port"] = request.port
            if request.resends > 0 { attributes["http.request.resend_count"] = request.resends }
        }
        return RequestTrace(span: span)
    }

    /// Adds the context of the span, in the tracer's format (such as `traceparent`, W3C Trace Context).
    func inject(into headers: inout HTTPFields, by tracer: any Tracer) {
        tracer.inject(span.context, into: &headers, using: HeaderInjector())
    }

    func end(_ outcome: RequestOutcome) {
        span.updateAttributes { attributes in
            if let status = outcome.status { attributes["http.response.status_code"] = status }
            if let error = outcome.error { attributes["error.type"] = error }
        }
        if outcome.error != nil { span.setStatus(SpanStatus(code: .error)) }
        span.end()
    }
}

/// Writes valid values into header fields.
private struct HeaderInjector: Injector {
    func inject(_ value: String, forKey key: String, into carrier: inout HTTPFields) {
        guard let name = HTTPField.Name(key), HTTPField.isValidValue(value) else { return }
        carrier[name] = value
    }
}
