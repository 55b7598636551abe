import ApusRuntime
import Foundation
import Testing

/// Unions and enums: the right alternative, nothing lost.
struct UnionTests {
    @Test func followsTheDiscriminator() throws {
        #expect(try Animal(json: #"{"lives":9,"kind":"cat"}"#) == .cat(Cat(lives: 9)))
        #expect(try Animal(json: #"{"kind":"dog","barks":true}"#) == .dog(Dog(barks: true)))
        #expect(try Animal(json: #"{"kind":"newt","x":[1]}"#) == .unknown(["kind": "newt", "x": [1]]))
        #expect(try Animal(json: "[1.0]") == .unknown([1]))
        #expect(throws: DecodingProblem.self) { try Animal(json: #"{"kind":"dog"}"#) }
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

    private func text<T: APIValue>(_ value: T) throws -> String { try String(decoding: value.json(), as: UTF8.self) }
}
