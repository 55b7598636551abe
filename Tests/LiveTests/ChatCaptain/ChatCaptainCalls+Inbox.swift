import ApusRuntime
import ChatCaptain
import Testing

/// The agents' inbox: views, teams, agents, widgets, answers, messages and tags.
extension ChatCaptainCalls {
    static func listInboxViews(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listInboxViews(options: options)
        #expect(answer.additionalProperties["views"]?[0]?["name"] == "Urgent")
    }

    static func createInboxView(_ client: Client, _ options: CallOptions) async throws {
        let new = CreateInboxViewRequest(
            name: "Urgent", icon: "flag", tags: ["tgH3jK4lM5nP6qR7sT8U"], unread: true, sorting: "updated",
            selfAssigned: false, open: true, closed: false, inProgress: true, sortingDirection: .desc)
        let answer = try await client.createInboxView(new, options: options)
        #expect(answer.additionalProperties["view"]?["id"] == "vwP9oI8uY7tR6eW5qA4S")
    }

    static func fetchInboxView(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.fetchInboxView(
            viewID: "vwP9oI8uY7tR6eW5qA4S", options: options)
        #expect(answer.additionalProperties["view"]?["name"] == "Urgent")
    }

    static func listTeams(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listTeams(options: options)
        #expect(answer.additionalProperties["teams"]?[0]?["id"] == "tmZ2xC3vB4nM5aS6dF7G")
    }

    static func createTeam(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.createTeam(
            CreateTeamRequest(name: "First line"), options: options)
        #expect(answer.additionalProperties["team"]?["name"] == "First line")
    }

    static func fetchTeam(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.fetchTeam(teamID: "night/day 100%", options: options)
        #expect(answer.additionalProperties["team"]?["name"] == "First line")
    }

    static func deleteTeam(_ client: Client, _ options: CallOptions) async throws {
        try await client.deleteTeam(teamID: "tmZ2xC3vB4nM5aS6dF7G", options: options)
    }

    static func updateTeam(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.updateTeam(
            teamID: "tmZ2xC3vB4nM5aS6dF7G",
            body: ["name": "Second line", "members": ["usL1kJ2hG3fD4sA5pO6I"]], options: options)
        #expect(answer.additionalProperties["team"]?["name"] == "Second line")
    }

    static func listAgentStatuses(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listAgentStatuses(options: options)
        #expect(answer.additionalProperties["agents"]?[0]?["online"]?.bool == true)
    }

    static func setOnlineStatus(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.setOnlineStatus(
            SetOnlineStatusRequest(online: true, clientTimestamp: "1740821400000"),
            options: options)
        #expect(answer.additionalProperties["online"]?.bool == true)
    }

    static func fetchNotificationSettings(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.fetchNotificationSettings(options: options)
        #expect(answer.additionalProperties["notifications"]?["sound"]?.bool == false)
    }

    static func listInboxWidgets(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listInboxWidgets(options: options)
        #expect(answer["inboxWidgets"]?[0]?["title"] == "Orders")
    }

    static func createInboxWidget(_ client: Client, _ options: CallOptions) async throws {
        let new = CreateInboxWidgetRequest(
            title: "Orders", additionalProperties: ["fields": [["label": "Number", "variable": "order_number"]]])
        let answer = try await client.createInboxWidget(new, options: options)
        #expect(answer["inboxWidget"]?["id"] == "wgQ1wE2rT3yU4iO5pA6S")
    }

    static func fetchInboxWidget(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.fetchInboxWidget(
            widgetID: "wgQ1wE2rT3yU4iO5pA6S", options: options)
        #expect(answer["inboxWidget"]?["title"] == "Orders")
    }

    static func deleteInboxWidget(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.deleteInboxWidget(
            widgetID: "wgQ1wE2rT3yU4iO5pA6S", options: options)
        #expect(answer.deleted == true)
    }

    static func updateInboxWidget(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.updateInboxWidget(
            widgetID: "wgQ1wE2rT3yU4iO5pA6S",
            body: UpdateInboxWidgetRequest(title: "Orders and returns"), options: options)
        #expect(answer["inboxWidget"]?["title"] == "Orders and returns")
    }

    static func listAnswers(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listAnswers(options: options)
        #expect(answer.additionalProperties["answers"]?[0]?["message"] == "We are here from 9 to 5.")
    }

    static func createAnswer(_ client: Client, _ options: CallOptions) async throws {
        let new = CreateAnswerRequest(name: "Hours", message: "We are here from 9 to 5.")
        let answer = try await client.createAnswer(new, options: options)
        #expect(answer.additionalProperties["answer"]?["id"] == "anM1nB2vC3xZ4lK5jH6G")
    }

    static func updateAnswer(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.updateAnswer(
            answerID: "anM1nB2vC3xZ4lK5jH6G",
            body: UpdateAnswerRequest(name: "Hours", message: "We are here from 8 to 6."), options: options)
        #expect(answer.additionalProperties["answer"]?["message"] == "We are here from 8 to 6.")
    }

    static func sendInboxMessage(_ client: Client, _ options: CallOptions) async throws {
        let new = SendInboxMessageRequest(
            conversationID: conversation, attachmentRef: "files/2025/invoice 7.pdf")
        let answer = try await client.sendInboxMessage(new, options: options)
        #expect(answer.id == "msA9sD8fG7hJ6kL5zX4C")
        #expect(answer.sender == "agent")
        #expect(answer.text == "How can I help?")
        #expect(answer.created == "2025-03-01T09:31:00Z")
    }

    static func listTags(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.listTags(options: options)
        #expect(answer.additionalProperties["tags"]?[0]?["color"] == "blue")
    }

    static func createTag(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.createTag(
            CreateTagRequest(name: "VIP", color: "blue"), options: options)
        #expect(answer.additionalProperties["tag"]?["id"] == "tgH3jK4lM5nP6qR7sT8U")
    }

    static func fetchTag(_ client: Client, _ options: CallOptions) async throws {
        let answer = try await client.fetchTag(tagID: "[x]", options: options)
        #expect(answer.additionalProperties["tag"]?["name"] == "VIP")
    }

    static func deleteTag(_ client: Client, _ options: CallOptions) async throws {
        try await client.deleteTag(tagID: "tgH3jK4lM5nP6qR7sT8U", options: options)
    }

    static func createInboxConversation(_ client: Client, _ options: CallOptions) async throws {
        let new = CreateInboxConversationRequest(
            name: "Ada Example", channelID: channel, email: "ada@example.test", phone: "+4930000000")
        let answer = try await client.createInboxConversation(new, options: options)
        #expect(answer.additionalProperties["conversationId"]?.string == conversation)
    }
}
