import ApusRuntime
import FastAPIShop
import FrameworkSupport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension FastAPICalls {
    func queries() async {
        await call(
            "query_scalars",
            meant: #"""
                {"text": "a b&c=d+e/é?", "number": -5, "ratio": 0.25, "flag": true, "amount": "19.95", "key": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 "day": "2024-02-29", "moment": "2024-05-01T12:00:00+00:00", "clock": "09:30:00", "span": 5400.0, "color": "dark-green", "level": 10,
                 "fixed": "one", "mode": "slow"}
                """#
        ) { client in
            let answer = try await client.queryScalars(
                text: "a b&c=d+e/é?", number: -5, ratio: 0.25, flag: true, amount: try .init(json: #""19.95""#),
                key: Self.key,
                day: try .init(json: #""2024-02-29""#), moment: Self.moment, clock: "09:30:00", span: "PT1H30M",
                color: .darkGreen,
                level: try .init(json: "10"), mode: .slow)
            try expect(answer, ["text": "a b&c=d+e/é?"])
        }
        await call(
            "query_lists",
            meant: #"""
                {"names": ["a,b", "", "c d"], "numbers": [1, -2], "colors": ["", "red"], "days": ["2024-02-29", "2024-03-01"]}
                """#
        ) { client in
            let answer = try await client.queryLists(
                names: ["a,b", "", "c d"], numbers: [1, -2], colors: [.red, .empty],
                day: [try .init(json: #""2024-02-29""#), try .init(json: #""2024-03-01""#)])
            try expect(answer, ["a,b", "", "c d"])
        }
        await call("query_optional", meant: #"{"text": "", "number": 7, "number_or_text": "12", "hyphen": "abc"}"#) {
            client in
            let answer = try await client.queryOptional(
                text: "", number: 7, numberOrText: .integer(12), xHyphen: "abc")
            try expect(answer, ["text": "", "number": 7])
        }
        await call("query_optional none", meant: "{}") { client in
            try expect(try await client.queryOptional(), ["text": nil, "number": nil])
        }
        await call(
            "query_model",
            meant: #"{"limit": 10, "order_by": "updated_at", "tags": ["x", "y"], "since": "2024-05-01T12:00:00+00:00"}"#
        ) { client in
            let answer = try await client.queryModel(
                limit: 10, orderBy: .updatedAt, tags: ["x", "y"], since: Self.moment)
            try expect(answer.limit, 10)
            try expect(answer.offset, 0)
            try expect(answer.since, Self.moment)
        }
    }

    func places() async {
        await call(
            "path_values",
            meant: #"""
                {"text": "a b;c,d=é", "number": 0, "key": "3fa85f64-5717-4562-b3fc-2c963f66afa6", "day": "2024-02-29", "color": "dark-green"}
                """#
        ) { client in
            _ = try await client.pathValues(
                text: "a b;c,d=é", number: 0, key: Self.key, day: try .init(json: #""2024-02-29""#), color: .darkGreen)
        }
        await call("path_slashes", meant: #"{"file_path": "home/me/a b.txt"}"#) { client in
            try expect(try await client.pathSlashes(filePath: "home/me/a b.txt"), "home/me/a b.txt")
        }
        await call(
            "header_values",
            meant:
                #"{"x_token": ["one,two"], "x_count": 3, "x_when": "2024-05-01T12:00:00+00:00", "strange": "yes", "agent": true}"#
        ) { client in
            let answer = try await client.response(
                to: HeaderValues(
                    token: ["one", "two"], count: 3, when: Self.moment, strangeHeader: "yes"))
            try expect(
                answer.headers.contains { $0.name.canonicalName == "x-answer" && $0.value == "42" },
                "x-answer is missing")
            try expect(answer.headers.filter { $0.name == .setCookie }.count, 2)
        }
        await call("header_model", meant: #"{"save_data": true, "if_modified_since": "Mon", "x_tag": ["a,b"]}"#) {
            client in
            _ = try await client.headerModel(host: "here", saveData: true, ifModifiedSince: "Mon", tag: ["a", "b"])
        }
        await call("cookie_values", meant: #"{"session": "s-1", "tracker": 5, "theme": "dark", "lines": 1}"#) {
            client in
            let answer = try await client.cookieValues(session: "s-1", tracker: 5, theme: .dark)
            try expect(answer, ["session": "s-1"])
        }
    }
}
