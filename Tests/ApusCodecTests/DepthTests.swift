import ApusCodec
import Foundation
import Testing

/// Only the reader's limit restricts the nesting of a value: in every build, on every thread, for every model.
struct DepthTests {
    /// Ways in which the wide model contains itself: text before and after the inner value, and the number of levels
    /// together.
    static let chains = [
        Chain(name: "a member", opening: #"{"name":"a","not":"#, closing: "}", levels: 1),
        Chain(name: "an alternative", opening: #"{"name":"a","operand":"#, closing: "}", levels: 1),
        Chain(name: "a list", opening: #"{"name":"a","any":["#, closing: "]}", levels: 2),
    ]

    struct Chain: CustomTestStringConvertible, Sendable {
        let name: String
        let opening: String
        let closing: String
        let levels: Int

        var testDescription: String { name }

        func text(levels count: Int) -> String {
            let steps = (count - 1) / levels
            return String(repeating: opening, count: steps) + #"{"name":"z"}"#
                + String(repeating: closing, count: steps)
        }
    }

    @Test(arguments: chains) func readsWhatTheLimitAllows(_ chain: Chain) throws {
        let text = chain.text(levels: JSONDecoding.maximumDepth)
        try onSmallStack {
            let filter = try WideFilter(json: text)
            #expect(filter.name == "a")
            let written = try filter.json()
            #expect(String(decoding: written, as: UTF8.self) == text)
        }
    }

    @Test(arguments: chains) func comparesAndDescribes(_ chain: Chain) throws {
        let text = chain.text(levels: JSONDecoding.maximumDepth)
        try onSmallStack {
            let filter = try WideFilter(json: text)
            let other = try WideFilter(json: text.replacingOccurrences(of: "z", with: "y"))
            let equal = try WideFilter(json: text)
            #expect(filter == equal && filter != other)
            #expect(filter.hashValue == equal.hashValue)
            #expect(filter.description.contains(#"name: "z""#))
        }
    }

    @Test(arguments: chains) func validates(_ chain: Chain) throws {
        let text = chain.text(levels: JSONDecoding.maximumDepth)
        try onSmallStack {
            try WideFilter(json: text).validate()
            let empty = try WideFilter(json: text.replacingOccurrences(of: "z", with: ""))
            #expect(empty.violations().map(\.keyword) == ["minLength"])
            let strict = try JSONDecoding.decodeStrictly(WideFilter.self, from: Array(text.utf8))
            #expect(try WideFilter(json: text) == strict)
        }
    }

    @Test(arguments: chains) func refusesWhatIsDeeper(_ chain: Chain) throws {
        let text = chain.text(levels: JSONDecoding.maximumDepth + chain.levels)
        try onSmallStack {
            let problem = try #require(throws: DecodingProblem.self) { try WideFilter(json: text) }
            #expect(problem.description.contains("512"))
        }
    }

    @Test func refusesToWriteWhatIsDeeper() throws {
        let text = Self.chains[0].text(levels: JSONDecoding.maximumDepth)
        try onSmallStack {
            var outer = try WideFilter(json: "{}")
            outer.not = try WideFilter(json: text)
            let problem = try #require(throws: EncodingProblem.self) { try outer.json() }
            #expect(problem.reason == .nestingTooDeep(limit: JSONDecoding.maximumDepth))
        }
    }

    /// Dropped values, and attempts of alternatives, count once however often reading is restarted.
    @Test func dropsOnce() throws {
        let chain = Self.chains[0]
        let wrong = chain.text(levels: 500).replacingOccurrences(
            of: #"{"name":"z"}"#, with: #"{"text0":{},"name":"z"}"#)
        try onSmallStack {
            let surprises = try JSONDecoding.surprises(
                in: Array(wrong.replacingOccurrences(of: #"{}"#, with: "null").utf8), as: WideFilter.self)
            #expect(surprises.isEmpty)
            let problem = try #require(throws: DecodingProblem.self) { try WideFilter(json: wrong) }
            #expect(problem.path.hasSuffix("not.text0"))
        }
    }

    /// Copies share their content until one is changed, at any depth.
    @Test func copiesAreIndependent() throws {
        let text = Self.chains[0].text(levels: 100)
        var filter = try WideFilter(json: text)
        let copy = filter
        filter.not?.not?.name = "b"
        #expect(copy.not?.not?.name == "a")
        #expect(filter.not?.not?.name == "b")
        let written = try copy.json()
        #expect(String(decoding: written, as: UTF8.self) == text)
    }
}
