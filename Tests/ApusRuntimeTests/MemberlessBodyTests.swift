import HTTPTypes
import Testing

@testable import ApusRuntime

/// Bodies in another format than JSON that are empty: an object that needs no member is one without any.
struct MemberlessBodyTests {
    struct Coder: BodyCoder {
        func encode<Value: APIValue>(_ value: Value, contentType: String) throws(EncodingProblem) -> APIBody {
            .bytes([])
        }

        func decode<Value: APIValue>(_ bytes: [UInt8], contentType: String?) throws(DecodingProblem) -> Value {
            throw DecodingProblem(path: "", offset: 0, expected: "a body", found: "nothing")
        }
    }

    struct Bucket: APIObject, Equatable {
        var location: String?

        init(location: String? = nil) { self.location = location }
        init(from object: inout ObjectReader) { location = object.optional("Location") }
        func write(to object: inout ObjectWriter) { object.write("Location", location) }
    }

    struct Owner: APIObject, Equatable {
        var name: String

        init(from object: inout ObjectReader) { name = object.required("Name") }
        func write(to object: inout ObjectWriter) { object.write("Name", name) }
    }

    @Test func anObjectThatNeedsNoMemberHasNone() {
        var reader = ResponseReader(status: 200, headers: [:], bytes: [])
        #expect(reader.body(Coder()) == Bucket())
        #expect(reader.problem == nil)
    }

    @Test func nilStaysNil() {
        var reader = ResponseReader(status: 200, headers: [:], bytes: Array("\r\n".utf8))
        #expect(reader.body(Coder()) == Bucket?.none)
        #expect(reader.problem == nil)
    }

    @Test func anObjectThatNeedsAMemberIsAProblem() {
        var reader = ResponseReader(status: 200, headers: [:], bytes: [])
        let _: Owner = reader.body(Coder())
        #expect(reader.problem?.found == "an empty body")
    }

    @Test func strictReadingTells() {
        var reader = ResponseReader(status: 200, headers: [:], bytes: [])
        reader.isStrict = true
        let _: Bucket = reader.body(Coder())
        #expect(reader.problem?.found == "an empty body")
    }
}
