public import HTTPTypes

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A request that the document does not describe, sent with the client's credentials, middleware, limits, retries and typed errors.
///
/// ```swift
/// let report = try await client.send(.get("/v2.3/reports/\(id)", query: ["from": day, "limit": 50]), as: JSONValue.self)
/// ```
///
/// A request to another host than the client's carries none of its credentials, and no headers and query items of ``CallOptions``.
///
/// `Success` is the type of the body: a model of the client, a ``JSONValue`` (`null` where the response has no body), a `String`, or `Data` for
/// the bytes of any content type.
public struct UndocumentedRequest<Success: APIValue>: APIOperation {
    public typealias Failure = UndocumentedFailure

    public var method: HTTPRequest.Method
    public var path: RequestPath
    public var headers: HTTPFields
    /// Media types for `Accept`, in order of preference.
    public var accept: [String]
    private var arguments: @Sendable (_ request: inout RequestWriter) -> Void

    /// - Parameters:
    ///   - method: The HTTP method.
    ///   - path: The path, with values as its segments, or a whole URL.
    ///   - query: Query items; an array is a pair for each element, and nil is omitted.
    ///   - headers: The header fields of this request.
    ///   - accept: Media types for `Accept`, in order of preference.
    public init(
        _ method: HTTPRequest.Method, _ path: RequestPath, query: KeyValuePairs<String, (any APIValue)?> = [:],
        headers: HTTPFields = [:], accept: [String] = ["application/json"]
    ) {
        self.method = method
        self.path = path
        self.headers = headers
        self.accept = accept
        let items = query.map { (name: $0.key, value: $0.value) }
        arguments = { request in
            for item in items { if let value = item.value { request.query(item.name, value) } }
        }
    }

    @_documentation(visibility: internal)
    public static var descriptor: OperationDescriptor {
        OperationDescriptor(id: "undocumented", method: .get, path: "")
    }

    @_documentation(visibility: internal)
    public func encode(into request: inout RequestWriter) {
        request.undocumentedPath = path
        // The name has no values, because errors, logs and metrics show it: `GET /v2.3/reports/{1}`.
        request.descriptor = OperationDescriptor(
            id: method.rawValue + " " + path.description.part(before: "?"), method: method, path: path.template,
            accept: accept)
        path.encode(&request)
        arguments(&request)
        for field in headers { request.setHeader(field.name.rawName, field.value) }
    }

    @_documentation(visibility: internal)
    public static func decode(_ response: inout ResponseReader) -> Success {
        if Success.self == Data.self, let bytes = response.data() as? Success { return bytes }
        return response.json()
    }
}

extension UndocumentedRequest {
    /// A GET request.
    public static func get(
        _ path: RequestPath, query: KeyValuePairs<String, (any APIValue)?> = [:], headers: HTTPFields = [:]
    ) -> Self {
        Self(.get, path, query: query, headers: headers)
    }

    /// A DELETE request.
    public static func delete(
        _ path: RequestPath, query: KeyValuePairs<String, (any APIValue)?> = [:], headers: HTTPFields = [:]
    ) -> Self {
        Self(.delete, path, query: query, headers: headers)
    }

    /// A POST request; ``json(_:)``, ``form(_:)``, ``multipart(_:)`` and ``body(_:contentType:)`` add a body.
    public static func post(
        _ path: RequestPath, query: KeyValuePairs<String, (any APIValue)?> = [:], headers: HTTPFields = [:]
    ) -> Self {
        Self(.post, path, query: query, headers: headers)
    }

    /// A PUT request; ``json(_:)``, ``form(_:)``, ``multipart(_:)`` and ``body(_:contentType:)`` add a body.
    public static func put(
        _ path: RequestPath, query: KeyValuePairs<String, (any APIValue)?> = [:], headers: HTTPFields = [:]
    ) -> Self {
        Self(.put, path, query: query, headers: headers)
    }

    /// A PATCH request; ``json(_:)``, ``form(_:)``, ``multipart(_:)`` and ``body(_:contentType:)`` add a body.
    public static func patch(
        _ path: RequestPath, query: KeyValuePairs<String, (any APIValue)?> = [:], headers: HTTPFields = [:]
    ) -> Self {
        Self(.patch, path, query: query, headers: headers)
    }

    /// This request with a JSON body: a model of the client, or a ``JSONValue``.
    public func json<Value: APIValue>(_ value: Value) -> Self {
        adding { request in request.json(value) }
    }

    /// This request with an `application/x-www-form-urlencoded` body: a pair for each member.
    public func form<Value: APIValue>(_ value: Value) -> Self {
        adding { request in request.form(value) }
    }

    /// This request with a `multipart/form-data` body: a part for each value, in their order; a ``FilePart`` is a file, an array is a part for each
    /// element, and nil is omitted.
    public func multipart(_ parts: KeyValuePairs<String, (any APIValue)?>) -> Self {
        let parts = RequestParts(parts)
        return adding { request in request.multipart(parts) }
    }

    /// This request with a body of any content type.
    public func body(_ body: APIBody, contentType: String) -> Self {
        adding { request in request.stream(body, contentType: contentType) }
    }

    private func adding(_ more: @escaping @Sendable (inout RequestWriter) -> Void) -> Self {
        var copy = self
        copy.arguments = { [arguments] request in
            arguments(&request)
            more(&request)
        }
        return copy
    }
}

extension APIClient {
    /// Sends a request that the document does not describe; see ``UndocumentedRequest``.
    ///
    /// - Parameters:
    ///   - request: The method, path and body.
    ///   - type: The type of the response's body.
    ///   - options: Options of the call; the client's are added.
    @discardableResult
    public func send<Success: APIValue>(
        _ request: UndocumentedRequest<Success>, as type: Success.Type, options: CallOptions = .standard
    ) async throws(APIError<UndocumentedFailure>) -> Success {
        try await core.call(request, options).value
    }

    /// Sends a request that the document does not describe, and returns the whole response.
    ///
    /// - Parameters:
    ///   - request: The method, path and body.
    ///   - type: The type of the response's body.
    ///   - options: Options of the call; the client's are added.
    public func response<Success: APIValue>(
        to request: UndocumentedRequest<Success>, as type: Success.Type, options: CallOptions = .standard
    ) async throws(APIError<UndocumentedFailure>) -> APIResponse<UndocumentedRequest<Success>> {
        try await core.call(request, options)
    }
}
