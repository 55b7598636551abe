import ApusJSON
import ApusPlatform
import Testing

@testable import ApusCodec

/// The differences that a decoding reports to `ContractChecks.observe`, and those that are none.
struct ObservationTests {
    /// A reply with each kind of container around models.
    struct Reply: APIObject {
        var list: [Dog]?
        var maps: [String: Dog]?
        var rest: [String: Dog]

        init(from object: inout ObjectReader) {
            list = object.optional("list")
            maps = object.optional("maps")
            rest = object.additionalProperties()
        }

        func write(to object: inout ObjectWriter) {
            object.write("list", list)
            object.write("maps", maps)
            object.writeAdditional(rest)
        }
    }

    /// An open enum in a model.
    struct Offer: APIObject {
        var status: Pet.Status?
        var past: [Pet.Status]?
        var amount: Int?

        init(from object: inout ObjectReader) {
            status = object.optional("status")
            past = object.optional("past")
            amount = object.optional("amount")
        }

        func write(to object: inout ObjectWriter) {
            object.write("status", status)
            object.write("past", past)
            object.write("amount", amount)
        }
    }

    /// An enum that the configuration closed.
    enum Size: String, APIClosedEnum {
        case small
        static let placeholder = Size.small
    }

    /// The differences of several bodies, with one value of the checks.
    private func observe<T: APIValue>(
        _ type: T.Type, _ texts: String..., dropping: Bool = false
    ) -> [ContractDifference] {
        let found = Lock<[ContractDifference]>([])
        let checks = ContractChecks.observe { difference in found.withLock { $0.append(difference) } }
        for text in texts {
            let context = DecodingContext(
                .standard, onMismatch: dropping ? .drop : .fail, operation: "test",
                observation: ContractObservation(checks, operation: "test", part: .response(status: 200)))
            _ = try? context.apply { try T(json: text) }
        }
        return found.withLock { $0 }
    }

    private func phrases(_ differences: [ContractDifference]) -> [String] {
        differences.map { "\($0.kind.rawValue) \($0.pointer) \($0.name) \($0.type) \($0.seen?.rawValue ?? "-")" }
    }

