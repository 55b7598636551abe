import ApusCodec
import Foundation
import Testing

/// Every conformer, wire → value → wire.
struct ScalarTests {
    @Test func codesBooleansAndStrings() throws {
        try roundTrip("true", true)
        try roundTrip("false", false)
        try roundTrip(#""""#, "")
        try roundTrip(#""a\"b\\c\n\u0001é😀""#, "a\"b\\c\n\u{1}é😀")
        try roundTrip(#""longer than eight bytes \" and more""#, "longer than eight bytes \" and more")
        #expect(try String(json: #""\u00e9\ud83d\ude00\/\b\f\r\t""#) == "é😀/\u{8}\u{c}\r\t")
        #expect(try String(json: #""\ud83d""#) == "\u{FFFD}")
        #expect(try String(json: #""\ude00\ud83dx""#) == "\u{FFFD}\u{FFFD}x")
    }

    @Test func escapesEachCharacterAtEachOffset() throws {
        // Writers examine eight bytes at once, so each length up to three words counts, and each offset in it.
        for (character, escape) in [("\"", #"\""#), ("\\", #"\\"#), ("\u{1f}", #"\u001f"#), ("\n", #"\n"#), ("é", "é")]
        {
            for length in 0...24 {
                for offset in 0...length {
                    let (before, after) = (
                        String(repeating: "a", count: offset), String(repeating: "z", count: length - offset)
                    )
                    try roundTrip("\"\(before)\(escape)\(after)\"", before + character + after)
                    try roundTrip("\"\(before)\(escape)\(after)\(escape)\"", before + character + after + character)
                }
            }
        }
        for length in 0...24 {
            try roundTrip("\"" + String(repeating: "~", count: length) + "\"", String(repeating: "~", count: length))
        }
    }

    @Test func codesIntegersOfEveryWidth() throws {
        try limits(of: Int.self)
        try limits(of: Int8.self)
        try limits(of: Int16.self)
        try limits(of: Int32.self)
        try limits(of: Int64.self)
        try limits(of: UInt.self)
        try limits(of: UInt8.self)
        try limits(of: UInt16.self)
        try limits(of: UInt32.self)
        try limits(of: UInt64.self)
    }

    private func limits<T: APIValue & FixedWidthInteger>(of type: T.Type) throws {
        for value in [T.min, 0, 1, T.max] { try roundTrip("\(value)", value) }
        #expect(throws: DecodingProblem.self) { try T(json: "\(T.max)0") }
        #expect(throws: DecodingProblem.self) { try T(json: "1.5") }
        #expect(throws: DecodingProblem.self) { try T(json: "1e400") }
        #expect(throws: DecodingProblem.self) { try T(json: "1e99999999999999999999") }
        #expect(throws: DecodingProblem.self) { try T(json: "1e-99999999999999999999") }
    }

    @Test(arguments: [
        ("5.0", 5), ("5e0", 5), ("1e2", 100), ("0.5e1", 5), ("-0", 0), ("-0.0", 0), ("1200e-2", 12),
        ("0e999999999999999", 0),
        ("-9223372036854775808.0", Int.min), ("9.223372036854775807e18", Int.max),
    ])
    func readsWholeNumbersHoweverSpelled(text: String, value: Int) throws {
        #expect(try Int(json: text) == value)
    }

    /// Frameworks whose decimals keep their digits send them as text, also where the document says `number`.
    @Test func readsNumbersSentAsText() throws {
        #expect(try Double(json: #""12.50""#) == 12.5)
        #expect(try Decimal(json: #""0.12345678901234567890""#) == Decimal(string: "0.1234567890123456789"))
        #expect(try Int(json: #""-7""#) == -7)
        #expect(try [Int?](json: #"["1", 2, null]"#) == [1, 2, nil])
        for text in [#""""#, #"" 1""#, #""1 ""#, #""0x10""#, #""007""#, #""+5""#, #""1.5""#, #""\u0031""#] {
            #expect(throws: DecodingProblem.self) { try Int(json: text) }
        }
        let bytes = Array(#"[1, "2"]"#.utf8)
        #expect(try JSONDecoding.surprises(in: bytes, as: [Int].self).map(\.path) == ["[1]"])
    }

    @Test func writesDoublesShortAndExact() throws {
        try roundTrip("5", 5.0)
        try roundTrip("-0", -0.0)
        try roundTrip("0.1", 0.1)
        try roundTrip("-1234.5625", -1234.5625)
        try roundTrip("1e+20", 1e20)
        try roundTrip("5e-324", Double.leastNonzeroMagnitude)
        try roundTrip("1.7976931348623157e+308", Double.greatestFiniteMagnitude)
        try roundTrip("123456789012345", 123_456_789_012_345.0)
        try roundTrip("0.1", Float(0.1))
        try roundTrip("3", Float(3))
        #expect(try Double(json: "0.30000000000000004") == 0.1 + 0.2)
        #expect(try Double(json: "9007199254740992") == 0x1p53)
        #expect(try Double(json: "18446744073709551616") == 0x1p64)
        #expect(try Double(json: "1e23") == 1e23)
    }

    @Test(arguments: [
        ("9007199254740993", 0x1p53), ("18446744073709551617", 0x1p64), ("18446744073709552000", 0x1p64),
        ("1700000000123000000", 1.700000000123e18), ("-9007199254740993", -0x1p53), ("1e-400", 0),
        ("0.1000000000000000055511151231257827021181583404541015625", 0.1),
        ("1.7976931348623158e308", 0x1.fffffffffffffp1023),
    ])
    func readsTheNearestDouble(text: String, value: Double) throws {
        #expect(try Double(json: text) == value)
    }

    @Test(
        arguments: [
            ("1585679404", 1_585_679_360), ("3.4e38", 3.4e38), ("16777217", 0x1p24), ("1e-60", 0),
            ("3.4028235e38", 0x1.fffffep127),
            // The nearest Double is exactly between two Floats; the number itself is larger.
            ("1.00000005960464477540", 0x1.000002p0), ("1.0000000596046447754", 0x1.000002p0),
            ("16777217.000000001", 0x1.000002p24),
        ] as [(String, Float)])
    func readsTheNearestFloat(text: String, value: Float) throws {
        #expect(try Float(json: text) == value)
        #expect(try Float(json: value.json()) == value)
    }

    @Test func refusesNumbersBeyondTheRange() throws {
        #expect(throws: DecodingProblem.self) { try Double(json: "1e309") }
        #expect(throws: DecodingProblem.self) { try Float(json: "1e39") }
        #expect(try String(decoding: (3.4e38 as Float).json(), as: UTF8.self) == "3.4e+38")
        try roundTrip("123456789012345678901234567890", try #require(Decimal(string: "123456789012345678901234567890")))
        #expect(try Decimal(json: #""12.50""#) == Decimal(string: "12.5"))
    }

    @Test func putsNumbersAndBooleansBetweenQuotes() throws {
        try roundTrip(#""123456789012345678.25""#, Quoted(try #require(Decimal(string: "123456789012345678.25"))))
        try roundTrip(#""18446744073709551615""#, Quoted(UInt64.max))
        try roundTrip(#""-0.5""#, -0.5 as Quoted<Double>)
        try roundTrip(#""true""#, true as Quoted<Bool>)
        #expect(try Quoted<Int64>(json: "7") == 7)
        #expect(String(describing: Quoted(Int64.max)) == "9223372036854775807")
        #expect(throws: DecodingProblem.self) { try Quoted<Int8>(json: #""128""#) }
        #expect(throws: DecodingProblem.self) { try Quoted<Decimal>(json: #""much""#) }
        #expect(throws: EncodingProblem.self) { try Quoted(Decimal.nan).json() }
        #expect(try JSONDecoder().decode([Quoted<Int>].self, from: JSONEncoder().encode([Quoted(Int(-3))])) == [-3])
        #expect(Quoted(Decimal(2)) < 2.5)
    }

    @Test(arguments: [
        ("2026-01-31T09:30:00Z", 1_769_851_800, "2026-01-31T09:30:00Z"),
        ("2026-01-31t09:30:00z", 1_769_851_800, "2026-01-31T09:30:00Z"),
        ("2026-01-31 09:30:00.5Z", 1_769_851_800.5, "2026-01-31T09:30:00.500Z"),
        ("2026-01-31T11:30:00.001+02:00", 1_769_851_800.001, "2026-01-31T09:30:00.001Z"),
        ("2026-01-31T04:00:00-05:30", 1_769_851_800, "2026-01-31T09:30:00Z"),
        ("1969-12-31T23:59:59.750Z", -0.25, "1969-12-31T23:59:59.750Z"),
        ("0000-01-01T00:00:00Z", -62_167_219_200, "0000-01-01T00:00:00Z"),
        ("9999-12-31T23:59:59Z", 253_402_300_799, "9999-12-31T23:59:59Z"),
        ("2016-12-31T23:59:60Z", 1_483_228_800, "2017-01-01T00:00:00Z"),
        ("2024-02-29T00:00:00Z", 1_709_164_800, "2024-02-29T00:00:00Z"),
    ])
    func readsAndWritesDates(text: String, seconds: Double, written: String) throws {
        let date = try Date(json: "\"\(text)\"")
        #expect(abs(date.timeIntervalSince1970 - seconds) < 1e-6)
        #expect(try String(decoding: JSONEncoding.encode(date), as: UTF8.self) == "\"\(written)\"")
        #expect(try Date(json: date.json()) == date)
    }

    @Test(arguments: [
        "soon", "", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-31T24:00:00Z", "2026-01-31T09:30:00.Z",
        "2026-01-31T09:30:00Zx", "2026-01-31T09:60:00Z", "２026-01-31T09:30:00Z", "2026-01-31T", "2026-01-31T09Z",
        "2026-01-31T09:30:00+2", "2026-01-31T09:30:00+25:00", "2026-01-31  09:30:00", "20260131T09", "2026-131",
        "2026-01-31T09:30:00 CET", "2026-01-31T09:30:00[", "0000-00-00 00:00:00", "1769851800", "09:30:00",
        "Sat, 31 Jan 2026 09:30:00", "Sat, 31 Jan 2026 09:30:00 CET", "Sat, 31 Foo 2026 09:30:00 GMT",
        "Sat, 31 Feb 2026 09:30:00 GMT", "Sat 31 Jan", "Sat, 31 Jan 2026 9:30:00 GMT",
    ])
    func refusesWhatIsNoDate(text: String) {
        #expect(throws: DecodingProblem.self) { try Date(json: "\"\(text)\"") }
    }

    @Test func agreesWithFoundationOnEveryDay() throws {
        for day in stride(from: -700_000, to: 2_900_000, by: 997) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 3_723)
            #expect(try Date(json: date.json()) == date)
            #expect(try CalendarDate(json: #require(CalendarDate(date)).json()) == CalendarDate(date))
        }
        let text = try String(decoding: Date(timeIntervalSince1970: 951_827_696).json(), as: UTF8.self)
        #expect(text == "\"2000-02-29T12:34:56Z\"")
        #expect(throws: EncodingProblem(path: "", reason: .dateOutOfRange)) {
            try Date(timeIntervalSince1970: 253_402_300_800).json()
        }
    }

    @Test func codesCalendarDates() throws {
        let date = try #require(CalendarDate(year: 2026, month: 1, day: 31))
        try roundTrip("\"2026-01-31\"", date)
        #expect(CalendarDate("2026-01-31") == date)
        #expect(date.date == Date(timeIntervalSince1970: 1_769_817_600))
        #expect(CalendarDate(Date(timeIntervalSince1970: 1_769_817_599)) == CalendarDate("2026-01-30"))
        #expect(try #require(CalendarDate("2025-12-31")) < date)
        #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
        #expect(throws: DecodingProblem.self) { try CalendarDate(json: "\"2026-1-31\"") }
        #expect(try JSONDecoder().decode([CalendarDate].self, from: JSONEncoder().encode([date])) == [date])
    }

    @Test func codesBytesIdentifiersAndAddresses() throws {
        try roundTrip("\"aGk/\"", Data("hi?".utf8))
        #expect(try Data(json: "\"aGk_aA\"") == Data("hi?h".utf8))
        #expect(try Data(json: #""aGk_\r\naA==\r\n""#) == Data("hi?h".utf8))
        #expect(try Data(json: #""aGk_\taA \n""#) == Data("hi?h".utf8))
        #expect(throws: DecodingProblem.self) { try Data(json: "\"a.b\"") }
        let identifier = try #require(UUID(uuidString: "8F14E45F-CEEA-467F-A9B1-000000000001"))
        try roundTrip("\"8f14e45f-ceea-467f-a9b1-000000000001\"", identifier)
        #expect(throws: DecodingProblem.self) { try UUID(json: "\"8f14e45f\"") }
        try roundTrip("\"https://example.com/a?b=c\"", try #require(URL(string: "https://example.com/a?b=c")))
    }

    @Test func codesCollectionsAndAbsence() throws {
        try roundTrip("[[1,2],[]]", [[1, 2], []])
        try roundTrip(#"{"a":1,"b":2}"#, ["b": 2, "a": 1])
        try roundTrip("[1,null]", [1, Int?.none])
        try roundTrip("null", Int?.none)
        try roundTrip("null", Nullable<Int>.null)
        try roundTrip("7", Nullable<Int>.value(7))
        #expect(try Indirect<Int>(json: "7").wrappedValue == 7)
        #expect(try Indirect(wrappedValue: 7).json() == Array("7".utf8))
        try roundTrip("{}", EmptyObject())
        try roundTrip("\"hush\"", SecretString("hush"))
        #expect(try [String: Int](json: #"{"a":1,"a":2}"#) == ["a": 2])
        #expect("\(SecretString("hush"))\(String(reflecting: SecretString("hush")))" == "<redacted><redacted>")
    }

    @Test func acceptsLiteralsWhereAbsenceCounts() {
        let nothing: Nullable<String> = .null
        let text: Nullable<String> = "a"
        let number: Nullable<Double> = 1.5
        let flag: Nullable<Bool> = true
        let list: Nullable<[Int]> = [1]
        #expect(nothing == .null)
        #expect(text.wrapped == "a" && number.wrapped == 1.5 && flag.wrapped == true && list.wrapped == [1])
        #expect(Nullable<Int>(nil) == .null)
        let missing: Int? = nil
        #expect(missing.orNull == .null && missing.orAbsent == .absent)
        #expect(Int?(1).orNull == .value(1) && Int?(1).orAbsent == .value(1))
    }

    private func roundTrip<T: APIValue & Equatable>(
        _ text: String, _ value: T, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(try T(json: text) == value, sourceLocation: sourceLocation)
        #expect(try String(decoding: value.json(), as: UTF8.self) == text, sourceLocation: sourceLocation)
    }
}
