extension APIModel {
    /// The model as stable, indented text, for `apus dump model` and for tests: one line for each declaration and member.
    public func dump() -> String {
        var dump = ModelDump(names: names)
        dump.write(self)
        return dump.text
    }
}

extension TypeDecl {
    /// One declaration in the format of ``APIModel/dump()``.
    public func dump(names: [TypeID: [String]]) -> String {
        var dump = ModelDump(names: names)
        dump.write(self)
        return dump.text
    }
}

extension OperationDecl {
    /// One operation in the format of ``APIModel/dump()``.
    public func dump(names: [TypeID: [String]], failures: [FailureDecl]) -> String {
        var dump = ModelDump(names: names)
        dump.write(self, failures: failures)
        return dump.text
    }
}