    @Test func unknownMembers() {
        #expect(
            phrases(
                observe([Dog].self, #"[{"barks":true},{"barks":true,"a/b":1,"tail":null},{"tail":[],"barks":false}]"#))
                == ["undocumented-member /* a/b Dog integer", "undocumented-member /* tail Dog null"])
        // In another order, with equal names, with escapes.
        #expect(
            phrases(observe(Dog.self, #"{"x":1.5,"barks":true,"barks":false,"t\u0061il":{}}"#))
                == ["undocumented-member  x Dog number", "undocumented-member  tail Dog object"])
        // All members are unknown.
        #expect(phrases(observe(Offer.self, #"{"error":"x"}"#)) == ["undocumented-member  error Offer string"])
        #expect(observe(EmptyObject.self, #"{"a":1}"#).isEmpty)
    }

    /// A server that begins to send a member sends it in each response.
    @Test func eachOnce() {
        let text =
            "[" + Array(repeating: #"{"barks":true,"tail":1,"status":"x"}"#, count: 300).joined(separator: ",") + "]"
        #expect(observe([Dog].self, text, text, text).map(\.name) == ["tail", "status"])
        let offers = "[" + (0..<300).map { #"{"status":"new\#($0)","past":["sold","x"]}"# }.joined(separator: ",") + "]"
        #expect(phrases(observe([Offer].self, offers, offers)) == ["undocumented-value /*/status  Status string"])
    }

    @Test func positionsAndKeysAreHidden() {
        let text = #"""
            {"list":[{"barks":true,"a":1}],"maps":{"ada@x.test":{"barks":true,"b":1}},
             "bea@x.test":{"barks":true,"c":true}}
            """#
        let found = observe(Reply.self, text)
        #expect(found.map(\.pointer) == ["/list/*", "/maps/*", "/*"])
        #expect(found.map(\.name) == ["a", "b", "c"])
        #expect(!"\(found)".contains("x.test"))
    }

    @Test func noValueIsTold() {
        let found = observe(
            [Offer].self, #"[{"status":"s3cret","past":["s3cret"],"amount":"77","new":"s3cret"}]"#)
        #expect(found.count == 3)
        #expect(!"\(found)".contains("s3cret") && !"\(found)".contains("77"))
        #expect(
            found.first?.description
                == #"the response 200 of test has a string that is none of the documented values at /*/status (Status)"#
        )
    }

    @Test func unknownValues() {
        #expect(observe(Offer.self, #"{"status":"sold","past":["available","sold"]}"#).isEmpty)
        #expect(
            phrases(observe(Offer.self, #"{"past":["available","gone"]}"#))
                == ["undocumented-value /past/*  Status string"])
    }

    /// The discriminator's member belongs to the union, whether the alternative declares it or not.
    @Test func discriminators() {
        #expect(observe([Animal].self, #"[{"kind":"dog","barks":true},{"kind":"cat","lives":9}]"#).isEmpty)
        #expect(
            phrases(
                observe([Animal].self, #"[{"kind":"dog","barks":true,"tail":1},{"barks":true,"kind":"dog","tail":2}]"#))
                == ["undocumented-member /* tail Dog integer"])
        // Without the union, it is unknown.
        #expect(phrases(observe(Dog.self, #"{"kind":"dog","barks":true}"#)) == ["undocumented-member  kind Dog string"])
        #expect(
            phrases(observe([Animal].self, #"[{"kind":"fish"},{"kind":"fish","x":1},{"kind":"ape"},7]"#))
                == ["undocumented-value /*  Animal object"])
        // A known alternative that does not fit: the value is kept as unknown.
        #expect(
            phrases(observe([Animal].self, #"[{"kind":"cat","lives":"x","y":1}]"#))
                == ["undocumented-value /*  Animal object"])
    }

    /// A member that another alternative declares is documented, and an abandoned attempt leaves nothing behind.
    @Test func alternatives() {
        #expect(observe([Target].self, #"["a",[1],5,1.5,{"id":"1","name":"n","type":"card"}]"#).isEmpty)
        #expect(observe([Target].self, #"[{"id":"1","name":"n","iban":"DE","type":"card"}]"#).isEmpty)
        #expect(
            phrases(observe([Target].self, #"[{"id":"1","name":"n","type":"card","zip":1}]"#)).map { $0.prefix(27) }
                == ["undocumented-member /* zip "])
        #expect(phrases(observe([Target].self, #"[true,null,"a"]"#)) == ["undocumented-value /*  Target boolean"])
        #expect(phrases(observe(Target.self, #"["a"]"#)) == ["undocumented-value   Target array"])
    }

    @Test func openObjects() {
        // `additionalProperties` in any form, and what no schema describes.
        #expect(observe(Pet.self, #"{"pet_id":"1","owner":null,"anything":{"a":[1]}}"#).isEmpty)
        #expect(observe([String: Dog].self, #"{"a":{"barks":true}}"#).isEmpty)
        #expect(observe(JSONValue.self, #"{"a":{"b":null}}"#).isEmpty)
    }

    /// A missing required member, or another type, cannot be read: the difference is told, and the decoding fails.
    @Test func whatCannotBeRead() {
        #expect(
            phrases(observe([Animal?].self, #"[{"kind":"dog","barks":true}]"#, #"{"a":1}"#))
                == ["unexpected-type    object"])
        #expect(phrases(observe([Dog].self, #"[{"barks":true},{}]"#)) == ["missing-member /* barks Dog -"])
        #expect(phrases(observe([Dog].self, #"[{"barks":"yes"}]"#)) == ["unexpected-type /*/barks  Dog string"])
        #expect(phrases(observe([Size].self, #"["small","huge"]"#)) == ["undocumented-value /*  Size string"])
        // Dropped by the client: the same differences, and those after them.
        #expect(
            phrases(observe([Dog].self, #"[{},{"barks":1},{"barks":true,"x":1}]"#, dropping: true))
                == [
                    "missing-member /* barks Dog -", "unexpected-type /*/barks  Dog integer",
                    "undocumented-member /* x Dog integer",
                ])
        // Read from its text.
        #expect(
            phrases(observe([Offer].self, #"[{"amount":"7"},{"amount":"8"}]"#)) == [
                "unexpected-type /*/amount   string"
            ])
        // Text that is no JSON has no place in the document.
        #expect(observe(Dog.self, "<html>").isEmpty)
    }

    /// Names that a server makes up neither fill memory nor hide the differences of other types.
    @Test func boundsPerType() {
        let names = (0..<5_000).map { #""n\#($0)":1"# }.joined(separator: ",")
        let found = observe([Dog].self, "[{\"barks\":true,\(names)}]", #"[{"barks":true,"other":1}]"#)
        #expect(found.count == ContractObserver.limitOfType)
        let both = observe(
            Reply.self, "{\"list\":[{\"barks\":true,\(names)}]}", #"{"list":[{}],"a":{"barks":true}}"#)
        #expect(both.count == ContractObserver.limitOfType)
        let other = #"[{"status":"new"}]"#
        #expect(observe([Offer].self, other).count == 1)
        let long = String(repeating: "n", count: 10_000)
        #expect(observe(Dog.self, "{\"barks\":true,\"\(long)\":1}").first?.name.utf8.count ?? 0 < 200)
    }

    @Test func boundsOfAll() {
        let observer = ContractObserver { _ in }
        for type in 0..<200 {
            for name in 0..<30 {
                observer.tell(
                    .init(group: .init(operation: "x", type: UInt64(type)), identity: UInt64(type * 100 + name))
                ) { ContractDifference(kind: .member, operation: "x", part: "") }
            }
        }
        #expect(observer.isFull)
    }

    /// Unions around a list with distinct unknown names: the search in the union's alternatives is bounded.
    @Test func manyNamesInUnions() {
        let items = (0..<20_000).map { #"{"id":"\#($0)","name":"n","u\#($0)":1}"# }.joined(separator: ",")
        let found = observe([Target].self, "[\(items)]")
        #expect(found.count == ContractObserver.limitOfType)
    }

    /// The walk is repeated on a larger stack, and nothing is told twice.
    @Test func deep() {
        var text = #"{"id":1,"x":1}"#
        for _ in 0..<200 { text = #"{"id":1,"parents":[\#(text)],"x":1}"# }
        #expect(observe(Owner.self, text).map(\.name) == ["x"])
    }
}
