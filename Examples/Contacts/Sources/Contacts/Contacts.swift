/// Starts the demonstration server, calls all four vendors at once, and prints their contacts.
@main
struct Contacts {
    static func main() async throws {
        let server = DemonstrationServer()
        try await server.run { address in
            let book = AddressBook(address: address)
            print(Table.print(await book.readAll()))
        }
    }
}
