import ApusSource
import Fuzzing
import Testing

/// Overlays are documents as well: their text becomes neither code nor a path, and no report moves the cursor.
struct HostileOverlayTests {
    private static let overlay = """
        overlay: 1.1.0
        info: { title: hostile title, version: "1 hostile", description: hostile words }
        actions:
          - { target: "$.info", description: hostile words, update: { title: hostile title, description: hostile words } }
          - { target: "$.paths['/pets'].get", update: { summary: hostile, tags: [hostile tag], x-apus-name: hostile name, x-apus-group: hostile group } }
          - { target: "$.components.schemas", update: { "hostile schema": { type: object, title: hostile, properties: { "hostile member": { type: string, enum: [hostile value], default: hostile value, pattern: hostile } } } } }
          - { target: "$.components.schemas.Pet.properties", update: { more: { $ref: "#/components/schemas/hostile%20schema" } } }
          - { target: "$.paths['/colors/{shade}'].get", copy: "$.paths['/pets'].query", description: hostile words }
          - { target: "$.tags", update: { name: hostile tag, description: hostile words } }
          - { target: "$.paths['/events']", remove: true }
          - { target: "$..hostile['hostile']", update: {} }
          - { target: "$.servers[?@.name == 'hostile']", remove: true }
        """

    private static let document = "openapi-3.2.yaml"

    @Test func thereIsAnOverlay() throws {
        let client = try GeneratedClient.generate(try Documents.read(Self.document), overlay: Array(Self.overlay.utf8))
        #expect(client.files.count > 4)
        #expect(
            Set(client.diagnostics.filter { $0.severity > .note }.map(\.id)) == [
                "overlay-target-unmatched", "duplicate-operation-id",
            ])
    }

    @Test(arguments: HostileText.Kind.allCases)
    func nothingLeavesItsLiteral(kind: HostileText.Kind) throws {
        for (index, text) in HostileText.texts(of: kind).enumerated() {
            let client = try generate(text, inTargets: index % 2 == 1)
            #expect(GeneratedCode.findProblems(in: client) == [], "\(kind) \(index)")
            for report in client.reports { #expect(!report.unicodeScalars.contains { Self.movesCursor($0) }) }
        }
    }

    @Test func compilesWhateverItSays() throws {
        for text in ["*/ \(HostileText.call) /*", "\"; \(HostileText.call); \"", "\\(\(HostileText.call))"] {
            let client = try generate(text, inTargets: false)
            #expect(try Compiler.findProblems(in: client.swiftFiles) == "")
        }
    }

    /// Every `hostile` of the overlay with the text behind it.
    private func generate(_ text: String, inTargets: Bool) throws -> GeneratedClient {
        let tree = try #require(TextTree(parsing: Array(Self.overlay.utf8)))
        let hostile = replace(tree, text, inTargets: inTargets)
        return try GeneratedClient.generate(try Documents.read(Self.document), overlay: Array(hostile.json.utf8))
    }

    private func replace(_ tree: TextTree, _ text: String, inTargets: Bool) -> TextTree {
        switch tree {
        case .string(let old): .string(old.replacing("hostile", with: "hostile" + text))
        case .array(let items): .array(items.map { replace($0, text, inTargets: inTargets) })
        case .object(let members):
            .object(
                members.map { member in
                    if member.key == "target", !inTargets { return member }
                    let key = member.key.replacing("hostile", with: "hostile" + text)
                    return TextTree.Member(key, replace(member.value, text, inTargets: inTargets))
                })
        case .null, .boolean, .number: tree
        }
    }

    private static func movesCursor(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
