import ApusRuntime
import DRFClinic
import FrameworkSupport
import HTTPTypes

extension DRFCalls {
    func credentials(_ connection: Connection) async {
        await call("token_read", meant: #"{"user": "ada"}"#) { client in
            try expect(try await client.tokenRead().username, "ada")
        }
        await call("basic_read", meant: #"{"user": "ada"}"#) { client in
            try expect(try await client.basicRead().username, "ada")
        }
        let cookies = Cookies()
        await call("log_in", meant: #"{"username": "ada", "password": "p&w"}"#) { client in
            let answer = try await client.response(to: LogIn(.json(LoginRequest(username: "ada", password: "p&w"))))
            for field in answer.headers where field.name == .setCookie { await cookies.keep(field.value) }
            try expect(await cookies.names, ["csrftoken", "sessionid"])
        }
        let session = await cookies["sessionid"]
        let token = await cookies["csrftoken"]
        let signedIn = connection.caller { server, transport, options in
            DRFClinicClient(
                server: .custom(server), transport: transport, credentials: .cookieAuth(session), options: options)
        }
        await signedIn("session_write", meant: #"{"user": "ada", "note": "hi", "cookies": 2}"#) { client in
            let options = CallOptions(headers: [.cookie: "csrftoken=\(token)"])
            let owner = try await client.sessionWrite(
                .json(NoteRequest(note: "hi")), xCSRFToken: token, options: options)
            try expect(owner.username, "ada")
        }
    }
}

/// The cookies that a log-in sets, by hand: what a client does that keeps none.
private actor Cookies {
    private var values: [String: String] = [:]

    var names: [String] { values.keys.sorted() }

    func keep(_ line: String) {
        let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
        if pair.count == 2 { values[String(pair[0])] = String(pair[1]) }
    }

    subscript(name: String) -> String { values[name] ?? "" }
}
