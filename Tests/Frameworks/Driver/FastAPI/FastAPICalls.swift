import ApusRuntime
import FastAPIShop
public import FrameworkSupport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Every operation of the shop in FastAPI.
public struct FastAPICalls: Sendable {
    let call: Caller<FastAPIShopClient>
    static let key = UUID(uuidString: "3fa85f64-5717-4562-b3fc-2c963f66afa6") ?? UUID()
    static let moment = Date(timeIntervalSince1970: 1_714_564_800)

    public static func run(_ connection: Connection) async {
        let calls = FastAPICalls(
            call: connection.caller { server, transport, options in
                FastAPIShopClient(
                    server: .custom(server), transport: transport,
                    credentials: .httpBasic(username: "Ada", password: "pass:word")
                        .and(.httpBearer("b-1")).and(.oauth2PasswordBearer("o-1")).and(.apiKeyHeader("h-1"))
                        .and(.apiKeyQuery("q 1&")).and(.apiKeyCookie("c-1")),
                    options: options)
            })
        await calls.queries()
        await calls.places()
        await calls.items()
        await calls.unions()
        await calls.models()
        await calls.values()
        await calls.forms()
        await calls.files()
        await calls.answers()
        await calls.statuses()
        await calls.credentials()
    }
}
