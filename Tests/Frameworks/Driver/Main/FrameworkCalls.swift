import ApusAsyncHTTPClient
import ApusRuntime
import ApusURLSession
import FrameworkSupport

#if ChatCaptain
    import ChatCaptainCalls
#endif
#if DRF
    import DRFCalls
#endif
#if DeveloperAPI
    import DeveloperAPICalls
#endif
#if FastAPI
    import FastAPICalls
#endif
#if Litestar
    import LitestarCalls
#endif
#if S3
    import S3Calls
#endif
#if SalesCaptain
    import SalesCaptainCalls
#endif
#if Salesmsg
    import SalesmsgCalls
#endif
#if Smorest
    import SmorestCalls
#endif
#if Storage
    import StorageCalls
#endif

/// Makes every call of one framework: `FrameworkCalls FastAPI http://127.0.0.1:8000 url-session`.
@main
enum FrameworkCalls {
    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count == 4 else { return print("usage: FrameworkCalls FRAMEWORK SERVER TRANSPORT") }
        let transport: any HTTPTransport = arguments[3] == "url-session" ? .urlSession() : .asyncHTTPClient()
        let connection = Connection(server: arguments[2], transport: transport)
        switch arguments[1] {
        #if ChatCaptain
            case "ChatCaptain": await ChatCaptainCalls.run(connection)
        #endif
        #if DRF
            case "DRF": await DRFCalls.run(connection)
        #endif
        #if DeveloperAPI
            case "DeveloperAPI": await DeveloperAPICalls.run(connection)
        #endif
        #if FastAPI
            case "FastAPI": await FastAPICalls.run(connection)
        #endif
        #if Litestar
            case "Litestar": await LitestarCalls.run(connection)
        #endif
        #if S3
            case "S3": await S3Calls.run(connection)
        #endif
        #if SalesCaptain
            case "SalesCaptain": await SalesCaptainCalls.run(connection)
        #endif
        #if Salesmsg
            case "Salesmsg": await SalesmsgCalls.run(connection)
        #endif
        #if Smorest
            case "Smorest": await SmorestCalls.run(connection)
        #endif
        #if Storage
            case "Storage": await StorageCalls.run(connection)
        #endif
        default: print("there is no framework \(arguments[1])")
        }
    }
}
