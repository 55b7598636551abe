import ApusExamples
import ChatCaptain
import ChatCaptainExamples
import DeveloperAPI
import DeveloperAPIExamples
import Foundation
import SalesCaptain
import SalesCaptainExamples
import Testing

#if canImport(SwiftUI)
    import SwiftUI
#else
    /// As SwiftUI declares it.
    private struct List<Data: RandomAccessCollection, Row> where Data.Element: Identifiable {
        let rows: [Row]

        init(_ data: Data, rowContent: (Data.Element) -> Row) { rows = data.map(rowContent) }
    }
    private func Text(_ text: String) -> String { text }
#endif

/// Lists of a user interface take the values of a client, and tell them apart.
struct IdentityTests {
    @Test func listsTakeContacts() {
        _ = List(DeveloperAPI.Contact.examples(3)) { Text($0.id) }
        _ = List(ChatCaptain.Contact.examples(3)) { Text($0.id ?? "") }
        _ = List(SalesCaptain.Contact.examples(3)) { Text($0.contactID?.uuidString ?? "") }
    }

    @Test func identitiesAreTheMembers() {
        func ids<Value: Identifiable>(_ values: [Value]) -> [Value.ID] { values.map(\.id) }
        let contacts = SalesCaptain.Contact.examples(3)
        #expect(ids(contacts) == contacts.map(\.contactID))
        #expect(Set(ids(contacts)).count == 3, "the examples of a list differ by their identity")
        #expect(Set(ids(DeveloperAPI.Contact.examples(3))).count == 3)
    }
}
