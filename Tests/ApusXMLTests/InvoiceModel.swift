import ApusRuntime
import ApusXML

/// Attributes, prefixes, CDATA, lists of both kinds: written as the generator prints models.
struct Invoice: APIObject, XMLModel, Equatable {
    var number: Int
    var issued: CalendarDate?
    var customer: Customer
    var note: String?
    var lines: [Line]
    var tags: [String]?
    var isPaid: Bool?
    var discount: Double?

    init(
        number: Int, issued: CalendarDate? = nil, customer: Customer, note: String? = nil, lines: [Line],
        tags: [String]? = nil, isPaid: Bool? = nil, discount: Double? = nil
    ) {
        self.number = number
        self.issued = issued
        self.customer = customer
        self.note = note
        self.lines = lines
        self.tags = tags
        self.isPaid = isPaid
        self.discount = discount
    }

    init(from object: inout ObjectReader) {
        number = object.required("number")
        issued = object.optional("issued")
        customer = object.required("customer")
        note = object.optional("note")
        lines = object.required("lines")
        tags = object.optional("tags")
        isPaid = object.optional("is_paid")
        discount = object.nullable("discount")
    }

    func write(to object: inout ObjectWriter) {
        object.write("number", number)
        object.write("issued", issued)
        object.write("customer", customer)
        object.write("note", note)
        object.write("lines", lines)
        object.write("tags", tags)
        object.write("is_paid", isPaid)
        object.writeNullable("discount", discount)
    }

    static func describe(_ xml: inout XMLLayout) {
        xml.required("number", .attribute("no"), .number)
        xml.optional("issued", .attribute("issued"), .token)
        xml.required("customer", .element("customer", namespace: "urn:c", prefix: "c"), .model(Customer.self))
        xml.optional("note", .element("note"), .text)
        xml.required("lines", .none, .list(.element("line"), .model(Line.self)))
        xml.optional("tags", .element("tags"), .list(.element("tag"), .text))
        xml.optional("is_paid", .element("paid"), .boolean)
        xml.nullable("discount", .element("discount"), .number)
    }

    static let coder = XMLCoder(.element("invoice", namespace: "urn:i"), .model(Invoice.self))
}

struct Customer: APIObject, XMLModel, Equatable {
    var name: String
    var language: String?
    var others: [String: String]

    init(name: String, language: String? = nil, others: [String: String] = [:]) {
        self.name = name
        self.language = language
        self.others = others
    }

    init(from object: inout ObjectReader) {
        name = object.required("name")
        language = object.optional("lang")
        others = object.additionalProperties()
    }

    func write(to object: inout ObjectWriter) {
        object.write("name", name)
        object.write("lang", language)
        object.writeAdditional(others)
    }

    static func describe(_ xml: inout XMLLayout) {
        xml.required("name", .element("name", namespace: "urn:c", prefix: "c"), .text)
        xml.optional(
            "lang", .attribute("lang", namespace: "http://www.w3.org/XML/1998/namespace", prefix: "xml"), .token)
        xml.additional(.text)
    }
}

struct Line: APIObject, XMLModel, Equatable {
    var amount: Double
    var text: String?

    init(amount: Double, text: String? = nil) {
        self.amount = amount
        self.text = text
    }

    init(from object: inout ObjectReader) {
        amount = object.required("amount")
        text = object.optional("text")
    }

    func write(to object: inout ObjectWriter) {
        object.write("amount", amount)
        object.write("text", text)
    }

    static func describe(_ xml: inout XMLLayout) {
        xml.required("amount", .attribute("amount"), .number)
        xml.optional("text", .cdata, .text)
    }
}
