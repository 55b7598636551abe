import ApusRuntime
import FrameworkSupport
import LitestarStudio

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension LitestarCalls {
    func tracks() async {
        await call(
            "create_track",
            meant: #"""
                {"track": {"title": "New", "price": "1.50", "length": 185.0, "recorded": "2024-05-01T12:00:00+00:00",
                  "artist": {"name": "Bob", "born": null}, "mood": "very loud", "rank": 2, "tags": ["a"], "plays": {"x": 1},
                  "starts": "00:00:01", "extra": {"deep": [null, 1]}}}
                """#
        ) { client in
            let track = CreateTrackTrackRequestBody(
                title: "New", price: "1.50", length: "PT3M5S", recorded: Self.moment,
                artist: CreateTrackTrackArtistRequestBody(name: "Bob", born: .null), mood: .veryLoud,
                rank: .value(try .init(json: "2")),
                tags: ["a"], plays: ["x": 1], starts: "00:00:01", extra: ["deep": [nil, 1]])
            let answer = try await client.response(to: CreateTrack(track))
            try expect(answer.status, 201)
            try expect(answer.value.id, Self.key)
            try expect(answer.value.extra, ["deep": [nil, 1]])
        }
        await call("get_track", meant: #"{"track_id": "3fa85f64-5717-4562-b3fc-2c963f66afa6"}"#) { client in
            let track = try await client.getTrack(trackID: Self.key)
            try expect(track.price, "0.99")
            try expect(track.length, "PT185S")
            try expect(track.recorded, Self.moment)
            try expect(track.artist.born, try .init(json: #""1815-12-10""#))
            try expect(track.mood, .veryLoud)
        }
        await call("get_track missing", meant: #"{"track_id": "00000000-0000-0000-0000-000000000000"}"#) { client in
            let none = try UUID(json: #""00000000-0000-0000-0000-000000000000""#)
            let error = try await thrown { () async throws(GetTrack.CallError) in
                try await client.getTrack(trackID: none)
            }
            guard case .response(.notFound(let problem)) = error.kind else { throw error }
            try expect(problem.detail, "There is none.")
        }
        await call(
            "patch_track",
            meant: #"{"track_id": "3fa85f64-5717-4562-b3fc-2c963f66afa6", "patch": {"title": "Other", "tags": []}}"#
        ) { client in
            let track = try await client.patchTrack(
                trackID: Self.key, body: PatchTrackTrackRequestBody(title: "Other", tags: []))
            try expect(track.title, "Other")
            try expect(track.tags, [])
        }
        await call("delete_track", meant: #"{"track_id": "3fa85f64-5717-4562-b3fc-2c963f66afa6"}"#) { client in
            try await client.deleteTrack(trackID: Self.key)
        }
        await call("track_exists", meant: #"{"track_id": "3fa85f64-5717-4562-b3fc-2c963f66afa6"}"#) { client in
            try await client.trackExists(trackID: Self.key)
        }
    }

    func pages() async {
        await call("list_tracks", meant: #"{"limit": 1, "offset": 1}"#) { client in
            let page = try await client.listTracks(limit: 1, offset: 1)
            try expect(page.items?.map(\.title), ["b"])
            try expect(page.total, 3)
        }
        await call("classic_tracks", meant: #"{"page": 2}"#) { client in
            let page = try await client.classicTracks(page: 2)
            try expect(page.items?.map(\.name), ["n2"])
            try expect(page.totalPages, 2)
        }
        await call("cursor_tracks", meant: #"{"cursor": "a=b&c"}"#) { client in
            let page = try await client.cursorTracks(cursor: "a=b&c")
            try expect(page.items?.map(\.name), ["n"])
        }
    }
}
