import ApusRuntime
import FastAPIShop
import FrameworkSupport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension FastAPICalls {
    private static func lamp(_ name: String = "Lamp") throws -> Item {
        Item(
            name: name, price: try .init(json: #""19.95""#), description: .null, colors: [.red],
            level: try .init(json: "10"),
            dimensions: .value(Dimensions(width: 1.5, height: 20, unit: .in)), tags: ["new"],
            attributes: ["watts": .integer(40), "socket": .string("E27"), "on": .boolean(true), "note": nil],
            barcode: "1234-5678", released: .value(try .init(json: #""2024-02-29""#)))
    }

    private static let meantLamp = #"""
        {"name": "Lamp", "price": "19.95", "description": null, "colors": ["red"], "level": 10, "tags": ["new"],
         "dimensions": {"width": 1.5, "height": 20.0, "unit": "in"}, "barcode": "1234-5678", "released": "2024-02-29",
         "attributes": {"watts": 40, "socket": "E27", "on": true, "note": null}}
        """#

    func items() async {
        await call("create_item", meant: #"{"item": \#(Self.meantLamp)}"#) { client in
            let answer = try await client.response(to: CreateItem(try Self.lamp()))
            try expect(answer.status, 201)
            try expect(answer.headers[.location] ?? "", "/items/3fa85f64-5717-4562-b3fc-2c963f66afa6")
            try expect(answer.value.id, Self.key)
            let fraction = answer.value.createdAt.timeIntervalSince(Self.moment)
            try expect((fraction - 0.123456).magnitude < 0.000001, "the fraction is \(fraction)")
            try expect(answer.value.updatedAt, Self.moment)
            try expect(answer.value.label, "Lamp (19.95)")
            try expect(answer.value.dimensions?.unit, .in)
            try expect(answer.value.warranty, "P1Y")
        }
        await call("create_item twice", meant: #"{"item": {"name": "Twice", "price": "1"}}"#) { client in
            let item = Item(name: "Twice", price: try .init(json: "1"))
            let error = try await thrown { () async throws(CreateItem.CallError) in
                try await client.createItem(item)
            }
            guard case .response(.conflict(let problem)) = error.kind else { throw error }
            try expect(problem.code, "twice")
        }
        await call("list_items", meant: #"{"limit": 1, "offset": 2, "sort": ["name", "-price"]}"#) { client in
            let page = try await client.listItems(limit: 1, offset: 2, sort: ["name", "-price"])
            try expect(page.items.map(\.name), ["Table"])
            try expect(page.total, 3)
        }
        await call("read_item", meant: #"{"item_id": "3fa85f64-5717-4562-b3fc-2c963f66afa6"}"#) { client in
            let item = try await client.readItem(itemID: Self.key)
            try expect(item.attributes["socket"], .string("E27"))
            try expect(item.opens, "09:30:00")
            try expect(item.released, try .init(json: #""2024-02-29""#))
        }
        await call("read_item missing", meant: #"{"item_id": "00000000-0000-0000-0000-000000000000"}"#) { client in
            let none = try UUID(json: #""00000000-0000-0000-0000-000000000000""#)
            let error = try await thrown { () async throws(ReadItem.CallError) in
                try await client.readItem(itemID: none)
            }
            guard case .response(.notFound(let problem)) = error.kind else { throw error }
            try expect(problem.detail, "There is none.")
        }
        await call("replace_item", meant: #"{"item_id": "\#(Self.key)", "item": \#(Self.meantLamp)}"#.lowercasedKey) {
            client in
            _ = try await client.replaceItem(itemID: Self.key, body: ReplaceItemBody(item: try Self.lamp()))
        }
        await changes()
    }

    private func changes() async {
        await call(
            "patch_item",
            meant: #"{"item_id": "\#(Self.key)", "patch": {"name": "New", "description": null}}"#.lowercasedKey
        ) { client in
            let answer = try await client.patchItem(
                itemID: Self.key, body: ItemPatchInput(name: "New", description: .null))
            try expect(answer.name, "New")
            try expect(answer.description, nil)
        }
        await call("delete_item", meant: #"{"item_id": "\#(Self.key)"}"#.lowercasedKey) { client in
            try await client.deleteItem(itemID: Self.key)
        }
        await call("item_exists", meant: #"{"item_id": "\#(Self.key)"}"#.lowercasedKey) { client in
            try await client.itemExists(itemID: Self.key)
        }
        await call(
            "several_bodies",
            meant: #"{"item": \#(Self.meantLamp), "user": {"first_name": "Ada", "is_admin": true}, "importance": 3}"#
        ) { client in
            let answer = try await client.severalBodies(
                SeveralBodiesBody(
                    item: try Self.lamp(), user: CamelCase(firstName: "Ada", isAdmin: true), importance: 3))
            try expect(answer["importance"], 3)
        }
    }

    func unions() async {
        await call(
            "echo_animal",
            meant: #"{"animal": {"kind": "dog", "good": true, "friends": [{"kind": "cat", "lives": 7}]}}"#
        ) { client in
            let answer = try await client.echoAnimal(.dog(DogInput(good: true, friends: [.cat(Cat(lives: 7))])))
            guard case .dog(let dog) = answer, case .cat(let cat) = dog.friends.first else {
                throw Unexpected("\(answer)")
            }
            try expect(cat.lives, 7)
        }
        await call("echo_animal parrot", meant: #"{"animal": {"kind": "budgie", "words": ["hi"]}}"#) { client in
            let answer = try await client.echoAnimal(.parrot(Parrot(kind: .budgie, words: ["hi"])))
            guard case .parrot(let parrot) = answer else { throw Unexpected("\(answer)") }
            try expect(parrot.kind, .budgie)
        }
        await call("echo_shape", meant: #"{"shape": {"side": 2.5}}"#) { client in
            try expect(try await client.echoShape(.square(Square(side: 2.5))), .square(Square(side: 2.5)))
        }
        for (name, body, value, isNull): (String, EchoUnion.Body?, String, Bool) in [
            ("number", .integer(5), #""value": 5, "#, false), ("text", .string("5"), #""value": "5", "#, false),
            ("object", .circle(Circle(radius: 1)), #""value": {"radius": 1.0}, "#, false),
            ("list", .strings(["a"]), #""value": ["a"], "#, false), ("null", nil, "", true),
        ] {
            await call("echo_union \(name)", meant: "{\(value)\"null\": \(isNull)}") { client in
                let answer = try await client.echoUnion(body: body)
                try expect(try answer.json(), try body.json())
            }
        }
    }
}

extension String {
    /// Python prints UUIDs in lower case, Foundation in upper case.
    var lowercasedKey: String {
        replacing(FastAPICalls.key.uuidString, with: FastAPICalls.key.uuidString.lowercased())
    }
}
