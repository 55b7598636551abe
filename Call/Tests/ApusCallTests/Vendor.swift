import ApusModel
import ApusPipeline
import ApusRuntime
import Foundation

@testable import ApusCall

/// A client of the repository's workspace.
enum Vendor: String, CaseIterable, Sendable {
    case salesCaptain = "SalesCaptain"
    case chatCaptain = "ChatCaptain"
    case salesmsg = "Salesmsg"
    case developerAPI = "DeveloperAPI"

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    static let workspace = folder.appending(path: "../../../apus.yaml").standardizedFileURL.path

    func read() throws -> DeskClient {
        let plan = try Workspace.load(Self.workspace).selecting([rawValue])
        let (model, findings) = try Inspection.model(of: plan.clients[0], in: plan)
        guard let model else { throw CallFault(findings.text) }
        return DeskClient(model)
    }

    /// The samples of every operation: full, minimal, and with null wherever it may be.
    func samples(_ client: DeskClient) -> [SampleCall] {
        client.model.operations.flatMap { operation in
            SampleValues.Form.allCases.flatMap { form in
                (0..<max(1, operation.body?.alternatives.count ?? 1)).compactMap {
                    SampleCall(operation, form, alternative: $0, client)
                }
            }
        }
    }

    /// The file with the calls of the generated builders.
    var file: URL { Self.folder.appending(path: "Samples/\(rawValue)Samples.swift") }

    func source(_ samples: [SampleCall]) -> String {
        var text = """
            // swift-format-ignore-file
            // Written by the test `samplesAreThoseOfTheDocument` with APUS_UPDATE=1. Do not edit.

            import ApusRuntime
            import \(rawValue)

            enum \(rawValue)Samples {
                static func all() throws -> [Sample] {
                    var all: [Sample] = []

            """
        for sample in samples {
            text += "        all.append(Sample(\"\(sample.name)\", \(sample.expression)))\n"
        }
        return text + "        return all\n    }\n}\n"
    }
}
