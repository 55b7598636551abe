import ChatCaptain
import DeveloperAPI
import SalesCaptain
import Salesmsg

/// A contact of any vendor. Names that several modules declare are qualified with their module.
struct Entry {
    var vendor: String
    var name: String
    var phone: String
    var email: String

    init(vendor: String, name: String?, phone: String?, email: String?) {
        self.vendor = vendor
        self.name = name ?? "–"
        self.phone = phone ?? "–"
        self.email = email ?? "–"
    }

    init(_ contact: SalesCaptain.Contact) {
        self.init(vendor: "SalesCaptain", name: contact.name, phone: contact.phone, email: contact.email)
    }

    init(_ contact: ChatCaptain.Contact) {
        self.init(vendor: "ChatCaptain", name: contact.name, phone: contact.phoneNumber, email: contact.email)
    }

    init(_ contact: Salesmsg.Contact) {
        let name = contact.fullName ?? [contact.firstName, contact.lastName].compactMap { $0 }.joined(separator: " ")
        self.init(vendor: "Salesmsg", name: name, phone: contact.number, email: contact.email)
    }

    init(_ contact: DeveloperAPI.Contact) {
        self.init(vendor: "Developer API", name: contact.name, phone: contact.phone, email: contact.email)
    }
}
