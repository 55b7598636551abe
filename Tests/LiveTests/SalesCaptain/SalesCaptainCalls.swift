import SalesCaptain

/// Every operation of SalesCaptain with the arguments that its expectation asks for, in the order of the document.
enum SalesCaptainCalls {
    static let all: [LiveCall<SalesCaptainClient>] = [
        LiveCall("checkHealth", checkHealth),
        LiveCall("fetchCompanies", fetchCompanies),
        LiveCall("fetchCompany", fetchCompany),
        LiveCall("fetchAllAccounts", fetchAllAccounts),
        LiveCall("fetchAccount", fetchAccount),
        LiveCall("listConversationProfiles", listConversationProfiles),
        LiveCall("fetchConversationProfile", fetchConversationProfile),
        LiveCall("listConversations", listConversations),
        LiveCall("fetchConversation", fetchConversation),
        LiveCall("fetchMessage", fetchMessage),
        LiveCall("fetchMessages", fetchMessages),
        LiveCall("sendMessage", sendMessage),
        LiveCall("createContact", createContact),
        LiveCall("updateContact", updateContact),
        LiveCall("listContacts", listContacts),
        LiveCall("fetchContact", fetchContact),
        LiveCall("deleteContact", deleteContact),
        LiveCall("listCustomFields", listCustomFields),
        LiveCall("fetchCustomField", fetchCustomField),
        LiveCall("listTags", listTags),
        LiveCall("createTag", createTag),
        LiveCall("deleteTag", deleteTag),
        LiveCall("addTagToContact", addTagToContact),
        LiveCall("removeTagFromContact", removeTagFromContact),
        LiveCall("listSMSTemplates", listSMSTemplates),
        LiveCall("fetchCallAnalytics", fetchCallAnalytics),
    ]

    static let company = "5a6b7c8d-2222-4333-8444-555566667777"
    static let contact = "0b1c2d3e-1111-4222-8333-444455556666"
    static let channel = "3c4d5e6f-3333-4444-8555-666677778888"
    static let conversation = "7e8f9a0b-4444-4555-8666-777788889999"
    static let account = "9d0e1f2a-5555-4666-8777-888899990000"
    static let message = "1f2a3b4c-6666-4777-8888-9999aaaabbbb"
}
