import ApusRuntime
import ChatCaptain
import Foundation
import SalesCaptain
import Salesmsg
import TestServers
import Testing

/// The vendors' own lists, to the end, through the generated clients.
@Suite struct VendorPagingTests {
    @Test(arguments: Transport.allCases) func salesCaptainCountsPages(over transport: Transport) async throws {
        let server = try await RecordingServer.start { request in
            let page = request.parameter("page_number").flatMap { Int($0) } ?? 0
            let kind = ["contact", "message"].first { request.path.contains("-\($0)s") } ?? "conversation"
            let items = [2 * page - 1, 2 * page].map { number in
                #"{"\#(kind)_id": "0b1c2d3e-1111-4222-8333-00000000000\#(number)"}"#
            }
            let data = "[\(items.joined(separator: ","))]"
            let pagination = #"{"page_number": \#(page), "items_per_page": 2, "total_count": 6, "total_pages": 3}"#
            return .json(#"{"message": "ok", "\#(kind)s": {"data": \#(data), "pagination": \#(pagination)}}"#)
        }
        let client = SalesCaptainClient(
            server: .custom(server.url), transport: transport.shared, credentials: .bearerAuth("k"),
            companyID: SalesCaptainCalls.company)
        let conversation = try uuid(SalesCaptainCalls.conversation)
        var contacts: [String] = []
        for try await contact in client.items(of: SalesCaptain.ListContacts()) {
            contacts.append(String(contact.contactID?.uuidString.last ?? "?"))
        }
        #expect(contacts == ["1", "2", "3", "4", "5", "6"])
        var totals: [Int?] = []
        for try await page in client.pages(of: SalesCaptain.ListConversations(pageNumber: 2)) {
            totals.append(page.total)
        }
        #expect(totals == [6, 6])
        var messages = 0
        let call = SalesCaptain.FetchMessages(conversationID: conversation)
        for try await _ in client.items(of: call) { messages += 1 }
        #expect(messages == 6)
        let pages = await server.requests.map { $0.parameter("page_number") ?? "" }
        #expect(pages == ["1", "2", "3", "2", "3", "1", "2", "3"])
    }

    @Test(arguments: Transport.allCases) func chatCaptainGoesBackInTime(over transport: Transport) async throws {
        let times = ["2030-01-03T00:00:00Z", "2030-01-02T00:00:00Z", "2030-01-01T00:00:00Z"]
        let server = try await RecordingServer.start { request in
            let token = request.parameter("pageToken")
            let older = times.filter { token == nil || $0 < token ?? "" }
            let items = older.prefix(2).map { #"{"id": "\#($0)", "created": "\#($0)"}"# }.joined(separator: ",")
            let member = request.path.hasSuffix("organizations") ? "organizations" : "contacts"
            return .json(#"{"\#(member)": [\#(items)]}"#)
        }
        let client = ChatCaptainClient(
            server: .custom(server.url), transport: transport.shared, credentials: .chatcaptainKey("k"))
        var contacts: [String?] = []
        for try await contact in client.items(of: ChatCaptain.ListContacts(chatbotID: "b", limit: 2)) {
            contacts.append(contact.id)
        }
        #expect(contacts == times)
        var organizations = 0
        for try await _ in client.items(of: ChatCaptain.ListOrganizations(chatbotID: "b")) { organizations += 1 }
        #expect(organizations == 3)
        let tokens = await server.requests.map { $0.parameter("pageToken") ?? "-" }
        #expect(tokens == ["-", times[1], times[2], "-", times[1], times[2]])
    }

    @Test(arguments: Transport.allCases) func chatCaptainSearches(over transport: Transport) async throws {
        let server = try await RecordingServer.start { request in
            let page = request.parameter("page").flatMap { Int($0) } ?? 0
            return .json(#"{"results": {"facetCounts": [], "found": 3, "hits": [\#(page == 1 ? "1, 2" : "3")]}}"#)
        }
        let client = ChatCaptainClient(
            server: .custom(server.url), transport: transport.shared, credentials: .chatcaptainKey("k"))
        var hits: [Int?] = []
        let search = ChatCaptain.SearchContacts(query: "Ada", pageSize: 2, chatbotID: "b")
        for try await hit in client.items(of: search) { hits.append(hit.int) }
        #expect(hits == [1, 2, 3])
        #expect(await server.requests.count == 2)
    }

    @Test(arguments: Transport.allCases) func salesmsgHasFourWays(over transport: Transport) async throws {
        let server = try await RecordingServer.start { request in
            if request.path == "/contacts/list" {
                let body = String(decoding: request.body, as: UTF8.self)
                let page = body.contains("\"page\":1") || body.contains("page=1") ? 2 : 1
                return .json(#"{"data": [{"id": \#(page)}], "meta": {"current_page": \#(page), "last_page": 2}}"#)
            }
            if let before = request.parameter("before_id").flatMap({ Int($0) }) {
                return .json(before > 2 ? #"[{"id": \#(before - 1)}]"# : "[]")
            }
            if request.path.hasPrefix("/messages/") { return .json(#"[{"id": 4}]"#) }
            let offset = request.parameter("offset").flatMap { Int($0) } ?? 0
            if request.path == "/conversations" { return .json(offset < 3 ? #"[{"id": \#(offset)}]"# : "[]") }
            let page = request.parameter("page").flatMap { Int($0) } ?? 1
            return .json(#"{"data": [{"id": \#(page)}], "meta": {"last_page": 2, "total": 2}}"#)
        }
        let client = SalesmsgClient(
            server: .custom(server.url), transport: transport.shared, credentials: .personalToken("t"))
        var ids: [Int?] = []
        for try await tag in client.items(of: Salesmsg.ListTags()) { ids.append(tag.id) }
        for try await message in client.items(of: Salesmsg.ListMessages(conversation: 7)) { ids.append(message.id) }
        let open = Salesmsg.ListConversations(filter: .open, limit: 1)
        for try await conversation in client.items(of: open) { ids.append(conversation.id) }
        for contentType: FilterContacts.ContentType in [.json, .form] {
            let filter = FilterContacts(body: ContactFilter(search: "Ada"), contentType: contentType)
            for try await contact in client.items(of: filter) { ids.append(contact.id) }
        }
        #expect(ids == [1, 2, 4, 3, 2, 0, 1, 2, 1, 2, 1, 2])
    }

    /// Other parameters are kept: every page is requested with `per_page` and `limit`.
    @Test(arguments: Transport.allCases) func salesmsgKeepsThePagesSize(over transport: Transport) async throws {
        let server = try await RecordingServer.start { request in
            if request.path.hasSuffix("/paginated") {
                let page = request.parameter("page").flatMap { Int($0) } ?? 1
                return .json(#"{"data": [{"id": \#(page)}], "meta": {"current_page": \#(page), "last_page": 3}}"#)
            }
            let last = Int(request.parameter("before_id") ?? request.parameter("offset") ?? "0") ?? 0
            return .json(last < 3 && last != 1 ? #"[{"id": \#(last + 3)}, {"id": 1}]"# : "[]")
        }
        let client = SalesmsgClient(
            server: .custom(server.url), transport: transport.shared, credentials: .personalToken("t"))
        var ids: [Int?] = []
        let pages = Salesmsg.ListPaginatedMessages(conversation: 7, page: 1, perPage: 25)
        for try await message in client.items(of: pages) { ids.append(message.id) }
        #expect(ids == [1, 2, 3])
        for try await _ in client.items(of: Salesmsg.ListMessages(conversation: 7, limit: 2)) {}
        for try await _ in client.items(of: Salesmsg.ListConversations(filter: .open, limit: 2)) {}
        let received = await server.requests
        let sizes = received.map { $0.parameter("per_page") ?? $0.parameter("limit") ?? "none" }
        #expect(sizes == ["25", "25", "25", "2", "2", "2", "2", "2"])
        let locations = received.map {
            $0.parameter("page") ?? $0.parameter("before_id") ?? $0.parameter("offset") ?? "-"
        }
        #expect(locations == ["1", "2", "3", "-", "1", "-", "2", "4"])
    }
}
