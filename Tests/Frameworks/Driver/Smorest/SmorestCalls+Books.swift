import ApusRuntime
import FrameworkSupport
import SmorestLibrary

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension SmorestCalls {
    func books() async {
        await call(
            "list_books",
            meant: #"""
                {"page": "2", "page_size": "1", "title": "E", "genre": ["fiction", "popular science"], "since": "2024-05-01T12:00:00+00:00",
                 "price": "9.5", "key": "3fa85f64-5717-4562-b3fc-2c963f66afa6", "available": false, "sort": "-title", "words": ["a", "b"]}
                """#
        ) { client in
            let answer = try await client.response(
                to: ListBooks(
                    title: "E", genre: [.fiction, .popularScience], since: Self.moment, price: 9.5, key: Self.key,
                    available: false,
                    sort: .minusTitle, words: ["a", "b"], page: 2, pageSize: 1))
            try expect(answer.value.map(\.title), ["Persuasion"])
            try expect(answer.headers.pagination?.total, 3)
            try expect(answer.headers.pagination?.nextPage, 3)
        }
        await call("get_book", meant: #"{"book_id": "3fa85f64-5717-4562-b3fc-2c963f66afa6"}"#) { client in
            let book = try await client.getBook(bookID: Self.key)
            try expect(book.id, Self.key)
            try expect(book.title, "Emma")
            try expect(book.shelf, .science)
            try expect(book.zoned?.timeIntervalSince(Self.moment), -7200)
            try expect(book.stamp.map { Double($0) } ?? 0 > 1.7e9, "stamp is \(String(describing: book.stamp))")
            try expect(book.due, try .init(json: #""2024-02-29""#))
            try expect(book.author?.born, try .init(json: #""1775-12-16""#))
            try expect(book.isCamel, true)
            try expect(book.local?.timeIntervalSince(Self.moment), 0.5)
            try expect(try book.price.map { try $0.json() } ?? [], Array("9.5".utf8))
        }
        await call("get_book missing", meant: #"{"book_id": "00000000-0000-0000-0000-000000000000"}"#) { client in
            let none = try UUID(json: #""00000000-0000-0000-0000-000000000000""#)
            let error = try await thrown { () async throws(GetBook.CallError) in
                try await client.getBook(bookID: none)
            }
            guard case .response(.notFound) = error.kind else { throw error }
        }
    }

    func changes() async {
        await call(
            "create_book",
            meant: #"""
                {"book": {"title": "Lot & co", "price": "9.50", "weight": "0.25", "genre": "fiction", "shelf": "popular science", "pages": 400,
                  "rating": null, "due": "2024-02-29", "loan": 172800.0, "tags": ["x"], "labels": {"a": 1}, "anything": {"x": [1]},
                  "raw": [null], "author": {"name": "Jane"}, "state": "used", "constant": "fixed", "secret": "s", "camel": true, "site": "https://a.test/",
                  "zoned": "2024-05-01T12:00:00+00:00", "opens": "09:30:00"}}
                """#
        ) { client in
            let answer = try await client.response(to: CreateBook(try Self.book()))
            try expect(answer.status, 201)
            try expect(answer.headers.location, "/books/3fa85f64-5717-4562-b3fc-2c963f66afa6")
            try expect(answer.value.author?.name, "Jane")
        }
        await call("create_book twice", meant: #"{"book": {"title": "Twice", "state": "new", "constant": "fixed"}}"#) {
            client in
            let error = try await thrown { () async throws(CreateBook.CallError) in
                try await client.createBook(Book(title: "Twice"))
            }
            guard case .response(.conflict(let problem)) = error.kind else { throw error }
            try expect(problem.reason, "There is one.")
        }
        await call("create_book invalid") { client in
            let error = try await thrown { () async throws(CreateBook.CallError) in
                try await client.createBook(Book(title: "x", pages: 0))
            }
            guard case .response(.unprocessableContent(let problem)) = error.kind else { throw error }
            try expect(problem.errors?["json"]?["pages"]?[0]?.string?.isEmpty, false)
        }
        await call(
            "patch_book",
            meant: #"{"book_id": "3fa85f64-5717-4562-b3fc-2c963f66afa6", "patch": {"rating": null, "price": "1.25"}}"#
        ) { client in
            _ = try await client.patchBook(bookID: Self.key, body: BookPatch(price: 1.25, rating: .null))
        }
        await call("delete_book", meant: #"{"book_id": "3fa85f64-5717-4562-b3fc-2c963f66afa6"}"#) { client in
            try await client.deleteBook(bookID: Self.key)
        }
    }

    private static func book() throws -> Book {
        Book(
            title: "Lot & co", price: 9.5, weight: 0.25, genre: .fiction, shelf: .science, pages: 400, rating: .null,
            zoned: moment,
            due: try .init(json: #""2024-02-29""#), opens: "09:30:00", loan: 2880, tags: ["x"], labels: ["a": 1],
            anything: ["x": [1]], raw: [nil], author: Author(name: "Jane"), state: .used, site: "https://a.test/",
            secret: "s",
            isCamel: true)
    }
}
