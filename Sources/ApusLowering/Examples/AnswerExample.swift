import ApusSource
import ApusSpec

/// A documented example of a response.
struct AnswerExample {
    /// The reader of the example.
    enum Reader {
        /// The operation that documents the response.
        case operation(Operation)
        /// The type of the example's component.
        case component(Schema)
    }

    let reader: Reader
    let status: Int
    let contentType: String
    let value: SourceNode
    let schema: Schema?
    /// RFC 6901 pointer of the media type or schema that contains the example, with the example's name.
    let pointer: String
}
