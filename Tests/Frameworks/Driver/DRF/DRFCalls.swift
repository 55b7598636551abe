import ApusRuntime
import DRFClinic
public import FrameworkSupport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Every operation of the clinic in Django REST framework.
public struct DRFCalls: Sendable {
    let call: Caller<DRFClinicClient>
    static let key = UUID(uuidString: "3fa85f64-5717-4562-b3fc-2c963f66afa6") ?? UUID()
    static let moment = Date(timeIntervalSince1970: 1_714_564_800)

    public static func run(_ connection: Connection) async {
        let token = String(repeating: "t", count: 40)
        let calls = DRFCalls(
            call: connection.caller { server, transport, options in
                DRFClinicClient(
                    server: .custom(server), transport: transport,
                    credentials: .basicAuth(username: "ada", password: "pass:word").and(.tokenAuth("Token \(token)")),
                    options: options)
            })
        await calls.pets()
        await calls.users()
        await calls.bodies()
        await calls.answers()
        await calls.credentials(connection)
    }
}
