internal import CoreMetrics

/// Records measurements with OpenTelemetry's names.
struct RequestMetrics {
    let factory: any MetricsFactory

    func begin(_ attributes: RequestAttributes) {
        active(attributes).increment()
    }

    func end(_ attributes: RequestAttributes, _ outcome: RequestOutcome) {
        active(attributes).decrement()
        var dimensions =
            Self.dimensions(attributes) + [("url.template", attributes.template), ("url.scheme", attributes.scheme)]
        if let status = outcome.status { dimensions.append(("http.response.status_code", String(status))) }
        if let error = outcome.error { dimensions.append(("error.type", error)) }
        Timer(label: "http.client.request.duration", dimensions: dimensions, factory: factory)
            .recordNanoseconds(Self.nanoseconds(outcome.duration))
    }

    private static func nanoseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        let (product, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflows ? .max : product + attoseconds / 1_000_000_000
    }

    private func active(_ attributes: RequestAttributes) -> Meter {
        Meter(label: "http.client.active_requests", dimensions: Self.dimensions(attributes), factory: factory)
    }

    private static func dimensions(_ attributes: RequestAttributes) -> [(String, String)] {
        [
            ("http.request.method", attributes.method), ("server.address", attributes.host),
            ("server.port", String(attributes.port)),
        ]
    }
}
