import ApusRuntime

/// One line of JSON on standard output for each call.
public struct Report: Sendable {
    public init() {}

    func write(_ call: String, meant: String?, failure: String?) {
        var line = JSONObject()
        line["call"] = .string(call)
        if let meant { line["meant"] = (try? JSONValue(json: meant)) ?? .string("not JSON: " + meant) }
        if let failure { line["failure"] = .string(failure) }
        print(JSONValue.object(line))
    }
}
