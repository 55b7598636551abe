import ApusRuntime

/// The contact list with dates kept as text.
struct ApusTextContactList: APIObject {
    var contacts: [ApusTextContact]
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

struct ApusTextContact: APIObject {
    var id: String
    var name: String
    var phone: String
    var email: String?
    var createdAt: String
    var updatedAt: String
    var tags: [String]
    var customFields: [ApusCustomField]
    var score: Int
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
        score = object.required("score")
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
        object.write("score", score)
        object.write("is_subscribed", isSubscribed)
        object.write("assignee", assignee)
    }
}
