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
        let step = key.replacing("~", with: "~0").replacing("/", with: "~1")
        return Site(
            id: TypeID(Site.shorten(id.text + "/" + kind + "." + step)), name: key, path: Site.shorten(path + "." + key)
        )
    }

    /// Otherwise many members of an owner with a long name would cost their product.
    static func shorten(_ text: String) -> String {
        guard text.utf8.count > 1_024 else { return text }
        return String(text.unicodeScalars.prefix(128)) + "…" + String(Shards.hash(text), radix: 16)
    }

    /// Elements of an array: `addresses` → `address`; of a top-level array: `Contacts` → `ContactsItem`.
    var items: Site {
        child("items", name: isTopLevel ? name + "Item" : Plurals.singular(of: name) ?? name + "Item")
    }

    /// Values of a dictionary whose keys match a pattern.
    func values(like pattern: String) -> Site {
        var site = member(pattern, of: "&pattern")
        (site.name, site.path) = (values.name, path + ".pattern")
        return site
    }

    /// Values of a dictionary.
    var values: Site {
        child("values", name: isTopLevel ? name + "Value" : Plurals.singular(of: name) ?? name + "Value")
    }
}
