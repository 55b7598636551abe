import ApusModel
import ApusSource
import Testing

@testable import ApusLowering

/// YAML writes numbers in ways that Swift does not.
struct LiteralTests {
    @Test(arguments: [
        (".5", "0.5"), ("-.5", "-0.5"), ("+.5", "0.5"), ("1.", "1"), ("-1.5e-3", "-1.5e-3"), ("1.e-3", "0.001"),
        ("0x1F", "31"), ("0o17", "15"), ("+0.25", "0.25"), ("0.10", "0.10"), ("5.0", "5"), ("1e+300", "1e+300"),
    ])
    func numbersAreWrittenAsSwiftDoes(text: String, expected: String) {
        #expect(SourceNumber(text: text).decimalLiteral == .double(expected))
    }

    @Test(arguments: [".inf", "-.Inf", ".nan", "1e400", "-1e400"])
    func whatIsNotFiniteHasNone(text: String) {
        #expect(SourceNumber(text: text).decimalLiteral == nil)
    }
}
