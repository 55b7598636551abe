internal import ApusModel
internal import ApusRuntime

/// The arguments of one call, typed by the document.
struct CallArguments: Sendable {
    /// By the positions of the operation's parameters; nil: omitted.
    var parameters: [CallValue?]
    var body: Body?

    struct Body: Sendable {
        /// The position of the content type among the operation's.
        var alternative: Int
        /// The value of `Content-Type` where the document has a range.
        var contentType: String?
        var content: Content
    }

    enum Content: Sendable {
        case value(CallValue)
        /// Bytes that are sent as they are.
        case raw(APIBody)
    }
}
