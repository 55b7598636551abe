import ApusCodec
import ApusJSON
import ApusLowering
import ApusModel
import ApusRuntime
import ApusSource
import ApusSpec
import HTTPTypes

/// Writes refusals: in the form that the document gives to the status, otherwise as a problem (RFC 9457). The header `Mock-Problem` always
/// has the reason.
struct ProblemWriter {
    private let writer: AnswerWriter?
    private let options: MockOptions

    /// - Parameter writer: nil where the document has no operation.
    init(_ writer: AnswerWriter?, _ options: MockOptions) {
        self.writer = writer
        self.options = options
    }

    func answer(_ refusal: Refusal) -> MockAnswer {
        var answer = documented(refusal) ?? problem(refusal)
        for (name, value) in refusal.headers { answer.headers.set(name, value) }
        answer.headers.set("Mock-Problem", refusal.text)
        return answer
    }

    private func documented(_ refusal: Refusal) -> MockAnswer? {
        guard let writer, let response = writer.mock.response(refusal.status, of: writer.operation),
            var draft = try? writer.draft(refusal.status, response), draft.media != nil
        else { return nil }
        if let value = draft.value, let schema = draft.schema {
            draft.value = Self.saying(refusal.text, in: value) {
                writer.mock.examples.findMisfit(of: $0, schema) == nil
            }
        } else if writer.mock.examples.coding(of: draft.media?.contentType ?? "") == .text {
            draft.text = refusal.text
        }
        return writer.finish(draft, options)
    }

    /// Members that have a sentence for people, the usual ones first.
    private static let sentences = ["detail", "message", "error_description", "description", "msg", "error", "title"]

    /// The value with the reason in the first member for a sentence that may have it, also one level below.
    private static func saying(_ text: String, in value: JSONValue, fits: (JSONValue) -> Bool) -> JSONValue {
        guard case .object(let members) = value else { return value.string == nil ? value : .string(text) }
        let below = members.prefix(20).compactMap { member in
            member.value.object.map { ("/" + JSONPointer.escape(member.key), $0) }
        }
        for (start, object) in [("", members)] + below {
            for name in sentences where object[name]?.string != nil {
                let changed = value.setting(.string(text), at: start + "/" + name)
                if DocumentStack.run({ fits(changed) }) { return changed }
            }
        }
        return value
    }

    private func problem(_ refusal: Refusal) -> MockAnswer {
        let errors = refusal.problems.prefix(100).map { problem -> JSONValue in
            var members = JSONObject([JSONObject.Member(key: "detail", value: .string(problem.sentence))])
            if !problem.pointer.isEmpty { members["pointer"] = .string(problem.pointer) }
            return .object(members)
        }
        let value: JSONValue = [
            "type": "about:blank", "status": .number(JSONNumber(refusal.status)), "detail": .string(refusal.text),
            "errors": .array(Array(errors)),
        ]
        return MockAnswer(
            status: refusal.status, headers: [.contentType: "application/problem+json"],
            body: .bytes(value.serialized()))
    }
}
