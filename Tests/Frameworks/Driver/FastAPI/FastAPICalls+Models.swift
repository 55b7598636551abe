import ApusRuntime
import FastAPIShop
import FrameworkSupport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension FastAPICalls {
    func models() async {
        await call("echo_tree", meant: #"{"node": {"value": 1, "children": [{"value": 2, "parent_name": "one"}]}}"#) {
            client in
            let answer = try await client.echoTree(
                NodeInput(value: 1, children: [NodeInput(value: 2, parentName: "one")]))
            try expect(answer.children.first?.parentName, "one")
        }
        await call(
            "echo_camel",
            meant:
                #"{"user": {"first_name": "Ada", "last_name": null, "is_admin": true, "home_page": "https://a.test/x?y=z", "address": "::1"}}"#
        ) { client in
            let answer = try await client.echoCamel(
                CamelCase(
                    firstName: "Ada", lastName: .null, isAdmin: true, homePage: "https://a.test/x?y=z", address: "::1"))
            try expect(answer.firstName, "Ada")
            try expect(answer.lastName.isNull, "the last name is \(answer.lastName)")
        }
        await call("echo_strict", meant: #"{"value": {"code": "x"}}"#) { client in
            try expect(try await client.echoStrict(Strict(code: "x")).code, "x")
        }
        await call("echo_extra", meant: #"{"value": {"code": "x", "more": [1, {"a": null}]}}"#) { client in
            let answer = try await client.echoExtra(Extra(code: "x", additionalProperties: ["more": [1, ["a": nil]]]))
            try expect(answer.additionalProperties, ["more": [1, ["a": nil]]])
        }
        await call("echo_typed", meant: #"{"value": {"code": "x", "more": 5}}"#) { client in
            try expect(
                try await client.echoTyped(Typed(code: "x", additionalProperties: ["more": 5])).additionalProperties,
                ["more": 5])
        }
        await everything()
    }

    private func everything() async {
        await call(
            "echo_everything",
            meant: #"""
                {"value": {"any": {"x": [1, null]}, "json_value": [true], "raw": "r", "base64": "hi", "url": "ftp://a.test/", "pair": [1, "one"],
                  "numbers": [1.0, 2.5], "size": 1024, "positive": 3, "int_or_text": "7", "list_or_one": 9, "fixed": "always", "version": 2,
                  "either": 1, "by_level": {"10": [{"width": 1.0, "height": 2.0, "unit": "mm"}]}}, "secret": "pssst"}
                """#
        ) { client in
            let answer = try await client.echoEverything(
                EverythingInput(
                    any: ["x": [1, nil]], jsonValue: try .init(json: "[true]"), raw: "r", base64: Data("hi".utf8),
                    secret: "pssst",
                    url: "ftp://a.test/", pair: .init(item0: 1, item1: "one"), numbers: [1, 2.5],
                    size: .value(.integer(1024)),
                    positive: 3, intOrText: .string("7"), listOrOne: .integer(9), either: .value(.value1),
                    byLevel: ["10": [Dimensions(width: 1, height: 2, unit: .mm)]]))
            try expect(answer.any, ["x": [1, nil]])
            try expect(answer.base64, Data("hi".utf8))
            try expect(answer.pair?.item1, "one")
            try expect(answer.size, 1024)
            try expect(answer.intOrText, .string("7"))
            try expect(answer.listOrOne, .integer(9))
            try expect(answer.byLevel["10"]?.first?.height, 2)
        }
        await call("echo_everything nothing", meant: #"{"value": {"fixed": "always", "version": 2}, "secret": ""}"#) {
            client in
            let answer = try await client.echoEverything(EverythingInput())
            try expect(answer.any, .null)
            try expect(answer.listOrOne, .integer(0))
        }
    }

    func values() async {
        await call("echo_decimals", meant: #"{"values": ["19.95", "0.1", "123456.789"]}"#) { client in
            let answer = try await client.echoDecimals([
                try .init(json: "19.95"), try .init(json: #""0.1""#),
                try .init(json: #""123456.789""#),
            ])
            try expect(answer.map { "\($0)" }, ["19.95", "0.1", "123456.789"])
        }
        await call(
            "echo_dates",
            meant: #"{"values": {"a": "2024-05-01T12:00:00.123456+00:00", "b": "2024-05-01T12:00:00+00:00"}}"#
        ) { client in
            let precise = Self.moment.addingTimeInterval(0.123456)
            let answer = try await client.echoDates([
                "a": try .init(json: #""2024-05-01T12:00:00.123456Z""#), "b": Self.moment,
            ])
            try expect((answer["a"] ?? Self.moment).timeIntervalSince(precise).magnitude < 0.000001, "\(answer)")
            try expect(answer["b"], Self.moment)
        }
        await call("echo_names", meant: #"{"names": ["a", "b"]}"#) { client in
            try expect(try await client.echoNames(["a", "b"]), ["a", "b"])
        }
        await call("echo_scalar", meant: #"{"value": -9007199254740993}"#) { client in
            try expect(try await client.echoScalar(-9_007_199_254_740_993), -9_007_199_254_740_993)
        }
        await call("echo_anything", meant: #"{"value": {"a": [1.5, "x", null]}}"#) { client in
            try expect(try await client.echoAnything(body: ["a": [1.5, "x", nil]]), ["a": [1.5, "x", nil]])
        }
        await call("optional_body", meant: #"{"item": {"radius": 2.0}, "length": 12}"#) { client in
            try expect(try await client.optionalBody(body: Circle(radius: 2)), Circle(radius: 2))
        }
        await call("optional_body none", meant: #"{"length": 0}"#) { client in
            try expect(try await client.optionalBody(), nil)
        }
        await call("multi", meant: #"{"method": "GET"}"#) { client in try expect(try await client.getMulti(), "GET") }
        await call("multi put", meant: #"{"method": "PUT"}"#) { client in try expect(try await client.putMulti(), "PUT")
        }
    }
}
