import Bookshop

/// Lists the books of a shop that answers from memory, so that the example runs without a server.
@main
struct Reader {
    static func main() async throws {
        let shop = BookshopClient(transport: InMemoryTransport { _, _ in .json(shelf) })
        for book in try await shop.listBooks(shelf: "new") {
            print(book.headline)
        }
    }

    static let shelf = """
        [{"title": "The Swift", "pages": 210, "author": {"name": "A. Apus"}}, {"title": "Nests"}]
        """
}
