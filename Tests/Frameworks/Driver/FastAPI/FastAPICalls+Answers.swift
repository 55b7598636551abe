import ApusRuntime
import FastAPIShop
import FrameworkSupport
import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension FastAPICalls {
    func answers() async {
        await call("plain_text", meant: "{}") { client in try expect(try await client.plainText(), "Grüße") }
        await call("html", meant: "{}") { client in try expect(try await client.html(), "<p>Hi</p>") }
        await call("image", meant: "{}") { client in
            var bytes: [UInt8] = []
            for try await piece in try await client.image() { bytes += piece }
            try expect(bytes, Array(0...255))
        }
        await call("events", meant: "{}") { client in
            var found: [String] = []
            for try await event in try await client.events() {
                found.append("\(event.id ?? "-") \(event.name ?? "-") \(event.data)")
            }
            try expect(found.prefix(2).joined(separator: "|"), "1 item {\"radius\": 1}|1 - two\nlines")
        }
        await call("latin_text", meant: "{}") { client in try expect(try await client.latinText(), "Grüße") }
        await call("file", meant: "{}") { client in
            let answer = try await client.response(to: File())
            try expect(answer.bytes.count > 1000, "the file has \(answer.bytes.count) bytes")
            try expect(answer.headers[.contentDisposition] ?? "", #"attachment; filename="shop.bin""#)
        }
        await call("stream", meant: "{}") { client in
            var bytes: [UInt8] = []
            for try await piece in try await client.stream(of: StreamOperation()).body { bytes += piece }
            try expect(bytes, Array(repeating: UInt8(ascii: "x"), count: 100_000))
        }
        await call("redirect", meant: "{}") { client in
            let answer = try await client.response(to: Redirect())
            try expect(answer.status, 302)
            try expect(answer.headers[.location] ?? "", "/answers/text")
        }
        await call("moved", meant: "{}") { client in try expect(try await client.moved(), "landed") }
        await call("no_schema", meant: "{}") { client in
            try expect(try await client.noSchema(), ["any": ["thing", 1, nil]])
        }
        await call("nothing", meant: "{}") { client in _ = try await client.nothing() }
        await call("numbers", meant: "{}") { client in
            try expect(try await client.numbers(), ["whole": 5, "small": 1e-7, "large": 1.7e308, "exact": 0.1])
        }
        await call("either", meant: #"{"accept": "csv"}"#) { client in
            guard case .ok(.text("radius\n1.0\n")) = try await client.either(accept: .csv) else {
                throw Unexpected("no CSV")
            }
        }
        await call("either json", meant: #"{"accept": "json"}"#) { client in
            guard case .ok(.json(Circle(radius: 1))) = try await client.either() else { throw Unexpected("no JSON") }
        }
        await call("either later", meant: #"{"accept": "later"}"#) { client in
            guard case .accepted(let problem) = try await client.either(accept: .later) else {
                throw Unexpected("not accepted")
            }
            try expect(problem.code, "later")
        }
    }

    func statuses() async {
        await call("failure", meant: #"{"code": 418}"#) { client in
            let error = try await thrown { () async throws(Failure.CallError) in
                try await client.failure(code: 418)
            }
            try expect(error.status, 418)
        }
        await call("failure other", meant: #"{"code": 409}"#) { client in
            let error = try await thrown { () async throws(Failure.CallError) in
                try await client.failure(code: 409)
            }
            try expect(error.status, 409)
        }
        await call("invalid") { client in
            let error = try await thrown { () async throws(Invalid.CallError) in
                try await client.invalid(number: 1)
            }
            guard case .response(.unprocessableContent(let problem)) = error.kind else { throw error }
            try expect(problem.detail?.first?.type, "greater_than_equal")
            try expect(problem.detail?.first?.loc.count, 2)
        }
    }

    func credentials() async {
        await call("me_bearer", meant: #"{"token": "b-1"}"#) { client in try expect(try await client.meBearer(), "b-1")
        }
        await call("me_basic", meant: #"{"username": "Ada", "password": "pass:word"}"#) { client in
            try expect(try await client.meBasic(), "Ada")
        }
        await call("me_key", meant: #"{"header": "h-1"}"#) { client in try expect(try await client.meKey(), "h-1") }
        await call("me_key together", meant: #"{"header": "h-1", "query": "q 1&"}"#) { client in
            try expect(try await client.meKey(options: CallOptions(credentials: .together)), "h-1")
        }
        await call("me_cookie", meant: #"{"key": "c-1", "theme": "dark", "lines": 1}"#) { client in
            try expect(try await client.meCookie(theme: "dark"), "c-1")
        }
        await call("me_oauth", meant: #"{"token": "o-1"}"#) { client in try expect(try await client.meOAuth(), "o-1") }
    }
}
