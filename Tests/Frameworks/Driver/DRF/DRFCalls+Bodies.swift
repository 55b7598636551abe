import ApusRuntime
import DRFClinic
import FrameworkSupport
import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension DRFCalls {
    func bodies() async {
        await call(
            "echo_everything",
            meant: #"""
                {"value": {"text": "", "slug": "a-b", "url": "https://a.test/x?y", "key": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
                  "address": "::1", "number": -1, "large": 4611686018427387904, "ratio": 0.1, "exact": "1234567890.0123456789",
                  "as_number": "1.5", "flag": false, "maybe": null, "day": "2024-02-29", "clock": "09:30:00",
                  "moment": "2024-05-01T12:00:00+00:00", "span": 93784.0, "choice": "x-l", "choices": ["m", "s"], "numbered": 2,
                  "list": [1, 2], "map": {"a": 1.5}, "json": [{"deep": null}], "nested": {"at": "2024-05-01T12:00:00+00:00", "minutes": 5,
                  "paid": true}, "many": [{"at": "2024-05-01T12:00:00+00:00", "minutes": 6, "paid": false}], "nullable": null}}
                """#
        ) { client in
            let answer = try await client.echoEverything(try Self.everything())
            try expect(answer.exact, "1234567890.0123456789")
            try expect(answer.span, "1 02:03:04")
            try expect(answer.asNumber, 1.5)
            try expect(answer.choices.count, 2)
            try expect(answer.maybe, nil)
            try expect(answer.nested.minutes, 5)
        }
        await call("echo_animal", meant: #"{"animal": {"kind": "dog", "good": true}}"#) { client in
            let answer = try await client.echoAnimal(body: .dog(DogRequest(good: true)))
            guard case .dog(let dog) = answer else { throw Unexpected("\(answer)") }
            try expect(dog.good, true)
        }
        await call(
            "echo_visits",
            meant:
                #"{"visits": [{"at": "2024-05-01T12:00:00+00:00", "minutes": 5, "paid": false}, {"at": "2024-05-01T12:00:00+00:00", "minutes": 6, "paid": true}]}"#
        ) { client in
            let visits = [
                VisitRequest(at: Self.moment, minutes: 5), VisitRequest(at: Self.moment, minutes: 6, paid: true),
            ]
            try expect(try await client.echoVisits(visits).map(\.minutes), [5, 6])
        }
        await call(
            "upload",
            meant: #"""
                {"file": {"base64": "AP+A"}, "name": "a b.bin", "type": "application/x-own", "extra": "extra", "title": "t ü", "tags": ["x", "y"],
                 "size": "x-l"}
                """#
        ) { client in
            let answer = try await client.upload(
                UploadRequest(
                    title: "t ü",
                    file: FilePart(Data([0, 255, 128]), name: "a b.bin", contentType: "application/x-own"),
                    extra: FilePart(.text("extra"), name: "e.txt"), tags: ["x", "y"], size: .xL))
            try expect(answer.size, 3)
        }
    }

    private static func everything() throws -> EverythingRequest {
        EverythingRequest(
            text: "", slug: "a-b", url: "https://a.test/x?y", key: key, address: "::1", number: -1,
            large: 4_611_686_018_427_387_904,
            ratio: 0.1, exact: "1234567890.0123456789", asNumber: 1.5, flag: false, maybe: .null,
            day: try .init(json: #""2024-02-29""#),
            clock: "09:30:00", moment: moment, span: "1 02:03:04", choice: .xL, choices: [.m, .s],
            numbered: try .init(json: "2"),
            list: [1, 2], map: ["a": 1.5], json: [["deep": nil]],
            nested: VisitRequest(at: moment, minutes: 5, paid: true),
            many: [VisitRequest(at: moment, minutes: 6, paid: false)], nullable: .null)
    }

    func answers() async {
        await call("download", meant: "{}") { client in
            var count = 0
            // The view's renderers support JSON only, and the framework refuses other `Accept` values before it
            // examines the response.
            let options = CallOptions(headers: [.accept: "*/*"])
            for try await piece in try await client.download(options: options) { count += piece.count }
            try expect(count, 25_600)
        }
        await call("report", meant: "{}") { client in try expect(try await client.report(), "name\nRex\n") }
        await call("busy", meant: "{}") { client in
            let error = try await thrown { () async throws(BusyOperation.CallError) in try await client.busy() }
            guard case .response(.tooManyRequests(let problem)) = error.kind else { throw error }
            try expect(problem.detail.contains("7 seconds"), problem.detail)
            try expect(error.retryAfter, .seconds(7))
        }
    }
}
