import SalesCaptain
import Testing

/// Operations as values, completed by the client, with the whole answers of which methods return a part.
extension SalesCaptainCalls {
    static let envelopes: [LiveCall<SalesCaptainClient>] = [
        LiveCall("listContacts") { client, options in
            let list = ListContacts(
                pageNumber: 1, itemsPerPage: 20, sortBy: .createdAt, sortDir: .ascending, filter: .whatsapp,
                searchKey: "Zoë & Ada = 100% [a/b] +1?#")
            let answer = try await client.response(to: list, options: options).value
            #expect(answer.contacts?.pagination?.totalCount == 1)
            #expect(answer.contacts?.data?.map(\.name) == ["Ada Example"])
        },
        LiveCall("listConversations") { client, options in
            let list = ListConversations(
                pageNumber: 1, companyID: company, itemsPerPage: 20, sortBy: "last_update", sortDir: .ascending,
                number: "+1 202 555 0100", email: "ada+work@example.test", conversationProfileID: channel,
                chatStatus: "open", awaitingReply: true)
            let answer = try await client.with(companyID: "another").response(to: list, options: options).value
            #expect(answer.conversations?.pagination?.itemsPerPage == 10)
            #expect(answer.conversations?.pagination?.totalPages == 1)
        },
        LiveCall("fetchMessages") { client, options in
            let fetch = FetchMessages(
                conversationID: try uuid(conversation), pageNumber: 2, itemsPerPage: 100, sortBy: .createdAt,
                sortDir: .descending, createdBefore: try utc(2030, 5, 31, 23, 59, 59),
                createdAfter: try utc(2030, 5, 1, 9, 0, 0.25))
            let answer = try await client.send(fetch, options: options)
            #expect(answer.messages?.pagination?.totalCount == 3)
        },
        LiveCall("fetchMessage") { client, options in
            let answer = try await client.send(FetchMessage(messageID: uuid(message)), options: options)
            #expect(answer.message == "ok")
        },
        LiveCall("fetchAllAccounts") { client, options in
            let other = client.with(companyID: nil)
            let answer = try await other.send(FetchAllAccounts(companyID: company), options: options)
            #expect(answer.message == "ok")
        },
    ]
}
