import ApusRuntime
import Salesmsg
import Testing

/// The calls of deprecated operations. They are listed through this protocol, because a direct use of a deprecated
/// function causes a warning, and a call of a protocol requirement that it implements does not.
protocol SalesmsgDeprecatedCalls {
    static func listContacts(_ client: SalesmsgClient, _ options: CallOptions) async throws
    static func countFilteredContacts(_ client: SalesmsgClient, _ options: CallOptions) async throws
    static func listConversationMessages(_ client: SalesmsgClient, _ options: CallOptions) async throws
    static func sendConversationMessage(_ client: SalesmsgClient, _ options: CallOptions) async throws
}

extension SalesmsgCalls: SalesmsgDeprecatedCalls {
    @available(*, deprecated)
    static func listContacts(_ client: SalesmsgClient, _ options: CallOptions) async throws {
        let answer = try await client.listContacts(
            number: "+14155550100", firstName: "Åsa Lena", lastName: "O'Neill/Byron", email: "asa+sms@example.test",
            options: options)
        let found = try #require(answer.data?.first)
        #expect(answer.data?.count == 1)
        #expect(found.id == 4)
        #expect(found.firstName == "Ada")
        #expect(found.optOut == false)
        #expect(answer.meta?.perPage == 10)
        #expect(answer.meta?.total == 1)
    }

    @available(*, deprecated)
    static func countFilteredContacts(_ client: SalesmsgClient, _ options: CallOptions) async throws {
        let answer = try await client.countFilteredContacts(options: options)
        #expect(answer["count"]?.int == 12)
    }

    @available(*, deprecated)
    static func listConversationMessages(_ client: SalesmsgClient, _ options: CallOptions) async throws {
        let messages = try await client.listConversationMessages(id: 77, limit: 20, options: options)
        #expect(messages.map(\.id) == [501])
        #expect(messages.first?.body == "Hi Ada")
        #expect(messages.first?.status == .sent)
        #expect(messages.first?.type == .sms)
    }

    @available(*, deprecated)
    static func sendConversationMessage(_ client: SalesmsgClient, _ options: CallOptions) async throws {
        let message = try await client.sendConversationMessage(
            id: 77, body: MessageText(message: "Hi Ada"), options: options)
        #expect(message.id == 501)
        #expect(message.conversationID == 77)
        #expect(message.status == .sent)
    }
}
