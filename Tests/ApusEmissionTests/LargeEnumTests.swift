import ApusModel
import Testing

@testable import ApusEmission

@Suite("An enum of hundreds of cases looks its values up")
struct LargeEnumTests {
    private static func text(cases count: Int) throws -> String {
        let id = TypeID("Currency")
        let cases = (0..<count).map { EnumDecl.Case(name: "case\($0)", raw: .string("c\($0)")) }
        var model = APIModel(
            module: "Pets", source: SourceInfo(path: "", title: "", version: "", doc: Doc()),
            client: ClientDecl(name: "PetsClient", doc: Doc(), product: "Pets"),
            servers: ServersDecl(typeName: "PetsServer", servers: [], defaultServer: nil),
            credentials: CredentialsDecl(typeName: "PetsCredentials", schemes: []))
        model.types = [
            .enumeration(
                EnumDecl(header: TypeHeader(id: id, name: "Currency"), rawType: .scalar(.string), cases: cases))
        ]
        model.names[id] = ["Currency"]
        model.files = [FilePlan(path: "Currency.swift", content: .types([0]))]
        return try #require(try Emission.emit(model, options: EmissionOptions()).first).contents
    }

    @Test("up to a limit, a switch", arguments: [1, EnumContext.switchLimit])
    func small(count: Int) throws {
        let text = try Self.text(cases: count)
        #expect(text.contains("case \"c0\": self = .case0"))
        #expect(!text.contains("byRawValue"))
    }

    @Test("beyond it, a dictionary")
    func large() throws {
        let text = try Self.text(cases: EnumContext.switchLimit + 1)
        #expect(!text.contains("case \"c0\": self = .case0"))
        #expect(
            text.contains(
                """
                    private static let byRawValue = allByRawValue()

                    public init(rawValue: String) {
                        self = Currency.byRawValue[rawValue] ?? .unknown(rawValue)
                    }
                """))
    }

    @Test("and finds the raw value of a case in switches that each hold a part of them")
    func parts() throws {
        let limit = EnumContext.switchLimit
        let text = try Self.text(cases: 2 * limit + 2)
        #expect(
            text.contains(
                """
                    public var rawValue: String {
                        switch self {
                        case .unknown(let value): value
                        case .case0: "c0"
                """))
        #expect(text.contains("        default: rawValueFrom\(limit)\n"))
        #expect(text.contains("    private var rawValueFrom\(limit): String {\n"))
        #expect(
            text.contains(
                """
                    private var rawValueFrom\(2 * limit): String {
                        switch self {
                        case .case\(2 * limit): "c\(2 * limit)"
                        default: "c\(2 * limit + 1)"
                        }
                    }
                """))
    }
}
