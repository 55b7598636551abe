import ApusRuntime
import DRFClinic
import FrameworkSupport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension DRFCalls {
    func pets() async {
        await call(
            "list_pets",
            meant: #"""
                {"kind": ["cat", "dog"], "born": "2024-02-29", "since": "2024-05-01T12:00:00Z", "weight": "1.5", "ids": "1,2,3",
                 "chipped": "true", "clinic": "c 1", "place": "here"}
                """#
        ) { client in
            let pets = try await client.listPets(
                clinic: "c 1", born: try .init(json: #""2024-02-29""#), chipped: true, ids: [1, 2, 3],
                kind: [.cat, .dog],
                place: "here", since: Self.moment, weight: 1.5)
            try expect(pets.first?.name, "Rex")
            try expect(pets.first?.age, 4)
            try expect(pets.first?.weight, "31.50")
            let fraction = pets.first?.seenAt?.timeIntervalSince(Self.moment) ?? 0
            try expect((fraction - 0.123456).magnitude < 0.000001, "the fraction is \(fraction)")
        }
        await call(
            "create_pet",
            meant: #"""
                {"pet": {"name": "Tom", "kind": "cat", "size": "", "weight": "4.20", "born": "2024-02-29", "seen_at": "2024-05-01T12:00:00+00:00",
                  "owner": {"name": "Ada", "email": null, "phone": "+1"}, "tags": ["a", "b"], "chip": "x"}}
                """#
        ) { client in
            let pet = PetRequest(
                name: "Tom", kind: .cat, weight: "4.20", size: .value(.blankEnum(.empty)),
                born: .value(try .init(json: #""2024-02-29""#)),
                seenAt: Self.moment, owner: OwnerRequest(name: "Ada", email: .null, phone: "+1"), tags: ["a", "b"],
                chip: "x")
            let answer = try await client.createPet(pet)
            try expect(answer.name, "Tom")
            try expect(answer.id, Self.key)
        }
        await call("create_pet invalid") { client in
            let pet = PetRequest(name: "x", kind: .unknown("fox"), weight: "many")
            let error = try await thrown { () async throws(CreatePet.CallError) in
                try await client.createPet(pet)
            }
            guard case .response(.badRequest(let problem)) = error.kind else { throw error }
            try expect(problem.keys.sorted(), ["kind", "weight"])
        }
        await single()
    }

    private func single() async {
        let meant = #"{"id": "3fa85f64-5717-4562-b3fc-2c963f66afa6"}"#
        await call("get_pet", meant: meant) { client in
            let pet = try await client.getPet(id: Self.key)
            try expect(pet.owner?.email, nil)
            try expect(pet.size, .sizeEnum(.xL))
        }
        await call("get_pet missing", meant: #"{"id": "00000000-0000-0000-0000-000000000000"}"#) { client in
            let none = try UUID(json: #""00000000-0000-0000-0000-000000000000""#)
            let error = try await thrown { () async throws(GetPet.CallError) in try await client.getPet(id: none)
            }
            guard case .response(.notFound(let problem)) = error.kind else { throw error }
            try expect(problem.detail, "Not found.")
        }
        await call(
            "patch_pet", meant: #"{"id": "3fa85f64-5717-4562-b3fc-2c963f66afa6", "pet": {"born": null, "size": "s"}}"#
        ) { client in
            let patch = PatchedPetRequest(size: .value(.sizeEnum(.s)), born: .null)
            try expect(try await client.patchPet(id: Self.key, body: patch).born, nil)
        }
        await call("delete_pet", meant: meant) { client in try await client.deletePet(id: Self.key) }
        await call("rename_pet", meant: #"{"id": "3fa85f64-5717-4562-b3fc-2c963f66afa6", "body": {"name": "Max"}}"#) {
            client in
            try await client.renamePet(id: Self.key, body: RenameRequest(name: "Max"))
        }
    }

    func users() async {
        await call("users_by_number", meant: #"{"page": "2", "page_size": "3"}"#) { client in
            let page = try await client.usersByNumber(page: 2, pageSize: 3)
            try expect(page.results.map(\.username), ["dan", "eve"])
            try expect(page.next, nil)
        }
        await call("users_by_offset", meant: #"{"limit": "1", "offset": "4"}"#) { client in
            let page = try await client.usersByOffset(limit: 1, offset: 4)
            try expect(page.results.map(\.username), ["eve"])
            try expect(page.results.first?.isStaff, false)
        }
        await call("users_by_cursor", meant: "{}") { client in
            let page = try await client.usersByCursor()
            try expect(page.results.map(\.username), ["ada", "bob"])
            try expect(page.next?.contains("cursor=") ?? false, "next is \(String(describing: page.next))")
        }
    }
}
