/// Starts the demonstration server, asks all four vendors at once, and prints what they have.
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
