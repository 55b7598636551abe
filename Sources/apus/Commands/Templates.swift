import ApusPipeline
import ArgumentParser

struct Templates: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List, export, check and compare the templates of generated code.",
        subcommands: [List.self, Export.self, Check.self, Diff.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Name each template and its context.")

        @Flag(help: "Print the tags of each template, too.")
        var tags = false

        func run() {
            print(TemplateFolder.list(withTags: tags), terminator: "")
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write templates to change; `templates:` in apus.yaml names their folder.")

        @Argument(help: "The templates, such as struct.")
        var names: [String]

        @Option(help: "The folder to write to.")
        var output = "templates"

        func run() throws {
            for name in names {
                try complaining { print("wrote \(try TemplateFolder.export(name, to: output))") }
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Compare the tags of templates with those that this version offers; exit with 1 if one has to change."
        )

        @Argument(help: "The folder with the templates.")
        var folder = "templates"

        func run() throws {
            let review = try complaining { try TemplateFolder(folder).review() }
            print(review.text, terminator: "")
            if review.isFailure { throw ExitCode.findings }
        }
    }

    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the differences between Apus's own templates and those of a folder.")

        @Argument(help: "The folder with the templates.")
        var folder = "templates"

        func run() throws {
            print(try complaining { try TemplateFolder(folder).difference() }, terminator: "")
        }
    }
}

/// Runs `body`; prints a problem with what was asked for, and throws `ExitCode.usage`.
private func complaining<Result>(_ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch let problem as WorkspaceProblem {
        Console.complain(problem.text)
        throw ExitCode.usage
    }
}
