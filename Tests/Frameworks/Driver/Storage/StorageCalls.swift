import ApusRuntime
public import FrameworkSupport
import SimpleStorage

/// The life of a bucket: later calls list, read and remove what one call creates.
public struct StorageCalls: Sendable {
    private let call: Caller<SimpleStorageClient>

    public static func run(_ connection: Connection) async {
        let key =
            "AWS4-HMAC-SHA256 Credential=key/20240501/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=none"
        let calls = StorageCalls(
            call: connection.caller { server, transport, options in
                SimpleStorageClient(
                    server: .custom(server), transport: transport, credentials: .hmac(key), options: options)
            })
        await calls.make()
        await calls.read()
        await calls.remove()
    }

    private func make() async {
        for name in ["attic", "shelf-1"] {
            await call("createBucket \(name)") { client in
                let answer = try await client.response(to: CreateBucket(bucket: name, body: CreateBucket.Body()))
                try expect(answer.status, 200)
            }
        }
    }

    private func read() async {
        await call("listBuckets", meant: #"{"method": "GET", "path": "/", "query": {}}"#) { client in
            let answer = try await client.listBuckets()
            try expect(answer.buckets?.compactMap(\.name), ["attic", "shelf-1"])
            try expect(answer.owner?.displayName, "webfile")
        }
        await call("headBucket", meant: #"{"method": "HEAD", "path": "/attic", "query": {}}"#) { client in
            try await client.headBucket(bucket: "attic")
        }
        await call(
            "listObjectsV2",
            meant: #"{"method": "GET", "path": "/attic", "query": {"list-type": ["2"], "prefix": ["a b&/"]}}"#
        ) { client in
            let answer = try await client.listObjectsV2(bucket: "attic", listType: ._2, prefix: "a b&/")
            try expect(answer.name, "attic")
            try expect(answer.prefix, "a b&/")
            try expect(answer.keyCount, 0)
        }
        await call("headObject", meant: #"{"method": "HEAD", "path": "/attic/a b/ü", "query": {}}"#) { client in
            let error = try await thrown { () async throws(HeadObject.CallError) in
                try await client.headObject(bucket: "attic", key: "a b/ü")
            }
            try expect(error.status, 404)
        }
    }

    private func remove() async {
        await call("deleteBucket", meant: #"{"method": "DELETE", "path": "/shelf-1", "query": {}}"#) { client in
            try await client.deleteBucket(bucket: "shelf-1")
        }
        await call("listBuckets again", meant: #"{"method": "GET", "path": "/", "query": {}}"#) { client in
            try expect(try await client.listBuckets().buckets?.compactMap(\.name), ["attic"])
        }
    }
}
