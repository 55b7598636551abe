import ApusRuntime
import FrameworkSupport
import LitestarStudio

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension LitestarCalls {
    func values() async {
        await call(
            "all_parameters",
            meant: #"""
                {"text": "a b;ü", "number": -4, "ratio": 0.5, "day": "2024-02-29", "amount": "12.50", "moods": ["calm", "very loud"],
                 "since": "2024-05-01T12:00:00+00:00", "span": 60.0, "rank": 2, "page_size": 20, "trace": "t-1", "count": 3,
                 "session": "s-1", "theme": "dark", "lines": 1}
                """#
        ) { client in
            let answer = try await client.allParameters(
                text: "a b;ü", number: -4, ratio: 0.5, day: try .init(json: #""2024-02-29""#), amount: "12.50",
                moods: [.calm, .veryLoud], since: Self.moment, span: "PT1M", rank: try .init(json: "2"), pageSize: 20,
                trace: "t-1",
                count: 3, session: "s-1", theme: "dark")
            try expect(answer, ["text": "a b;ü"])
        }
        await call("rest_of_path", meant: #"{"rest": "/a b/c"}"#) { client in
            try expect(try await client.restOfPath(rest: "a b/c"), "/a b/c")
        }
        await call(
            "echo_instrument",
            meant: #"{"instrument": {"kind": "drum", "size": 1.5, "parts": [{"kind": "guitar", "strings": 6}]}}"#
        ) { client in
            let answer = try await client.echoInstrument(.drum(Drum(size: 1.5, parts: [.guitar(Guitar(strings: 6))])))
            guard case .drum(let drum) = answer else { throw Unexpected("\(answer)") }
            try expect(drum.parts?.count, 1)
        }
    }

    func bodies() async {
        await call(
            "echo_settings",
            meant: #"""
                {"settings": {"userName": "ada", "volume": "7", "level": 0.5, "mode": "b", "data": "aGk=", "pair": [1, "x"], "names": ["n"],
                  "day": "2024-02-29", "price": "1.10", "json": [1]}}
                """#
        ) { client in
            let answer = try await client.echoSettings(
                Settings(
                    userName: "ada", volume: .string("7"), level: 0.5, mode: .b, data: "aGk=",
                    pair: .init(item0: 1, item1: "x"),
                    names: ["n"], day: .value(try .init(json: #""2024-02-29""#)), price: "1.10", json: [1]))
            try expect(answer.volume, .string("7"))
            try expect(answer.pair?.item1, "x")
        }
        await call(
            "echo_many", meant: #"{"artists": [{"name": "a", "born": null}, {"name": "b", "born": "2024-02-29"}]}"#
        ) { client in
            let artists = [
                Artist(name: "a", born: .null), Artist(name: "b", born: .value(try .init(json: #""2024-02-29""#))),
            ]
            try expect(try await client.echoMany(artists), artists)
        }
        await call("send_form", meant: #"{"login": {"user": "a&b ü+", "age": 5, "colors": ["x", "y"]}}"#) { client in
            try expect(try await client.sendForm(Login(user: "a&b ü+", age: 5, colors: ["x", "y"])).age, 5)
        }
        await call(
            "send_upload",
            meant: #"{"title": "t", "file": {"base64": "AP+A"}, "name": "a.bin", "more": ["one", "two"], "count": 3}"#
        ) { client in
            let more = [FilePart(.text("one"), name: "1.txt"), FilePart(.text("two"), name: "2.txt")]
            let answer = try await client.sendUpload(
                Upload(title: "t", file: FilePart(Data([0, 255, 128]), name: "a.bin"), more: more, count: 3))
            try expect(answer["size"], 3)
        }
    }

    func answers() async {
        await call("get_bytes", meant: "{}") { client in
            var bytes: [UInt8] = []
            for try await piece in try await client.getBytes() { bytes += piece }
            try expect(bytes, Array(0...255))
        }
        await call("get_file", meant: "{}") { client in
            var bytes: [UInt8] = []
            for try await piece in try await client.getFile() { bytes += piece }
            try expect(bytes, Array((0..<102_400).map { UInt8($0 % 256) }))
        }
        await call("get_stream", meant: "{}") { client in
            var count = 0
            for try await piece in try await client.stream(of: GetStream()).body { count += piece.count }
            try expect(count, 10_000)
        }
        await call("get_events", meant: "{}") { client in
            // The document declares any JSON where the framework sends events.
            let events = try await client.getEvents()
            try expect(events.string?.contains("event: tick") ?? false, "the events are lost")
        }
        await call("get_moved", meant: "{}") { client in
            let answer = try await client.response(to: GetMoved())
            try expect(answer.status, 307)
        }
        await call("get_text", meant: "{}") { client in try expect(try await client.getText(), "Grüße") }
        await call("get_html", meant: "{}") { client in try expect(try await client.getHTML(), "<p>Hi</p>") }
        await call("get_headers", meant: "{}") { client in
            let answer = try await client.response(to: GetHeaders())
            try expect(answer.headers.left, "7")
            try expect(answer.headers.fields.filter { $0.name == .setCookie }.count, 2)
            try expect(answer.value == nil, "a null is \(String(describing: answer.value))")
        }
        await call("accept", meant: "{}") { client in try await client.accept() }
        await call("get_secured", meant: #"{"authorization": "Bearer b-1"}"#) { client in
            try expect(try await client.getSecured(), "in")
        }
    }

    func statuses() async {
        await call("get_failure", meant: #"{"code": 400}"#) { client in
            let error = try await thrown { () async throws(GetFailure.CallError) in
                try await client.getFailure(code: 400)
            }
            guard case .response(.badRequest(let problem)) = error.kind else { throw error }
            try expect("\(problem)".contains("no"), "\(problem)")
        }
        await call("get_invalid") { client in
            let error = try await thrown { () async throws(GetInvalid.CallError) in
                try await client.getInvalid(number: 1)
            }
            guard case .response(.badRequest(let problem)) = error.kind else { throw error }
            try expect(problem.statusCode, 400)
        }
    }
}
