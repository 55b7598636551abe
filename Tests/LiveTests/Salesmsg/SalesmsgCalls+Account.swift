import ApusRuntime
import Salesmsg
import Testing

/// Teams, numbers, the account, attachments, broadcasts and tokens.
extension SalesmsgCalls {
    static func listTeams(_ client: Client, _ options: CallOptions) async throws {
        let teams = try await client.listTeams(limit: 100, hasMembership: true, options: options)
        #expect(teams.map(\.id) == [3])
        #expect(teams.first?.inboxIdentifier == "support")
    }

    static func fetchTeam(_ client: Client, _ options: CallOptions) async throws {
        let team = try await client.fetchTeam(team: 3, options: options)
        #expect(team.id == 3)
        #expect(team.name == "Support")
    }

    static func listTeamNumbers(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listTeamNumbers(team: 3, limit: 10, options: options)
        guard case .phoneNumberListEnvelope(let envelope) = answer else {
            Issue.record("the answer is an envelope, not \(answer)")
            return
        }
        #expect(envelope.data.first?["number"] == "+14155550199")
    }

    static func searchTeamMembers(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.searchTeamMembers(
            team: 3, term: "Grace Hopper", assigned: 1, limit: 10, offset: 20, options: options)
        #expect(answer[0]?["first_name"] == "Grace")
    }

    static func listNumbers(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listNumbers(query: "+1 (415)", page: 1, limit: 10, options: options)
        #expect(answer[0]?["id"]?.int == 21)
    }

    static func fetchCurrentUser(_ client: Client, _ options: CallOptions) async throws {
        let user = try await client.fetchCurrentUser(options: options)
        #expect(user["email"] == "grace@example.test")
        #expect(user["default_team_id"]?.int == 3)
    }

    static func fetchCurrentOrganization(_ client: Client, _ options: CallOptions) async throws {
        let organization = try await client.fetchCurrentOrganization(options: options)
        #expect(organization["plan"]?["name"] == "Growth")
        #expect(organization["credits"]?.double == 120.5)
    }

    static func listOrganizationMembers(_ client: Client, _ options: CallOptions) async throws {
        let members = try await client.listOrganizationMembers(options: options)
        #expect(members.map(\.id) == [9])
        #expect(members.first?.additionalProperties["first_name"] == "Grace")
    }

    static func listRecentAttachments(_ client: Client, _ options: CallOptions) async throws {
        let attachment = try #require(try await client.listRecentAttachments(options: options).first)
        #expect(attachment.id == 61)
        #expect(attachment.contentType == "image/png")
        #expect(attachment.source == "https://files.example.test/map.png")
        #expect(attachment.processing == 0)
        #expect(attachment.isAllowedForMediaURL == true)
        #expect(attachment.createdAt == "2030-01-02 03:04:05")
        #expect(attachment.messageID == nil)
    }

    static func listBroadcasts(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listBroadcasts(page: 1, perPage: 50, options: options)
        #expect(answer.data?.map(\.id) == [88])
        #expect(answer.data?.first?.additionalProperties["name"] == "Spring news")
        #expect(answer.meta?.lastPage == 1)
        #expect(answer.meta?.currentPage == nil)
    }

    static func createBroadcast(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.createBroadcast(
            body: ["name": "Spring news", "message": "Hello"], options: options)
        #expect(answer["id"]?.int == 89)
    }

    static func issueToken(_ client: Client, _ options: CallOptions) async throws {
        let request = TokenRequest(
            grantType: .authorizationCode, clientID: "12", clientSecret: "s3cr3t+/= &", code: "c1",
            redirectURI: "https://app.example.test/callback?a=b c")
        let token = try await client.issueToken(request, contentType: .form, options: options)
        #expect(token.tokenType == "Bearer")
        #expect(token.expiresIn == 3600)
        #expect(token.accessToken == "a1")
        #expect(token.refreshToken == "r1")
        #expect(!"\(token)".contains("a1"), "secrets are not shown")
    }

    static func refreshToken(_ client: Client, _ options: CallOptions) async throws {
        let request = RefreshTokenRequest(clientID: "12", clientSecret: "s3cr3t", refreshToken: "r1")
        let token = try await client.refreshToken(request, options: options)
        #expect(token.accessToken == "a2")
        #expect(token.refreshToken == "r2")
    }

    static func refreshPersonalToken(_ client: Client, _ options: CallOptions) async throws {
        let token = try await client.refreshPersonalToken(options: options)
        #expect(token.accessToken == "p2")
        #expect(token.expiresIn == 3600)
    }
}
