import ApusModel

/// `result` of the configuration: the part of a success that a method returns.
extension Lowerer {
    /// nil: the whole success, also where the operation's own rule is an empty pointer.
    func lowerResult(ofOperation id: String) -> ResultDecl? {
        let own = options.rules.result[id]
        guard let pointer = own ?? options.rules.result["default"], !pointer.isEmpty else { return nil }
        return ResultDecl(pointer: pointer, isShared: own == nil)
    }
}
