import ApusAsyncHTTPClient
import ApusRuntime
import ApusURLSession
import FrameworkSupport

#if DRF
    import DRFCalls
#endif
#if FastAPI
    import FastAPICalls
#endif
#if Litestar
    import LitestarCalls
#endif
#if Smorest
    import SmorestCalls
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
        #if DRF
            case "DRF": await DRFCalls.run(connection)
        #endif
        #if FastAPI
            case "FastAPI": await FastAPICalls.run(connection)
        #endif
        #if Litestar
            case "Litestar": await LitestarCalls.run(connection)
        #endif
        #if Smorest
            case "Smorest": await SmorestCalls.run(connection)
        #endif
        default: print("there is no framework \(arguments[1])")
        }
    }
}
