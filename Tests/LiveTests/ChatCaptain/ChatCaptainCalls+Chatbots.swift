import ApusRuntime
import ChatCaptain
import Testing

/// Chatbots with their keys, templates, users, variables and versions, and public apps.
extension ChatCaptainCalls {
    static func fetchAPIKey(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.fetchAPIKey(
            workspaceID: workspace, index: 1, options: options)
        #expect(answer.apiKey == "CCSB-00000000-000000000000")
        #expect(answer.error == nil)
    }

    static func createAPIKey(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.createAPIKey(
            workspaceID: workspace, index: 2, options: options)
        #expect(answer.additionalProperties["apiKey"] == "CCSB-00000000-000000000001")
    }

    static func fetchTemplate(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.fetchTemplate(
            workspaceID: workspace, templateID: "order update", channelID: channel,
            options: options)
        #expect(answer.additionalProperties["template"]?["category"] == "UTILITY")
    }

    static func createTemplate(_ client: Client, _ options: CallOptions) async throws {
        let new = CreateTemplateRequest(
            channelID: channel, name: "order_update", category: "UTILITY", additionalProperties: ["language": "de"])
        let answer = try await client.createTemplate(
            workspaceID: workspace, body: new, options: options)
        #expect(answer.additionalProperties["template"]?["id"] == "tpF1gH2jK3lZ4xC5vB6N")
    }

    static func listChatbotUsers(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listChatbotUsers(
            workspaceID: workspace, options: options)
        #expect(answer.additionalProperties["users"]?[0]?["roles"] == ["ChatbotEditor"])
    }

    static func addChatbotUser(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.addChatbotUser(
            workspaceID: workspace, body: AddChatbotUserRequest(userID: "usL1kJ2hG3fD4sA5pO6I"),
            options: options)
        #expect(answer.additionalProperties["added"]?.bool == true)
    }

    static func removeChatbotUser(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.removeChatbotUser(
            workspaceID: workspace, userID: "山田", options: options)
        #expect(answer.removed == true)
        #expect(answer.error == nil)
    }

    static func listChatbotVariables(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listChatbotVariables(filters: "0,2", options: options)
        #expect(answer.additionalProperties["variables"]?[0]?["label"] == "Tier")
    }

    static func createChatbotVariable(_ client: Client, _ options: CallOptions) async throws {
        let new = CreateChatbotVariableRequest(
            category: .custom, label: "Tier", type: "object", name: "customer_tier",
            subCategory: .globalVariableSubCategoryContact, defaultValue: "none",
            structureJSON: "{\"level\": \"number\"}")
        let answer = try await client.createChatbotVariable(new, options: options)
        #expect(answer.additionalProperties["variable"]?["type"] == "object")
    }

    static func deleteChatbotVariable(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.deleteChatbotVariable(
            variableID: "gvT1yU2iO3pA4sD5fG6H", options: options)
        #expect(answer.additionalProperties["deleted"]?.bool == true)
    }

    static func listChatbotVersions(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listChatbotVersions(options: options)
        #expect(answer.additionalProperties["versions"]?[0]?["name"] == "Spring")
    }

    /// The document knows `test` only: another environment can still be sent.
    static func createChatbotVersion(_ client: Client, _ options: CallOptions) async throws {
        let new = CreateChatbotVersionRequest(
            name: "Spring", environment: .unknown("live"), description: "Opening hours for spring")
        let answer = try await client.createChatbotVersion(new, options: options)
        #expect(answer.additionalProperties["version"]?["id"] == "veJ1kL2zX3cV4bN5mQ6W")
    }

    static func deleteChatbotVersion(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.deleteChatbotVersion(
            versionID: "veJ1kL2zX3cV4bN5mQ6W", options: options)
        #expect(answer.deleted == true)
    }

    static func fetchChatbot(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.fetchChatbot(workspaceID: workspace, options: options)
        let found = try #require(answer.chatbot)
        #expect(found.id == chatbot)
        #expect(found.workspaceID == workspace)
        #expect(found.type == "assistant")
        #expect(found.updated == "2025-02-28T16:45:00Z")
        #expect(found.enabled == true)
        #expect(answer.buckets.first?["id"] == "bkQ9wE8rT7yU6iO5pA4S")
    }

    static func listPublicApps(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listPublicApps(options: options)
        let app = try #require(answer.publicApps.first)
        #expect(answer.publicApps.count == 1)
        #expect(app.name == "Parcel tracker")
        #expect(app.versionCount == 3)
        #expect(app.hasApprovedVersion)
        #expect(app.lastVersionRequested == (try utc(2025, 1, 20, 8)))
        #expect(app.lastVersionApproved == (try utc(2025, 1, 22, 12, 30)))
    }

    static func listPublicAppVersions(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listPublicAppVersions(appID: "parcel tracker", options: options)
        let version = try #require(answer.appVersions?.first)
        #expect(version.owner == workspace)
        #expect(version.state == 2)
        #expect(version.inQueue == (try utc(2025, 1, 20, 8, 5)))
        #expect(version.rejected == nil)
        #expect(version.baseJSON == "{\"baseUrl\": \"https://parcels.test\"}")
        #expect(version.emitterURL == "https://emitter.parcels.test/v3")
        #expect(version.readme == "# Parcel tracker\n\nTells where a parcel is.")
    }
}
