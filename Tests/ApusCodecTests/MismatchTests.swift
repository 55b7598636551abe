import Testing

@testable import ApusCodec

/// The values that `onMismatch: drop` omits, by the enclosing type.
struct MismatchTests {
    struct Address: APIObject {
        var zip: Int
        var city: String?

        init(from object: inout ObjectReader) {
            zip = object.required("zip")
            city = object.optional("city")
        }

        func write(to object: inout ObjectWriter) {
            object.write("zip", zip)
            object.write("city", city)
        }
    }

    struct Person: APIObject {
        var name: String
        var address: Address?
        var addresses: [Address]?
        var ages: [Int?]?
        var counts: [String: Int]?
        var nick: Nullable<String>
        var level: Int
        var ended: Int?
        var tags: [String]?

        init(from object: inout ObjectReader) {
            name = object.required("name")
            address = object.optional("address")
            addresses = object.optional("addresses")
            ages = object.optional("ages")
            counts = object.optional("counts")
            nick = object.tristate("nick")
            level = object.optional("level") ?? 3
            ended = object.nullable("ended")
            tags = object.optional("tags")
        }

        func write(to object: inout ObjectWriter) {
            object.write("name", name)
            object.write("address", address)
            object.write("addresses", addresses)
            object.write("ages", ages)
            object.write("counts", counts)
            object.write("nick", nick)
            object.write("level", level)
            object.writeNullable("ended", ended)
            object.write("tags", tags)
        }
    }

    private func read<T: APIValue>(_ type: T.Type, _ text: String) throws -> (value: String, dropped: [String]) {
        let context = DecodingContext(.standard, onMismatch: .drop, operation: "test")
        let value = try context.apply { try T(json: text) }
        return (try String(decoding: value.json(), as: UTF8.self), context?.report?.problems.map(\.description) ?? [])
    }

    @Test(arguments: [
        (#"{"name":"a","ended":1,"address":{"zip":"x"}}"#, #"{"name":"a","level":3,"ended":1}"#, "address.zip"),
        (#"{"name":"a","ended":1,"address":{"city":"c"}}"#, #"{"name":"a","level":3,"ended":1}"#, "address.zip"),
        (#"{"name":"a","ended":1,"address":[]}"#, #"{"name":"a","level":3,"ended":1}"#, "address"),
        (
            #"{"address":{"zip":1,"city":{}},"name":"a","ended":1}"#,
            #"{"name":"a","address":{"zip":1},"level":3,"ended":1}"#, "address.city"
        ),
        (
            #"{"name":"a","ended":1,"addresses":[{"zip":1},{"zip":{}},{"zip":2,"city":"c"}]}"#,
            #"{"name":"a","addresses":[{"zip":1},{"zip":2,"city":"c"}],"level":3,"ended":1}"#, "addresses[1].zip"
        ),
        (
            #"{"name":"a","ended":1,"ages":[1,"x",3]}"#, #"{"name":"a","ages":[1,null,3],"level":3,"ended":1}"#,
            "ages[1]"
        ),
        (
            #"{"name":"a","ended":1,"counts":{"a":1,"b":true,"c":3}}"#,
            #"{"name":"a","counts":{"a":1,"c":3},"level":3,"ended":1}"#, "counts.b"
        ),
        (#"{"name":"a","ended":1,"nick":5}"#, #"{"name":"a","level":3,"ended":1}"#, "nick"),
        (#"{"name":"a","ended":1,"level":"x"}"#, #"{"name":"a","level":3,"ended":1}"#, "level"),
        (#"{"name":"a","ended":"x","level":4}"#, #"{"name":"a","level":4,"ended":null}"#, "ended"),
        (#"{"name":"a","level":4}"#, #"{"name":"a","level":4,"ended":null}"#, "ended"),
        (
            #"{"name":"a","ended":1,"tags":["a",5,"b",null]}"#, #"{"name":"a","level":3,"ended":1,"tags":["a","b"]}"#,
            "tags[1], tags[3]"
        ),
    ])
    func theInnermostThatMayBeAbsentIsDropped(text: String, value: String, paths: String) throws {
        let (found, dropped) = try read(Person.self, text)
        #expect(found == value)
        #expect(dropped.map { String($0.prefix { $0 != ":" }) }.joined(separator: ", ") == paths)
        #expect(throws: DecodingProblem.self) { try Person(json: text) }
    }

    @Test(arguments: [#"{"name":5,"ended":1}"#, #"{"ended":1}"#, "[]", #"{"name":"a""#])
    func whatNothingCanDoWithoutIsAProblem(text: String) {
        #expect(throws: DecodingProblem.self) { try read(Person.self, text) }
    }

    @Test func listsOfManyKeepAHundredReports() throws {
        let text = "[" + (0..<50_000).map { $0 % 2 == 0 ? "\($0)" : "\"x\"" }.joined(separator: ",") + "]"
        let context = DecodingContext(.standard, onMismatch: .drop, operation: "test")
        let value = try context.apply { try [Int](json: text) }
        #expect(value.count == 25_000)
        #expect(context?.report?.problems.count == 100)
        #expect(context?.report?.problems.first?.path == "[1]")
    }

    @Test func unknownMembersKeepTheirOwnPosition() throws {
        struct Open: APIObject {
            var id: Int?
            private var unknownMembers = UnknownMembers()

            init(id: Int?) { self.id = id }

            init(from object: inout ObjectReader) {
                id = object.optional("id")
                unknownMembers = object.unknownMembers()
            }

            func write(to object: inout ObjectWriter) {
                object.write("id", id)
                object.write(unknownMembers)
            }
        }
        let first = try Open(json: #"{"a":1,"id":2,"b":[1.0]}"#)
        let second = try Open(json: #"{"b":[1],"a":1e0,"id":2}"#)
        #expect(first == second && first.hashValue == second.hashValue)
        #expect(first != Open(id: 2))
        #expect(first.description == "Open(id: 2)")
        #expect(try String(decoding: JSONEncoding.encode(first), as: UTF8.self) == #"{"id":2,"a":1,"b":[1.0]}"#)
        #expect(try JSONValue(encoding: first)["b"] == [1])
        let bytes = Array(#"{"a":1,"id":2}"#.utf8)
        #expect(try JSONDecoding.surprises(in: bytes, as: Open.self).map(\.path) == ["a"])
        var many = (0..<70).map { "\"m\($0)\":\($0)" }
        many.insert(#""id":7"#, at: 66)
        let wide = try Open(json: "{" + many.joined(separator: ",") + "}")
        #expect(try JSONValue(encoding: wide).object?.count == 71)
        #expect(MemoryLayout<UnknownMembers>.size == MemoryLayout<Int>.size)
    }
}
