extension JSONObject {
    /// The members by name, without those whose name no dictionary can have.
    package var keyed: [String: JSONValue] {
        JSONObject(unique: filter { MemberNames.canBeKey($0.key) }).dictionary
    }
}
