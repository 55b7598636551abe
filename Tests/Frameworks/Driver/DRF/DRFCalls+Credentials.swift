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
        await withJar(connection)
        let cookies = Cookies()
        await call("log_in", meant: #"{"username": "ada", "password": "p&w"}"#) { client in
            let answer = try await client.response(to: LogIn(LoginRequest(username: "ada", password: "p&w")))
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
                NoteRequest(note: "hi"), csrfToken: token, options: options)
            try expect(owner.username, "ada")
        }
    }
}

extension DRFCalls {
    /// The same with a jar: the session's cookie and the token's go along by themselves.
    private func withJar(_ connection: Connection) async {
        let jar = CookieJar()
        let visitor = connection.caller { server, transport, options in
            DRFClinicClient(server: .custom(server), transport: kept(transport, in: jar), options: options)
        }
        await visitor("log_in with a jar", meant: #"{"username": "ada", "password": "p&w"}"#) { client in
            try await client.logIn(LoginRequest(username: "ada", password: "p&w"))
            try expect(jar.cookies.map(\.name).sorted(), ["csrftoken", "sessionid"])
        }
        await visitor(
            "session_write with a jar", meant: #"{"user": "ada", "note": "again", "cookies": 2}"#
        ) { client in
            let token = jar.cookies.first { $0.name == "csrftoken" }?.value
            let options = CallOptions(credentials: .withheld)
            let owner = try await client.sessionWrite(
                NoteRequest(note: "again"), csrfToken: token, options: options)
            try expect(owner.username, "ada")
        }
    }

    private func kept(_ transport: any HTTPTransport, in jar: CookieJar) -> any HTTPTransport {
        transport.keepingCookies(in: jar)
    }
}

/// Keeps the cookies of a log-in manually: the task of a client without a jar.
private actor Cookies {
    private var values: [String: String] = [:]

    var names: [String] { values.keys.sorted() }

    func keep(_ line: String) {
        let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
        if pair.count == 2 { values[String(pair[0])] = String(pair[1]) }
    }

    subscript(name: String) -> String { values[name] ?? "" }
}
