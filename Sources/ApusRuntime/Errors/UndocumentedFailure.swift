/// The failure of an operation whose document names none.
public enum UndocumentedFailure: APIFailure, Hashable {
    case undocumented(status: Int, body: RawBody)

    @_documentation(visibility: internal)
    public static func decode(_ response: inout ResponseReader) -> UndocumentedFailure {
        .undocumented(status: response.status, body: response.raw())
    }
}
