import ApusCodec
import Foundation
import Testing

/// Unions and enums: the right alternative, nothing lost.
struct UnionTests {
    @Test func followsTheDiscriminator() throws {
        #expect(try Animal(json: #"{"lives":9,"kind":"cat"}"#) == .cat(Cat(lives: 9)))
        #expect(try Animal(json: #"{"kind":"dog","barks":true}"#) == .dog(Dog(barks: true)))
        #expect(try Animal(json: #"{"kind":"newt","x":[1]}"#) == .unknown(["kind": "newt", "x": [1]]))
        #expect(try Animal(json: "[1.0]") == .unknown([1]))
        #expect(try Animal(json: #"{"kind":"dog"}"#) == .unknown(["kind": "dog"]))
        #expect(throws: DecodingProblem.self) {
            try JSONDecoding.decodeStrictly(Animal.self, from: Array(#"{"kind":"dog"}"#.utf8))
        }
    }

    @Test func fillsTheDiscriminatorIn() throws {
        #expect(try text(Animal.cat(Cat(lives: 9))) == #"{"kind":"cat","lives":9}"#)
        #expect(try text(Animal.cat(Cat(kind: "wrong", lives: 9))) == #"{"kind":"cat","lives":9}"#)
        #expect(
            try text([Animal.dog(Dog(barks: true)), .cat(Cat(lives: 1))])
                == #"[{"kind":"dog","barks":true},{"kind":"cat","lives":1}]"#)
        #expect(try text(Animal.unknown(["kind": "newt"])) == #"{"kind":"newt"}"#)
    }

    @Test(arguments: [
        (#""x""#, 0), (#"{"id":"a","name":"n"}"#, 1), (#"{"id":"a","type":"card"}"#, 1), ("[1,2]", 2),
        (#"{"id":"a","iban":"DE"}"#, 3), (#"{"id":"a","type":"other"}"#, 3), ("5", 4), ("5.0", 4), ("5.5", 5),
        ("null", 6), ("true", 6), (#"{"name":"n"}"#, 6),
    ])
    func choosesTheBestFit(json: String, expected: Int) throws {
        let position =
            switch try Target(json: json) {
            case .text: 0
            case .card: 1
            case .numbers: 2
            case .account: 3
            case .whole: 4
            case .fraction: 5
            case .unknown: 6
            }
        #expect(position == expected)
    }

    @Test func keepsUnknownEnumMembers() throws {
        #expect(try [Level](json: "[0,-1,3,2.5]") == [.off, .low, .unknown(3), .unknown(2.5)])
        #expect(try text([Level.low, .unknown(3), .unknown(2.5)]) == "[-1,3,2.5]")
        #expect(Pet.Status.unknown("sold") == .sold)
        let data = try JSONEncoder().encode([Level.low, .unknown(3)])
        #expect(try JSONDecoder().decode([Level].self, from: data) == [.low, .unknown(3)])
        let animals = try JSONEncoder().encode([Animal.dog(Dog(barks: false))])
        #expect(try JSONDecoder().decode([Animal].self, from: animals) == [.dog(Dog(barks: false))])
    }

    @Test func triesTheNextThatFits() throws {
        #expect(try Link(json: #"{"end":5}"#) == .whole(WholeLink(end: 5)))
        #expect(try Link(json: #"{"end":"x"}"#) == .text(TextLink(end: "x")))
        #expect(try Link(json: #"{"end":true}"#) == .flag(FlagLink(end: true)))
        #expect(try Link(json: #"{"end":[1.50]}"#) == .unknown(["end": [1.5]]))
        #expect(
            try [Link](json: #"[{"end":null},{"end":"x"}]"#) == [.unknown(["end": nil]), .text(TextLink(end: "x"))])
        let body = try #require(throws: DecodingProblem.self) { try WholeLink(json: #"{"next":{"end":[]},"end":"x"}"#) }
        #expect(body.description == #"end: expected integer, found "x" (offset 25)"#)
    }

    /// Each level fails behind the levels inside it, which are not tried again for every attempt around them.
    @Test(.timeLimit(.minutes(10))) func attemptsDoNotMultiply() throws {
        func chain(_ depth: Int) -> String {
            String(repeating: #"{"next":"#, count: depth) + #"{"end":true}"#
                + String(repeating: #","end":true}"#, count: depth)
        }
        var link = try Link(json: chain(60))
        var depth = 0
        while case .flag(let inner) = link, let next = inner.next {
            link = next
            depth += 1
        }
        #expect(depth == 60)
        #expect(try text(Link(json: chain(100))) == chain(100))
        let list = "[" + Array(repeating: chain(20), count: 2_000).joined(separator: ",") + "]"
        #expect(try JSONDecoding.decode([Link].self, from: Array(list.utf8)).count == 2_000)
    }

    /// Attempts are limited, and values that are nested too deep remain a problem.
    @Test(.timeLimit(.minutes(10))) func attemptsAreBounded() throws {
        let deep = String(repeating: #"{"next":"#, count: 510) + "5" + String(repeating: #","end":true}"#, count: 510)
        _ = try? Link(json: deep)
        let wrong = String(repeating: "{\"end\":{},\"a\":[", count: 200) + String(repeating: "]}", count: 200)
        #expect(try text(Link(json: wrong)) == wrong)
    }

    @Test func looksAtAllElements() throws {
        let alternatives: [UnionAlternative] = [.array(of: .int32), .array(of: .integer), .array(of: .string)]
        for (json, place) in [("[1,2]", 0), ("[1,5000000000]", 1), (#"["a","b"]"#, 2), (#"[1,"b"]"#, nil), ("[]", 0)] {
            let chosen = try Choice.$alternatives.withValue(alternatives) { try Choice(json: json).place }
            #expect(chosen == place, "\(json)")
        }
    }

    @Test(arguments: [("-129", false), ("-128", true), ("127", true), ("128", false), ("1e2", true), ("0.5", false)])
    func widthsAreExact(json: String, fits: Bool) throws {
        let chosen = try Choice.$alternatives.withValue([.int8]) { try Choice(json: json).place }
        #expect((chosen == 0) == fits)
    }

    private func text<T: APIValue>(_ value: T) throws -> String { try String(decoding: value.json(), as: UTF8.self) }
}
