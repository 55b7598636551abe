import ApusRuntime
import SalesCaptain
import Testing

/// Health, companies, accounts, channels, custom fields, templates and figures.
extension SalesCaptainCalls {
    static func checkHealth(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let health = try await client.checkHealth(options: options)
        #expect(health.message == "Service version 0.1.0")
    }

    static func fetchCompanies(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let answer = try await client.fetchCompanies(options: options)
        #expect(answer["message"] == "ok")
        #expect(answer["companies"]?.array?.count == 1)
        #expect(answer["companies"]?[0]?["name"] == "Example Ltd")
    }

    static func fetchCompany(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let answer = try await client.fetchCompany(options: options)
        #expect(answer["company"]?["company_id"]?.string == company)
        #expect(answer["company"]?["name"] == "Example Ltd")
    }

    static func fetchAllAccounts(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let accounts = try await client.fetchAllAccounts(options: options)
        #expect(accounts.map(\.accountID) == ["acc-71", "acc-72"])
        #expect(accounts.map(\.accessLevel) == ["Administrator", "Member"])
        #expect(accounts.map(\.lastLogin) == [try utc(2030, 4, 30, 17, 20), nil])
        #expect(accounts.map(\.mobile) == ["+12025550111", nil])
        #expect(accounts.map(\.lastName) == ["Example", "Example"])
    }

    static func fetchAccount(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let found = try await client.fetchAccount(accountID: "acc-7 a/b+ü[1]", options: options)
        #expect(found.accountID == "acc-71")
        #expect(found.email == "grace@example.test")
        #expect(found.firstName == "Grace")
        #expect(found.lastLogin == (try utc(2030, 4, 30, 17, 20)))
    }

    static func listConversationProfiles(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let answer = try await client.listConversationProfiles(options: options)
        #expect(answer["conversation_profiles"]?[0]?["conversation_profile_id"]?.string == channel)
        #expect(answer["conversation_profiles"]?[0]?["name"] == "Front desk")
    }

    static func fetchConversationProfile(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let answer = try await client.fetchConversationProfile(conversationProfileID: uuid(channel), options: options)
        #expect(answer["conversation_profile"]?["name"] == "Front desk")
    }

    static func listCustomFields(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let fields = try await client.listCustomFields(options: options)
        #expect(fields.map(\.cfName) == ["plan_size", "region"])
        #expect(fields.map(\.cfDatatype) == ["number", "dropdown"])
        #expect(fields.map(\.updatedAt) == [nil, try utc(2030, 2, 1, 8)])
        #expect(fields.first?.cfID == (try uuid("6e7f8a9b-7777-4888-8999-aaaabbbbcccc")))
    }

    static func fetchCustomField(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let id = try uuid("6e7f8a9b-7777-4888-8999-aaaabbbbcccc")
        let field = try await client.fetchCustomField(customFieldID: id, options: options)
        #expect(field.cfID == id)
        #expect(field.cfLabel == "Plan size")
        #expect(field.cfDescription == "Seats in the plan")
        #expect(field.createdAt == (try utc(2030, 1, 1, 8)))
    }

    static func listSMSTemplates(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let answer = try await client.listSMSTemplates(companyID: "日本", options: options)
        #expect(answer["templates"]?[0]?["template_id"] == "tpl-3")
        #expect(answer["templates"]?[0]?["body"] == "See you tomorrow")
    }

    static func fetchCallAnalytics(_ client: SalesCaptainClient, _ options: CallOptions) async throws {
        let query = CallAnalyticsQuery(
            companyIDs: ["acme co", company], startTime: "2030-05-01T00:00:00.000Z",
            endTime: "2030-05-31T23:59:59.000Z")
        let answer = try await client.fetchCallAnalytics(query, options: options)
        #expect(answer["data"]?["total_calls"]?.int == 12)
        #expect(answer["data"]?["average_seconds"]?.double == 61.5)
    }
}
