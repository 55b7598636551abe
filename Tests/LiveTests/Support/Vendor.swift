import Foundation
import TestSupport

/// The vendors whose clients are called, by the names of their expectation files.
enum Vendor: String, CaseIterable, Sendable {
    case salesCaptain = "salescaptain"
    case chatCaptain = "chatcaptain"
    case salesmsg
    case developerAPI = "developer-api"

    /// The module under `Generated`.
    var module: String {
        switch self {
        case .salesCaptain: "SalesCaptain"
        case .chatCaptain: "ChatCaptain"
        case .salesmsg: "Salesmsg"
        case .developerAPI: "DeveloperAPI"
        }
    }

    /// The number of the vendor's operations, counted by hand, so that none can be missing everywhere at once.
    var operationCount: Int {
        switch self {
        case .salesCaptain: 26
        case .chatCaptain: 68
        case .salesmsg: 49
        case .developerAPI: 3
        }
    }

    /// The expected request of each operation, in document order.
    func loadExpectations() throws -> [Expectation] {
        let file = Repository.url(of: "Tests/LiveTests/Expectations/\(rawValue).json")
        return try JSONDecoder().decode([Expectation].self, from: Data(contentsOf: file))
    }

    /// The ids in the descriptors of the generated sources, sorted.
    func readGeneratedOperations() throws -> [String] {
        let folder = Repository.url(of: "Generated/\(module)/Operations")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let ids = try files.filter { $0.pathExtension == "swift" }.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).matches(of: /OperationDescriptor\(\s*id: "([^"]+)"/)
                .map { String($0.output.1) }
        }
        return ids.sorted()
    }
}
