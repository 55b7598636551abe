import ApusRuntime
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
            for bit in 0..<8 {
                var damaged = bytes
                damaged[index] ^= 1 << UInt8(bit)
                _ = try? Owner(json: damaged).json()
                if bit == index % 8, let tree = try? JSONValue(json: damaged) { _ = tree.hashValue }
            }
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
        let pets =
            String(repeating: #"{"pet_id":"p","owner":null,"parent":"#, count: 499)
            + #"{"pet_id":"p","owner":null}"# + String(repeating: "}", count: 499)
        let owners = String(repeating: #"{"id":1,"parents":["#, count: 250) + String(repeating: "]}", count: 250)
        try onSmallStack {
            let pet = try Pet(json: pets)
            #expect(pet == (try Pet(json: pet.json())))
            let owner = try Owner(json: owners)
            #expect(owner == (try Owner(json: owner.json())))
            _ = owner.description
        }
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

    /// What secondary threads have on Apple platforms.
    private func onSmallStack(_ body: @escaping @Sendable () throws -> Void) throws {
        let outcome = Outcome()
        let thread = Thread {
            outcome.finish(Result { try body() })
        }
        thread.stackSize = 512 * 1024
        thread.start()
        try outcome.wait().get()
    }

    private final class Outcome: @unchecked Sendable {
        private let done = DispatchSemaphore(value: 0)
        private var result: Result<Void, any Error> = .success(())

        func finish(_ result: Result<Void, any Error>) {
            self.result = result
            done.signal()
        }

        func wait() -> Result<Void, any Error> {
            done.wait()
            return result
        }
    }
}
