import ApusSource
import ApusSpec

/// An example that a document gives for an answer.
struct AnswerExample {
    /// What reads the example.
    enum Reader {
        /// The operation that documents the answer.
        case operation(Operation)
        /// The type of the component that the example belongs to.
        case component(Schema)
    }

    let reader: Reader
    let status: Int
    let contentType: String
    let value: SourceNode
    let schema: Schema?
    /// RFC 6901 pointer of the media type or schema that holds the example, with the example's name.
    let pointer: String
}
