import Testing

@testable import ApusSchemas

/// The regular expressions that allow only numbers.
struct NumberPatternTests {
    @Test(arguments: [
        (#"^-?(?:0|[1-9]\d*)$"#, true), (#"^[0-9]+$"#, true), (#"^\d+$"#, true), (#"^[+-]?\d+$"#, true),
        (#"^(0|[1-9][0-9]*)$"#, true), (#"^\d{0,18}$"#, true), (#"^-?(?:0|[1-9]\d*)(?:\.\d+)?$"#, false),
        (#"^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$"#, false), (#"^(?!^[-+.]*$)[+-]?0*\d*\.?\d*$"#, false),
        (#"^(?!^[-+.]*$)[+-]?0*(?:\d{0,8}|(?=[\d.]{1,11}0*$)\d{0,8}\.\d{0,2}0*$)"#, false),
        (#"^\d*[.]\d+$"#, false), (#"^(-?\d+|\d+\.\d+)$"#, false),
    ])
    func admits(pattern: String, isWhole: Bool) throws {
        #expect(try #require(NumberPattern(pattern)).isWhole == isWhole)
    }

    @Test(arguments: [
        "", "^$", #"\d+"#, #"^\d+"#, #"\d+$"#, #"^.+$"#, #"^\d{5}$"#, #"^\d+-\d+$"#, #"^\d{4}-\d{2}-\d{2}$"#,
        #"^\d+(\.\d+)*$"#, #"^\d+\.\d+\.\d+$"#, #"^\w+$"#, #"^[0-9a-f]+$"#, #"^[^0-9]$"#, #"^\d+|x$"#, #"^\d+ €$"#,
        #"^\d+,\d+$"#, #"^(\d+$"#, #"^\d+)$"#, #"^[0-9$"#, #"^\"#, #"^(?<n>\d+)$"#, #"^\d+(?:e\d+)+$"#, #"^-$"#,
        #"^--\d+$"#, #"^-\d+-$"#, #"^\d+%$"#, #"^[-0-9]+$"#, #"^(?:\d+e?)*$"#,
    ])
    func refuses(pattern: String) {
        #expect(NumberPattern(pattern) == nil)
    }
}
