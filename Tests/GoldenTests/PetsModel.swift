import ApusModel

/// A small module with one of everything, written by hand.
enum PetsModel {
    static func id(_ name: String) -> TypeID { TypeID("pets.yaml#/components/schemas/" + name) }

    static func property(
        _ name: String, _ key: String, _ type: TypeRef, _ presence: PropertyDecl.Presence = .optional,
        _ change: (inout PropertyDecl) -> Void = { _ in }
    ) -> PropertyDecl {
        var decl = PropertyDecl(name: name, key: key, type: type, presence: presence)
        change(&decl)
        return decl
    }

    static var status: EnumDecl {
        EnumDecl(
            header: TypeHeader(id: id("Pet/status"), name: "Status"), rawType: .scalar(.string),
            cases: [
                EnumDecl.Case(name: "available", raw: .string("available"), doc: Doc(summary: "Can be bought.")),
                EnumDecl.Case(name: "sold", raw: .string("sold \"out\" \\(x)\u{202E}")),
            ])
    }

    static var pet: StructDecl {
        StructDecl(
            header: TypeHeader(
                id: id("Pet"), name: "Pet",
                doc: Doc(
                    summary: "A pet in the shop.", discussion: "Line one\u{2028}line two */ \u{202E}hidden",
                    pointer: "#/components/schemas/pet"),
                usage: Usage(isSent: true, isReceived: true), nested: [.enumeration(status)]),
            properties: [
                property("petID", "pet_id", .scalar(.string), .required) {
                    $0.doc = Doc(summary: "The id", notes: ["At least 1 character."])
                },
                property("name", "name", .scalar(.string)),
                property("bornAt", "born_at", .scalar(.date)),
                property("owner", "owner", .named(id("Owner")), .nullable),
                property("nickname", "nickname", .scalar(.string), .tristate),
                property("tags", "tags", .array(.scalar(.string))),
                property("status", "status", .named(id("Pet/status"))) { $0.defaultValue = .enumCase("available") },
                property("parent", "parent", .indirect(.named(id("Pet")))),
                property("createdBy", "created_by", .scalar(.string)) { $0.isReadOnly = true },
                property("kind", "kind", .scalar(.string), .required) { $0.constant = .string("pet") },
                property("object", "object", .scalar(.string)),
                property("`default`", "default", .scalar(.bool)),
                property("old", "old", .scalar(.string)) { $0.deprecation = Deprecation(message: "use \"name\"") },
            ], additional: .json)
    }

    static var animal: UnionDecl {
        UnionDecl(
            header: TypeHeader(id: id("Animal"), name: "Animal", doc: Doc(summary: "An animal.")),
            cases: [
                UnionDecl.Case(
                    name: "pet", type: .named(id("Pet")), shape: .any, discriminatorValues: ["pet", "Pet"]),
                UnionDecl.Case(name: "owner", type: .named(id("Owner")), shape: .any, discriminatorValues: ["owner"]),
            ], discriminator: "kind")
    }

    static var target: UnionDecl {
        UnionDecl(
            header: TypeHeader(id: id("Target"), name: "Target"),
            cases: [
                UnionDecl.Case(name: "text", type: .scalar(.string), shape: .string),
                UnionDecl.Case(
                    name: "owner", type: .named(id("Owner")),
                    shape: .object(
                        ObjectShape(
                            required: ["id"], known: ["id", "name"],
                            constants: [UnionShape.Constant(key: "type", values: [.string("owner")])]))),
                UnionDecl.Case(name: "numbers", type: .array(.scalar(.int)), shape: .array(of: nil)),
            ])
    }

    static var owner: StructDecl {
        StructDecl(
            header: TypeHeader(id: id("Owner"), name: "Owner"),
            properties: [property("id", "id", .scalar(.uuid), .required)])
    }

    static var empty: StructDecl {
        StructDecl(header: TypeHeader(id: id("Nothing"), name: "Nothing"), properties: [])
    }

    static var level: EnumDecl {
        EnumDecl(
            header: TypeHeader(id: id("Level"), name: "Level"), rawType: .scalar(.int),
            cases: [
                EnumDecl.Case(name: "low", raw: .integer("0")), EnumDecl.Case(name: "none1", raw: .integer("-1")),
            ])
    }
}
