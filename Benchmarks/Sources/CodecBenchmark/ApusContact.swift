import ApusRuntime
import Foundation

/// The contact list as the generator prints it.
struct ApusContactList: APIObject {
    var contacts: [ApusContact]
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

struct ApusContact: APIObject {
    var id: String
    var name: String
    var phone: String
    var email: String?
    var createdAt: Date
    var updatedAt: Date
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

struct ApusCustomField: APIObject {
    var key: String
    var label: String
    var value: String?

    init(from object: inout ObjectReader) {
        key = object.required("key")
        label = object.required("label")
        value = object.nullable("value")
    }

    func write(to object: inout ObjectWriter) {
        object.write("key", key)
        object.write("label", label)
        object.writeNullable("value", value)
    }
}

struct ApusPagination: APIObject {
    var page: Int
    var perPage: Int
    var total: Int
    var next: String?

    init(from object: inout ObjectReader) {
        page = object.required("page")
        perPage = object.required("per_page")
        total = object.required("total")
        next = object.optional("next")
    }

    func write(to object: inout ObjectWriter) {
        object.write("page", page)
        object.write("per_page", perPage)
        object.write("total", total)
        object.write("next", next)
    }
}
