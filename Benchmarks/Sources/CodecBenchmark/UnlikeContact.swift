import ApusRuntime
import Foundation

/// The contact list of a document that is behind its server: it has no `score`, and not all tags.
struct UnlikeContactList: APIObject {
    var contacts: [UnlikeContact]
    var pagination: ApusPagination

    init(from object: inout ObjectReader) {
        contacts = object.required("contacts")
        pagination = object.required("pagination")
    }

    func write(to object: inout ObjectWriter) {
        object.write("contacts", contacts)
        object.write("pagination", pagination)
    }
}

struct UnlikeContact: APIObject {
    var id: String
    var name: String
    var phone: String
    var email: String?
    var createdAt: Date
    var updatedAt: Date
    var tags: [Tag]
    var customFields: [ApusCustomField]
    var isSubscribed: Bool
    var assignee: String?

    init(from object: inout ObjectReader) {
        id = object.required("id")
        name = object.required("name")
        phone = object.required("phone")
        email = object.nullable("email")
        createdAt = object.required("created_at")
        updatedAt = object.required("updated_at")
        tags = object.required("tags")
        customFields = object.required("custom_fields")
        isSubscribed = object.required("is_subscribed")
        assignee = object.optional("assignee")
    }

    func write(to object: inout ObjectWriter) {
        object.write("id", id)
        object.write("name", name)
        object.write("phone", phone)
        object.writeNullable("email", email)
        object.write("created_at", createdAt)
        object.write("updated_at", updatedAt)
        object.write("tags", tags)
        object.write("custom_fields", customFields)
        object.write("is_subscribed", isSubscribed)
        object.write("assignee", assignee)
    }

    enum Tag: APIEnum {
        case customer, newsletter
        case unknown(String)

        init(rawValue: String) {
            switch ByteText(rawValue) {
            case "customer": self = .customer
            case "newsletter": self = .newsletter
            default: self = .unknown(rawValue)
            }
        }

        var rawValue: String {
            switch self {
            case .customer: "customer"
            case .newsletter: "newsletter"
            case .unknown(let text): text
            }
        }

        static var allCases: [Tag] { [.customer, .newsletter] }
    }
}
