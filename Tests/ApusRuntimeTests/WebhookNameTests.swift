import ApusRuntime
import Testing

/// Events with one form are distinguished by name.
struct WebhookNameTests {
    private static let names = ["order_paid", "order_lost"]

    private func payload(_ text: String, contentType: String? = "application/json") -> WebhookPayload {
        WebhookPayload(bytes: Array(text.utf8), contentType: contentType)
    }

    @Test(arguments: [
        (#"{"id":"1","event":"order_lost"}"#, "order_lost"),
        (#"{"id":"1","meta":{"event":"order_lost"}}"#, "order_lost"),
        (#"{"event":"order_paid","data":{"before":"order_lost"}}"#, "order_paid"),
        (#"{"a":"order_paid","b":"order_lost"}"#, nil), (#"{"event":"order_kept"}"#, nil), ("[1]", nil), ("", nil),
        ("{", nil), (#"{"a":{"b":{"c":{"d":"order_paid"}}}}"#, nil), (#"{"event":["order_paid"]}"#, nil),
    ])
    func anyMember(text: String, name: String?) {
        #expect(payload(text).name(among: Self.names)?.text == name)
    }

    @Test(arguments: [
        ("/event", #"{"event":"order_lost","other":"order_paid"}"#, "order_lost"),
        ("/event", #"{"other":"order_paid"}"#, nil),
        ("/meta/event", #"{"meta":{"event":"order_paid"}}"#, "order_paid"), ("/event", #"{"event":"order_kept"}"#, nil),
        ("/events/0", #"{"events":["order_paid"]}"#, "order_paid"), ("/a~1b", #"{"a/b":"order_paid"}"#, "order_paid"),
    ])
    func aMemberByPointer(pointer: String, text: String, name: String?) {
        #expect(payload(text).name(among: Self.names, at: pointer)?.text == name)
    }

    @Test func formsHaveMembersToo() {
        let form = payload("id=1&event=order_lost", contentType: "application/x-www-form-urlencoded")
        #expect(form.name(among: Self.names) == "order_lost")
        #expect(form.name(among: Self.names, at: "/event") == "order_lost")
    }
}
