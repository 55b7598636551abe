public import ApusSource

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads an HTTP Archive 1.2 (<http://www.softwareishard.com/blog/har-12-spec/>).
///
/// Members that are not needed may be absent. The size of the file is bounded by the ``SourceLimits`` of the reader of its tree.
public enum HARReader {
    /// - Returns: The exchanges in their order; nil where the tree is no HAR, which is reported.
    public static func read(_ root: SourceNode, diagnostics: inout Diagnostics) -> [ContractExchange]? {
        guard let entries = root["log"]?["entries"]?.sequence else {
            diagnostics.report(.invalidHAR("it has no sequence /log/entries", at: root.mark))
            return nil
        }
        var exchanges: [ContractExchange] = []
        for entry in entries {
            guard let exchange = exchange(entry) else {
                diagnostics.report(.invalidHAR("the entry's request has no method or no url", at: entry.mark))
                return nil
            }
            exchanges.append(exchange)
        }
        return exchanges
    }

    private static func exchange(_ entry: SourceNode) -> ContractExchange? {
        guard let request = entry["request"], let method = request["method"]?.string,
            let url = request["url"]?.string
        else { return nil }
        let sent = ContractRequest(
            method: method, url: url, headers: headers(request, content: request["postData"]),
            body: body(request["postData"], encoding: "_encoding"))
        let response = entry["response"]
        // Browsers write status 0 for a request that got no response.
        guard let response, let status = response["status"]?.integer, (100...599).contains(status) else {
            return ContractExchange(request: sent, response: nil)
        }
        return ContractExchange(
            request: sent,
            response: ContractResponse(
                status: status, headers: headers(response, content: response["content"]),
                body: body(response["content"], encoding: "encoding")))
    }

    /// The headers; where `Content-Type` is not among them, that of the content.
    private static func headers(_ message: SourceNode, content: SourceNode?) -> [(name: String, value: String)] {
        var headers = (message["headers"]?.sequence ?? []).compactMap { header in
            header["name"]?.string.flatMap { name in header["value"]?.string.map { (name: name, value: $0) } }
        }
        if headers.value(of: "content-type") == nil, let type = content?["mimeType"]?.string, !type.isEmpty,
            type != "x-unknown"
        {
            headers.append((name: "Content-Type", value: type))
        }
        return headers
    }

    private static func body(_ content: SourceNode?, encoding: String) -> [UInt8]? {
        guard let text = content?["text"]?.string else { return nil }
        if content?[encoding]?.string == "base64" { return Data(base64Encoded: text).map { [UInt8]($0) } }
        return Array(text.utf8)
    }
}

extension Diagnostic {
    fileprivate static func invalidHAR(_ reason: String, at mark: SourceMark) -> Diagnostic {
        Diagnostic(
            id: "invalid-har", severity: .error, message: "this is no HTTP Archive 1.2: \(reason)", mark: mark,
            hint: "export the traffic as HAR with content")
    }
}
