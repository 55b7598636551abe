import ApusRuntime
public import FrameworkSupport
import SmorestLibrary

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Every operation of the library in flask-smorest.
public struct SmorestCalls: Sendable {
    let call: Caller<SmorestLibraryClient>
    static let key = UUID(uuidString: "3fa85f64-5717-4562-b3fc-2c963f66afa6") ?? UUID()
    static let moment = Date(timeIntervalSince1970: 1_714_564_800)

    public static func run(_ connection: Connection) async {
        let calls = SmorestCalls(
            call: connection.caller { server, transport, options in
                SmorestLibraryClient(
                    server: .custom(server), transport: transport, credentials: .bearer("b-1").and(.key("k-1")),
                    options: options)
            })
        await calls.books()
        await calls.changes()
        await calls.values()
        await calls.bodies()
        await calls.answers()
    }
}
