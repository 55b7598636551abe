import HTTPTypes
import Testing

@testable import ApusRuntime

/// A server chooses the number of header fields in its responses.
@Suite struct ReceivedFieldsTests {
    @Test(arguments: [0, 3, 65_534]) func keepsAllThatItHolds(count: Int) {
        #expect(HTTPFields(received: fields(count)).count == count)
    }

    @Test func leavesOutFieldsBeyondWhatItHolds() {
        let kept = HTTPFields(received: fields(70_000))
        #expect(kept.count == 65_534)
        #expect(kept.first?.value == "n0=v")
        #expect(kept.last?.value == "n65533=v")
    }

    private func fields(_ count: Int) -> some Sequence<HTTPField> {
        (0..<count).lazy.map { HTTPField(name: .setCookie, value: "n\($0)=v") }
    }
}
