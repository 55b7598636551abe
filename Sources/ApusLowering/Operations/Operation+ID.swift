import ApusSpec

extension Operation {
    /// What the configuration calls the operation: its `operationId`, else a name made of its method and path.
    var id: String {
        operationID ?? OperationNames.derive(method: method, path: documentedPath)
    }
}
