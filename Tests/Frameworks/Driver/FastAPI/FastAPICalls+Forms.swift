import ApusRuntime
import FastAPIShop
import FrameworkSupport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension FastAPICalls {
    func forms() async {
        await call("form_model", meant: #"{"login": {"username": "Ada & é+ü", "age": 36, "languages": ["en", "fr"]}}"#)
        { client in
            let answer = try await client.formModel(Login(username: "Ada & é+ü", age: 36, languages: ["en", "fr"]))
            try expect(answer.username, "Ada & é+ü")
        }
        await call(
            "form_fields",
            meant: #"{"name": "x", "born": "2024-02-29", "colors": ["red", "dark-green"], "agree": true}"#
        ) { client in
            _ = try await client.formFields(
                FormFieldsBody(
                    name: "x", born: try .init(json: #""2024-02-29""#), colors: [.red, .darkGreen], agree: true)
            )
        }
        await call(
            "token",
            meant: #"{"username": "ada", "password": "p w&", "grant_type": "password", "scopes": ["read", "write"]}"#
        ) { client in
            let answer = try await client.token(
                TokenBody(username: "ada", password: "p w&", grantType: "password", scope: "read write"))
            try expect(answer["access_token"], "t-1")
        }
    }

    func files() async {
        await call("upload_bytes", meant: #"{"file": "some bytes"}"#) { client in
            let answer = try await client.uploadBytes(UploadBytesBody(file: FilePart(.text("some bytes"))))
            try expect(answer["size"], 10)
        }
        await call(
            "upload_file", meant: #"{"name": "a b é.bin", "type": "application/x-own", "file": {"base64": "AP+A"}}"#
        ) { client in
            let file = FilePart(Data([0, 255, 128]), name: "a b é.bin", contentType: "application/x-own")
            _ = try await client.uploadFile(UploadFileBody(file: file))
        }
        await call("upload_many", meant: #"{"files": [["1.txt", "one"], ["2.txt", "two"]], "note": "both"}"#) {
            client in
            let files = [FilePart(.text("one"), name: "1.txt"), FilePart(.text("two"), name: "2.txt")]
            try expect(try await client.uploadMany(UploadManyBody(files: files, note: "both")), ["1.txt", "2.txt"])
        }
        await call("upload_mixed", meant: #"{"token": "t", "file": "content", "count": 3, "tags": ["a", "b"]}"#) {
            client in
            _ = try await client.uploadMixed(
                UploadMixedBody(
                    token: "t", file: FilePart(.text("content"), name: "f.txt"), count: 3, tags: ["a", "b"]))
        }
        await call("upload_mixed fields", meant: #"{"token": "t", "tags": []}"#) { client in
            _ = try await client.uploadMixed(UploadMixedBody(token: "t"))
        }
    }
}
