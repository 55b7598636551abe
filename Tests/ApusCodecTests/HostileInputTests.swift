import ApusCodec
import Foundation
import Testing

/// No input crashes, hangs or exhausts the stack of a secondary thread.
struct HostileInputTests {
    @Test func survivesTruncation() throws {
        let bytes = try body()
        for length in 0..<bytes.count {
            #expect(throws: DecodingProblem.self) { try Owner(json: Array(bytes[..<length])) }
        }
    }

    @Test func survivesFlippedBits() throws {
        let bytes = try body()
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 1 << UInt8(index * 5 % 8)
            _ = try? Owner(json: damaged).json()
            if let tree = try? JSONValue(json: damaged) { _ = tree.hashValue }
        }
    }

    @Test func survivesRemovedAndDoubledBytes() throws {
        let bytes = try body()
        for index in bytes.indices {
            var damaged = bytes
            damaged.remove(at: index)
            _ = try? Owner(json: damaged)
            damaged = bytes
            damaged.insert(bytes[index], at: index)
            _ = try? Owner(json: damaged)
        }
    }

    /// Memory for an array is not reserved before there are elements: it would be 32 GiB here.
    @Test func listsOfWhatNeverFits() {
        let zeros = "[" + String(repeating: "0,", count: 1_000_000) + "0]"
        #expect(throws: DecodingProblem.self) { try JSONDecoding.decode([Vast].self, from: Array(zeros.utf8)) }
    }

    /// Matching elements are read nevertheless, also where the array grows in steps.
    @Test func longLists() throws {
        let count = 3_000
        let text = "[" + Array(repeating: #"{"first": 7}"#, count: count).joined(separator: ",") + "]"
        let list = try JSONDecoding.decode([Vast].self, from: Array(text.utf8))
        #expect(list.count == count && list.allSatisfy { $0.value == 7 })
    }

    /// Names that repeat are found in the time that their number asks for.
    @Test(.timeLimit(.minutes(10))) func manyRepeatedNames() throws {
        let members = (0..<200_000).map { #""a\#($0)": 1, "a\#($0)": 2"# }.joined(separator: ",")
        let vast = try Vast(json: Array("{\(members), \"first\": 7}".utf8))
        #expect(vast.value == 7)
        let list = "[" + Array(repeating: #"{"first": 1, "first": 2}"#, count: 50_000).joined(separator: ",") + "]"
        #expect(try JSONDecoding.surprises(in: Array(list.utf8), as: [[String: Int]].self).count == 1_000)
    }

    @Test func boundsDepth() {
        let open = String(repeating: "[", count: 100_000)
        #expect(throws: DecodingProblem.self) { try JSONValue(json: open) }
        #expect(throws: DecodingProblem.self) { try Owner(json: String(repeating: #"{"parents":["#, count: 100_000)) }
        var value = JSONValue.null
        for _ in 0..<600 { value = [value] }
        #expect(throws: EncodingProblem.self) { try value.json() }
    }

    @Test func decodesDeepTreesOnASmallStack() throws {
        let json = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        let object = String(repeating: #"{"a":"#, count: 500) + "1" + String(repeating: "}", count: 500)
        try onSmallStack {
            for text in [json, object] {
                let value = try JSONValue(json: text)
                #expect(try value.json().count == text.utf8.count)
                #expect(value == (try JSONValue(json: text)))
                _ = value.hashValue
                _ = value.description
            }
        }
    }

    @Test func decodesDeepModelsOnASmallStack() throws {
        let pets = nested(#"{"pet_id":"p","owner":null,"parent":"#, #"{"pet_id":"p","owner":null}"#, "}", count: 100)
        let owners = nested(#"{"id":1,"parents":["#, "", "]}", count: 100)
        try onSmallStack {
            let pet = try Pet(json: pets)
            #expect(pet == (try Pet(json: pet.json())))
            let owner = try Owner(json: owners)
            #expect(owner == (try Owner(json: owner.json())))
            _ = owner.description
        }
    }

    @Test func decodesModelsAsDeepAsTheLimitAllows() throws {
        let pets = nested(#"{"pet_id":"p","owner":null,"parent":"#, #"{"pet_id":"p","owner":null}"#, "}", count: 511)
        let owners = nested(#"{"id":1,"parents":["#, "", "]}", count: 256)
        let tables = nested(#"{"a":"#, "{}", "}", count: 511)
        try onSmallStack {
            let pet = try Pet(json: pets)
            #expect(try Pet(json: pet.json()) == pet)
            let ownersAgain = try Owner(json: owners).json()
            #expect(ownersAgain.count == owners.utf8.count)
            let tablesAgain = try Table(json: tables).json()
            #expect(tablesAgain.count == tables.utf8.count)
        }
    }

    /// A dictionary of itself.
    private struct Table: APIValue {
        let members: [String: Table]

        init(from value: inout ValueReader) { members = value.read() }

        func write(to value: inout ValueWriter) { value.write(members) }
    }

    private func nested(_ open: String, _ inner: String, _ close: String, count: Int) -> String {
        String(repeating: open, count: count) + inner + String(repeating: close, count: count)
    }

    @Test func findsMembersOfLargeObjectsInTime() throws {
        let many = (0..<50_000).map { "\"m\($0)\":{}" }.joined(separator: ",")
        let start = Date()
        #expect(throws: DecodingProblem.self) { try Owner(json: "{\(many)}") }
        #expect(try Owner(json: "{\(many),\"id\":3,\"m1\":1}").id == 3)
        #expect(Date().timeIntervalSince(start) < 10)
    }

    /// A body of about 2 KB with every kind of member.
    private func body() throws -> [UInt8] {
        let pets = Array(repeating: ModelTests.text, count: 6).joined(separator: ",")
        return Array(#"{"id":1,"pets":[\#(pets)],"parents":[null,{"id":2.0e0,"parents":[]}]}"#.utf8)
    }
}
