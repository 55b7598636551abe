import ApusModel
import ApusRuntime
import ChatCaptain
import DeveloperAPI
import Foundation
import SalesCaptain
import Salesmsg
import Testing

@testable import ApusCall

/// For every operation of the four vendors, `apus call` sends what the generated client sends.
struct EqualBytesTests {
    @Test(arguments: Vendor.allCases)
    func samplesAreThoseOfTheDocument(vendor: Vendor) throws {
        let client = try vendor.read()
        let source = vendor.source(vendor.samples(client))
        if ProcessInfo.processInfo.environment["APUS_UPDATE"] == "1" {
            try Data(source.utf8).write(to: vendor.file)
            return
        }
        let recorded = String(decoding: try Data(contentsOf: vendor.file), as: UTF8.self)
        #expect(recorded == source, "run again with APUS_UPDATE=1")
        let called = Set(vendor.samples(client).map { $0.words[0] })
        #expect(called.count == client.model.operations.count, "every operation has samples")
    }

    @Test(arguments: Vendor.allCases)
    func requestsAreEqual(vendor: Vendor) async throws {
        let desk = try vendor.read()
        let calls = vendor.samples(desk)
        let samples = try vendor.generated()
        #expect(samples.map(\.name) == calls.map(\.name))
        for (sample, call) in zip(samples, calls) {
            let generated = SentRequests()
            await sample.send(vendor.client(generated.transport))
            // A body comes from standard input, because it may have secrets.
            var words = call.words
            var body = ""
            if let index = words.firstIndex(of: "--body") {
                body = words[index + 1]
                words[index + 1] = "-"
            }
            let shell = Desk(variables: vendor.variables(desk), input: body, known: [vendor.rawValue: desk])
            let status = await shell.run(
                [vendor.rawValue.lowercased()] + words + ["--attempts", "1", "--server", "https://api.test/base"])
            #expect(generated.all.count == 1, "\(sample.name)")
            #expect(
                shell.sent.all.map(\.text) == generated.all.map(\.text), "\(sample.name): \(status) \(shell.errors)")
            #expect(shell.sent.all == generated.all)
        }
    }
}

extension Vendor {
    func generated() throws -> [Sample] {
        switch self {
        case .salesCaptain: try SalesCaptainSamples.all()
        case .chatCaptain: try ChatCaptainSamples.all()
        case .salesmsg: try SalesmsgSamples.all()
        case .developerAPI: try DeveloperAPISamples.all()
        }
    }

    /// A variable for every scheme of the document.
    func variables(_ client: DeskClient) -> [String: String] {
        var variables = ["SAMPLE_SECRET": "s3cret"]
        for scheme in client.model.credentials.schemes {
            variables[client.prefix + OptionName.variable(scheme.key)] = "sample-token"
        }
        return variables
    }

    func client(_ transport: InMemoryTransport) -> any APIClient {
        let options = CallOptions(retries: .never, server: "https://api.test/base")
        switch self {
        case .salesCaptain:
            return SalesCaptainClient(transport: transport, credentials: .bearerAuth("sample-token"), options: options)
        case .chatCaptain:
            return ChatCaptainClient(
                transport: transport, credentials: .chatcaptainKey("sample-token"), options: options)
        case .salesmsg:
            return SalesmsgClient(
                transport: transport, credentials: .personalToken("sample-token"), middleware: [], options: options)
        case .developerAPI:
            return DeveloperAPIClient(
                server: .custom("https://api.test"), transport: transport, credentials: .authorization("sample-token"),
                middleware: [], options: options)
        }
    }
}
