import ApusRuntime
import FrameworkSupport
import SmorestLibrary

extension SmorestCalls {
    func values() async {
        await call("path_values", meant: #"{"number": 3, "ratio": 1.5, "code": "ü?", "rest": "a b/c&d"}"#) { client in
            try expect(try await client.pathValues(number: 3, ratio: 1.5, code: "ü?", rest: "a b/c&d").rest, "a b/c&d")
        }
        await call("header_values", meant: #"{"trace": "3fa85f64-5717-4562-b3fc-2c963f66afa6", "count": 3}"#) {
            client in
            try await client.headerValues(trace: Self.key, count: 3)
        }
        await call("cookie_values", meant: #"{"lines": 1, "session": "s-1", "visits": 2}"#) { client in
            try await client.cookieValues(session: "s-1", visits: 2)
        }
        await call("send_form", meant: #"{"form": {"name": "a&b=c ü+", "age": 5, "langs": ["x", "y"]}}"#) { client in
            try expect(try await client.sendForm(Form(name: "a&b=c ü+", age: 5, langs: ["x", "y"])).langs, ["x", "y"])
        }
    }

    func bodies() async {
        await call(
            "send_many", meant: #"{"authors": [{"name": "a", "born": "2024-02-29"}, {"name": "b", "email": null}]}"#
        ) { client in
            let authors = [Author(name: "a", born: try .init(json: #""2024-02-29""#)), Author(name: "b", email: .null)]
            try expect(try await client.sendMany(authors), authors)
        }
        await call("send_several", meant: #"{"note": {"note": "n", "copies": 2}, "title": "t", "sort": "title"}"#) {
            client in
            try expect(try await client.sendSeveral(Note(note: "n", copies: 2), title: "t").copies, 2)
        }
        await call("put_etag") { client in
            let error = try await thrown { () async throws(PutEtag.CallError) in
                try await client.putEtag(ifMatch: #""other""#, body: Note(note: "n"))
            }
            guard case .response(.preconditionFailed) = error.kind else { throw error }
        }
    }

    func answers() async {
        await call("get_file", meant: "{}") { client in
            var bytes: [UInt8] = []
            for try await piece in try await client.getFile() { bytes += piece }
            try expect(bytes.count, 2048)
            try expect(bytes.last, 255)
        }
        await call("get_moved", meant: "{}") { client in
            let answer = try await client.response(to: GetMoved())
            try expect(answer.status, 302)
            try expect(answer.headers.location, "/answers/csv")
        }
        await call("get_csv", meant: "{}") { client in try expect(try await client.getCSV(), "a,b\n1,ü\n") }
        await call("get_secured", meant: #"{"authorization": "Bearer b-1"}"#) { client in
            try expect(try await client.getSecured().note, "fine")
        }
        await call("get_broken", meant: "{}") { client in
            let error = try await thrown { () async throws(GetBroken.CallError) in try await client.getBroken()
            }
            guard case .response(.other(status: 500, let problem)) = error.kind else { throw error }
            try expect(problem.status, "Internal Server Error")
        }
    }
}
