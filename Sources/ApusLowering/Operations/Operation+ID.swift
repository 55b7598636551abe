import ApusSpec

extension Operation {
    /// The name of the operation in the configuration: its `operationId`, otherwise a name derived from method and path.
    var id: String {
        operationID ?? OperationNames.derive(method: method, path: documentedPath)
    }
}
