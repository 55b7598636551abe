import TestSupport
import Testing

/// Lists that name the same things in several files agree.
struct InventoryTests {
    @Test func everyModuleIsListed() {
        let listed = ModuleList.read()
        let folders = Repository.folders(in: "Sources") + (Repository.exists("templates") ? ["ApusTemplates"] : [])
        #expect(Set(listed).count == listed.count, "Sources/README.md lists a module twice")
        expectNone(folders.filter { !listed.contains($0) }, "Sources/README.md does not list these modules")
        expectNone(listed.filter { !folders.contains($0) }, "Sources/README.md lists modules that do not exist")
    }

    @Test func importTableKnowsEveryModule() {
        let listed = ModuleList.read()
        expectNone(
            ImportTable.modules.keys.filter { !listed.contains($0) }.sorted(),
            "ImportTable has rows for modules that Sources/README.md does not list")
    }

    @Test func everyClientIsWhole() {
        let package = Repository.read("Package.swift") ?? ""
        var problems: [String] = []
        for client in ClientList.read() {
            let folder = client.folder
            if !Repository.exists(client.spec) { problems.append("\(client.name): there is no \(client.spec)") }
            if !Repository.exists(folder + "/README.md") {
                problems.append("\(client.name): \(folder) has no README.md")
            }
            if !Repository.exists("Generated/" + client.name) {
                problems.append("\(client.name): there is no Generated/\(client.name); run make generate")
            }
            if !Markdown.rows(of: "README.md").contains(where: { $0.contains("`\(client.name)`") }) {
                problems.append("\(client.name): README.md has no table row with `\(client.name)`")
            }
            if !package.contains("\"\(client.name)\"") {
                problems.append("\(client.name): Package.swift has no target")
            }
        }
        expectNone(problems, "a client of apus.yaml is incomplete")
    }

    @Test func nothingIsLeftOver() {
        let clients = ClientList.read()
        let folders = Repository.folders(in: "specs").filter { $0 != "invalid" }.map { "specs/" + $0 }
        expectNone(
            folders.filter { folder in !clients.contains { $0.folder == folder } }, "apus.yaml has no client for these")
        expectNone(
            Repository.folders(in: "Generated").filter { name in
                !clients.contains { [$0.name, $0.name + "Examples"].contains(name) }
            }
            .map { "Generated/" + $0 }, "apus.yaml has no client for these")
    }

    @Test func everyDependencyHasAReason() {
        let lines = (Repository.read("Package.swift") ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        var problems: [String] = []
        for (index, line) in lines.enumerated() where line.drop(while: { $0 == " " }).hasPrefix(".package(") {
            let above = index == 0 ? "" : lines[index - 1].drop { $0 == " " }
            if !above.hasPrefix("//") { problems.append("Package.swift:\(index + 1): \(line.drop { $0 == " " })") }
        }
        expectNone(problems, "write the reason for a dependency in a comment on the line above it")
    }
}
