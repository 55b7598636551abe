import ApusJSON
import ApusModel

/// The position of a schema in the Swift to write: the identity and the provisional name of its possible declaration.
struct Site {
    var id: TypeID
    /// The document's text that determines the name: a property's key, a component's name.
    var name: String
    /// The path in `rename`, `types` and `closed`: `Contact`, `Contact.status`.
    var path: String
    /// Whether the declaration is the module's own, not nested in an owner.
    var isTopLevel = false
    /// Whether a member, a parameter or a header has the schema, or what is in its lists and maps, so that its name says what it is.
    var isMember = false

    /// The site of an inline schema below this one. The step is not a property's name, because an object can also have
    /// a property `items`.
    func child(_ step: String, name: String) -> Site {
        Site(id: TypeID(Site.shorten(id.text + "/&" + step)), name: name, path: Site.shorten(path + "." + step))
    }

    func property(_ key: String) -> Site {
        member(key, of: "")
    }

    /// A named child: a parameter and a header may have one name.
    func member(_ key: String, of kind: String) -> Site {
        let step = JSONPointer.escape(key)
        return Site(
            id: TypeID(Site.shorten(id.text + "/" + kind + "." + step)), name: key,
            path: Site.shorten(path + "." + key), isMember: true)
    }

    /// Otherwise many members of an owner with a long name would cost their product.
    static func shorten(_ text: String) -> String {
        guard text.utf8.count > 1_024 else { return text }
        return String(text.unicodeScalars.prefix(128)) + "…" + String(Shards.hash(text), radix: 16)
    }

    /// Elements of an array: `addresses` → `address`; of a top-level array: `Contacts` → `ContactsItem`.
    var items: Site {
        part("items", name: isTopLevel ? name + "Item" : Plurals.singular(of: name) ?? name + "Item")
    }

    /// Values of a dictionary whose keys match a pattern.
    func values(like pattern: String) -> Site {
        var site = member(pattern, of: "&pattern")
        (site.name, site.path) = (values.name, path + ".pattern")
        return site
    }

    /// Values of a dictionary.
    var values: Site {
        part("values", name: isTopLevel ? name + "Value" : Plurals.singular(of: name) ?? name + "Value")
    }

    private func part(_ step: String, name: String) -> Site {
        var site = child(step, name: name)
        site.isMember = isMember
        return site
    }
}
