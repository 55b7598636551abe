import ApusRuntime
public import FrameworkSupport
import LitestarStudio

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Every operation of the studio in Litestar.
public struct LitestarCalls: Sendable {
    let call: Caller<LitestarStudioClient>
    static let key = UUID(uuidString: "3fa85f64-5717-4562-b3fc-2c963f66afa6") ?? UUID()
    static let moment = Date(timeIntervalSince1970: 1_714_564_800)

    public static func run(_ connection: Connection) async {
        let calls = LitestarCalls(
            call: connection.caller { server, transport, options in
                LitestarStudioClient(
                    server: .custom(server), transport: transport, credentials: .bearer("b-1"), options: options)
            })
        await calls.tracks()
        await calls.pages()
        await calls.values()
        await calls.bodies()
        await calls.answers()
        await calls.statuses()
    }
}
