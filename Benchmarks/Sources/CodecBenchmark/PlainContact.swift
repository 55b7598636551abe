import Foundation

/// The same list with synthesized `Codable`. `Moment` is `Date` or `String`.
struct PlainContactList<Moment: Codable>: Codable {
    var contacts: [PlainContact<Moment>]
    var pagination: PlainPagination
}

struct PlainContact<Moment: Codable>: Codable {
    var id: String
    var name: String
    var phone: String
    var email: String?
    var createdAt: Moment
    var updatedAt: Moment
    var tags: [String]
    var customFields: [PlainCustomField]
    var score: Int
    var isSubscribed: Bool
    var assignee: String?

    enum CodingKeys: String, CodingKey {
        case id, name, phone, email, tags, score, assignee
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case customFields = "custom_fields"
        case isSubscribed = "is_subscribed"
    }
}

struct PlainCustomField: Codable {
    var key: String
    var label: String
    var value: String?
}

struct PlainPagination: Codable {
    var page: Int
    var perPage: Int
    var total: Int
    var next: String?

    enum CodingKeys: String, CodingKey {
        case page, total, next
        case perPage = "per_page"
    }
}
