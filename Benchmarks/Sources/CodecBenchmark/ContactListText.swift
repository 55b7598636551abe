/// A contact list of about one megabyte, the same on every machine.
enum ContactListText {
    static func make(fraction: String, size: Int = 1_000_000) -> [UInt8] {
        var text = #"{"contacts":["#
        var number = 0
        while text.utf8.count < size {
            if number > 0 { text += "," }
            text += contact(number, fraction)
            number += 1
        }
        text += #"],"pagination":{"page":1,"per_page":\#(number),"total":48211,"next":"/v1/contacts?page=2"}}"#
        return Array(text.utf8)
    }

    private static func contact(_ number: Int, _ fraction: String) -> String {
        let id = "8f14e45f-ceea-467f-a9b1-\(padded(number, 12))"
        let email = number % 3 == 0 ? "null" : "\"ada.lovelace\(number)@example.com\""
        let created =
            "2025-0\(number % 9 + 1)-\(padded(number % 28 + 1, 2))T09:\(padded(number % 60, 2)):07\(fraction)Z"
        let updated = "2026-01-\(padded(number % 28 + 1, 2))T17:\(padded(number % 60, 2)):42\(fraction)Z"
        let fields = (0..<number % 4).map { index in
            #"{"key":"field_\#(index)","label":"Preferred time \#(index)","value":\#(index == 2 ? "null" : "\"after 6 pm\"")}"#
        }
        return
            #"{"id":"\#(id)","name":"Ada Lovelace \#(number)","phone":"+1415555\#(padded(number % 10_000, 4))","email":\#(email),"#
            + #""created_at":"\#(created)","updated_at":"\#(updated)","tags":["customer","newsletter","tier \#(number % 5)"],"#
            + #""custom_fields":[\#(fields.joined(separator: ","))],"score":\#(number * 7 % 1_000),"#
            + #""is_subscribed":\#(number % 2 == 0)\#(number % 5 == 0 ? #","assignee":"Grace""# : "")}"#
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
