internal import CoreMetrics

/// Records measurements with OpenTelemetry's names.
struct RequestMetrics {
    let factory: any MetricsFactory

    func begin(_ facts: RequestFacts) {
        active(facts).increment()
    }

    func end(_ facts: RequestFacts, _ outcome: RequestOutcome) {
        active(facts).decrement()
        var dimensions = Self.dimensions(facts) + [("url.template", facts.template), ("url.scheme", facts.scheme)]
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

    private func active(_ facts: RequestFacts) -> Meter {
        Meter(label: "http.client.active_requests", dimensions: Self.dimensions(facts), factory: factory)
    }

    private static func dimensions(_ facts: RequestFacts) -> [(String, String)] {
        [
            ("http.request.method", facts.method), ("server.address", facts.host),
            ("server.port", String(facts.port)),
        ]
    }
}
