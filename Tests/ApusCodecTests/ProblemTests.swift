import ApusCodec
import Foundation
import Testing

/// The messages of errors.
struct ProblemTests {
    @Test(arguments: [
        (
            #"{"id":1,"pets":[{"pet_id":"a","owner":null},{"pet_id":"b","owner":null,"born_at":"soon"}]}"#,
            #"pets[1].born_at: expected date-time, found "soon" (offset 81)"#
        ),
        (#"{"id":"x"}"#, #"id: expected integer, found "x" (offset 6)"#),
        (#"{"id":1.5}"#, "id: expected integer, found 1.5 (offset 6)"),
        (
            #"{"id":99999999999999999999}"#,
            "id: expected integer from -9223372036854775808 to 9223372036854775807, found 99999999999999999999 (offset 6)"
        ),
        (#"{"pets":[]}"#, "id: expected a required member, found nothing (offset 0)"),
        (#"{"id":1,"pets":[{"pet_id":"a"}]}"#, "pets[0].owner: expected a required member, found nothing (offset 16)"),
        (#"{"id":1,"pets":{"a b":1}}"#, "pets: expected array, found an object (offset 15)"),
        (
            #"{"id":1,"pets":[{"pet_id":"a","owner":null,"parent":[]}]}"#,
            "pets[0].parent: expected object, found an array (offset 52)"
        ),
        (#"{"id":1,"pets":[{"pet_id":null,"owner":null}]}"#, "pets[0].pet_id: expected string, found null (offset 26)"),
        ("[]", "expected object, found an array (offset 0)"),
        ("", "expected valid JSON, found unexpected end of input (offset 0)"),
        ("<html>", #"expected a value, found "<html>" (offset 0)"#),
        (#"{"id":1"#, "expected valid JSON, found unexpected end of input (offset 7)"),
        (#"{"id":1} x"#, #"expected the end of the body, found "x" (offset 9)"#),
        (#"{"id" 1}"#, #"expected ':', found "1}" (offset 6)"#),
        (#"{"id":1 "x":2}"#, #"expected ',' or '}', found ""x":2}" (offset 8)"#),
    ])
    func tellsLocationExpectationAndFinding(json: String, expected: String) {
        #expect(problem(json)?.description == expected)
    }

    @Test func tellsWhereUTF8IsInvalid() {
        let bytes = Array(#"{"id":1,"x":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
        #expect(throws: DecodingProblem(path: "", offset: 13, expected: "valid JSON", found: "invalid UTF-8")) {
            try Owner(json: bytes)
        }
    }

    @Test func quotesUnusualNames() {
        let json = #"{"a.b":{"":[{"x":true}]}}"#
        #expect(throws: DecodingProblem(path: #"["a.b"][""][0].x"#, offset: 17, expected: "integer", found: "true")) {
            try [String: [String: [[String: Int]]]](json: json)
        }
    }

    @Test func shortensLongFindings() throws {
        let json = #"{"id":"\#(String(repeating: "é", count: 100))"}"#
        #expect(problem(json)?.found == "\"\(String(repeating: "é", count: 39))…\"")
    }

    @Test func keepsTheFirstProblem() {
        #expect(problem(#"{"id":"x","pets":7}"#)?.path == "id")
        #expect(throws: DecodingProblem.self) { try [Pet](json: #"[{"pet_id":1},{"pet_id":2}]"#) }
    }

    @Test func refusesNumbersThatJSONHasNot() throws {
        #expect(throws: EncodingProblem(path: "", reason: .notANumber)) { try Double.nan.json() }
        #expect(throws: EncodingProblem(path: "a[1]", reason: .infinity)) { try ["a": [1, -Double.infinity]].json() }
        #expect(throws: EncodingProblem(path: "[0]", reason: .infinity)) { try [Float.infinity].json() }
        #expect(EncodingProblem(path: "a[1]", reason: .infinity).description == "a[1]: infinity has no form in JSON")
        let level = Level.unknown(.nan)
        #expect(throws: Swift.EncodingError.self) { try JSONEncoder().encode(level) }
    }

    private func problem(_ json: String) -> DecodingProblem? {
        do {
            _ = try JSONDecoding.decode(Owner.self, from: Array(json.utf8))
            return nil
        } catch {
            return error
        }
    }
}
