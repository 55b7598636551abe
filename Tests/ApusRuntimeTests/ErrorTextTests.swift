import Foundation
import Testing

@testable import ApusRuntime

/// Foreign text in an error stays on its line.
@Suite struct ErrorTextTests {
    private static let hostile = "a\r\nSet-Cookie: x\n\u{1B}[2J\u{2028}\u{202E}b\t\u{85}"
    private static let shown = #"a\r\nSet-Cookie: x\n\u{1B}[2J\u{2028}\u{202E}b\t\u{85}"#

    private static let errors: [any Error] = [
        TransportProblem(.other, hostile), OAuthProblem.configuration(hostile), OAuthProblem.invalidRedirect(hostile),
        OAuthProblem.refused(OAuthRefusal(reason: OAuthRefusal.Reason(rawValue: hostile), text: hostile)),
        CredentialProblem.unusable(scheme: "a", reason: hostile), WebhookProblem.malformedSignature(hostile),
        WebhookProblem.missingHeader(hostile), DecodingProblem(path: hostile, offset: 0, expected: "a", found: hostile),
        EncodingProblem(path: hostile, reason: .unrepresentable(hostile)),
        FileProblem.exists(hostile, reason: hostile),
        APIError<UndocumentedFailure>(
            .transport(TransportProblem(.other, hostile)), details: CallDetails(operation: "x")),
    ]

    @Test(arguments: errors.indices) func lineBreaksAreShown(index: Int) {
        let error = Self.errors[index]
        for text in ["\(error)", error.localizedDescription] {
            #expect(
                text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x85 && $0.value < 0x2000 }, "\(text)")
            #expect(text.contains(Self.shown), "\(text)")
        }
    }

    @Test func excerptsHaveOneLine() {
        let body = RawBody(bytes: Array(Self.hostile.utf8), contentType: "text/plain")
        #expect(body.description == "text/plain, \(Self.hostile.utf8.count) bytes: \(Self.shown)")
        #expect(ShownText.escape("é日本 \\n") == "é日本 \\n")
    }

    @Test(
        arguments: [
            ("120", 120), ("0", 0), ("1.5", 1.5), ("007", 7), ("0x10", nil), ("+5", nil), ("-5", nil), ("1e3", 1_000),
            ("1e", nil), ("1e-3", nil),
            ("1.", nil), (".5", nil),
            ("inf", nil), ("nan", nil), ("", nil), (" 5", nil), ("5,", nil), (String(repeating: "1", count: 40), nil),
            ("9e999", nil),
        ] as [(String, Double?)])
    func secondsAreDigits(text: String, seconds: Double?) {
        #expect(RetryAfter.number(text) == seconds)
    }
}
