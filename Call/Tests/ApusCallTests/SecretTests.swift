import ApusRuntime
import Foundation
import HTTPTypes
import Testing

@testable import ApusCall

/// Secrets are in no argument, no output and no recording.
struct SecretTests {
    private let shop: ShopDocument

    init() throws {
        shop = try ShopDocument()
    }

    @Test(arguments: ["--dry-run", "--curl"])
    func whatIsShownHasPlaceholders(option: String) async throws {
        let desk = Desk(variables: ["APUS_SHOP_LOGIN": "tok-secret", "PIN": "pin-secret"])
        let words = ["findItems", "--kinds", "a", "--pin", "env:PIN", option]
        #expect(await desk.run(words, spec: shop.path) == .success, "\(desk.errors)")
        #expect(desk.output.contains("https://shop.test/api/items/;kinds=a"))
        #expect(!(desk.output + desk.errors).contains("secret"))
        #expect(desk.sent.all.isEmpty)
    }

    @Test func aSecretIsNoArgument() async throws {
        let desk = Desk(variables: ["APUS_SHOP_LOGIN": "tok"])
        #expect(await desk.run(["findItems", "--kinds", "a", "--pin", "1234"], spec: shop.path) == .usage)
        #expect(desk.errors.contains("env:NAME") && !desk.errors.contains("1234"))
    }

    @Test func aBodyInTheArgumentsHasNoSecrets() async throws {
        let body = #"{"name":"Ada","password":"pw-secret"}"#
        let desk = Desk(variables: ["APUS_SHOP_LOGIN": "t", "PW": "pw-secret"], input: body)
        #expect(await desk.run(["addUser", "--body", body], spec: shop.path) == .usage)
        #expect(desk.sent.all.isEmpty && !desk.errors.contains("secret\"") && desk.errors.contains("standard input"))
        _ = await desk.run(["addUser", "--body", "-", "--attempts", "1"], spec: shop.path)
        let words = ["addUser", "--body", #"{"name":"Ada"}"#, "--password", "env:PW", "--attempts", "1"]
        _ = await desk.run(words, spec: shop.path)
        #expect(desk.sent.all.map(\.body) == [Array(body.utf8), Array(body.utf8)])
    }

    @Test func aRecordingHasNoSecrets() async throws {
        let file = shop.folder.appending(path: "call.har")
        let answer = InMemoryTransport.Answer(
            headers: [.contentType: "text/plain"], bytes: Array("you sent tok-secret".utf8))
        let desk = Desk([answer], variables: ["APUS_SHOP_LOGIN": "tok-secret", "PIN": "pin-secret"])
        let words = ["findItems", "--kinds", "a", "--pin", "env:PIN", "--record", file.path]
        #expect(await desk.run(words, spec: shop.path) == .success, "\(desk.errors)")
        #expect(desk.sent.all.first?.headers.contains("pin: pin-secret") == true)
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("\"findItems\"") && text.contains("you sent") && !text.contains("secret"))
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let again = Desk(variables: ["APUS_SHOP_LOGIN": "tok"])
        #expect(await again.run(["findItems", "--kinds", "a", "--record", file.path], spec: shop.path) == .usage)
        #expect(again.sent.all.isEmpty)
    }

    @Test func aCommandGivesTheCredential() async throws {
        let desk = Desk()
        let words = [
            "findItems", "--kinds", "a", "--attempts", "1", "--credentials-command", "printf 'tok-%s\\n' $APUS_SCHEME",
        ]
        _ = await desk.run(words, spec: shop.path)
        #expect(desk.sent.all.first?.headers.contains("Authorization: Bearer tok-login") == true)
    }

    @Test(arguments: ["echo secret; exit 3", "true", "yes secret"])
    func aCommandThatFailsIsNotShown(command: String) async throws {
        let desk = Desk()
        let status = await desk.run(["findItems", "--kinds", "a", "--credentials-command", command], spec: shop.path)
        #expect(status == .credentials)
        #expect(desk.sent.all.isEmpty && !desk.errors.contains("secret"))
    }

    private let tokenAnswer = InMemoryTransport.Answer.json(
        #"{"access_token":"tok-secret","token_type":"Bearer","refresh_token":"ref-secret","expires_in":3600}"#)

    @Test func aDeviceSignsInOnce() async throws {
        let device = InMemoryTransport.Answer.json(
            #"{"device_code":"d","user_code":"AB\u001b[0m-CD","verification_uri":"https://login.test/go","interval":1}"#
        )
        let file = shop.folder.appending(path: "token.json").path
        let words = [
            "findItems", "--kinds", "a", "--attempts", "1", "--oauth", "device", "--oauth-client-id", "me",
            "--token-file", file,
        ]
        let desk = Desk([device, tokenAnswer])
        _ = await desk.run(words, spec: shop.path)
        #expect(desk.errors.contains("https://login.test/go") && !desk.errors.contains("\u{1b}"))
        #expect(!desk.errors.contains("secret") && desk.sent.all.count == 3)
        #expect(desk.sent.all.last?.headers.contains("Authorization: Bearer tok-secret") == true)
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
        let again = Desk()
        _ = await again.run(words, spec: shop.path)
        #expect(again.sent.all.map(\.line) == ["GET https://shop.test/api/items/;kinds=a"])
    }

    @Test func aCodeIsExchangedWithPKCE() async throws {
        // The state is random, so that no address fits; the refusal shows that it is compared.
        let desk = Desk(input: "https://me.test/back?code=c&state=other")
        let status = await desk.run(
            ["findItems", "--kinds", "a", "--oauth", "code", "--oauth-client-id", "me"], spec: shop.path)
        #expect(status == .credentials && desk.sent.all.isEmpty)
        #expect(desk.errors.contains("code_challenge_method=S256"))
    }
}

/// Words of documents and servers do not command a terminal.
struct HostileWordsTests {
    private let shop: ShopDocument

    init() throws {
        shop = try ShopDocument()
    }

    private func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F && !(0x80...0x9F).contains($0.value) && $0 != "\u{202E}"
        }
    }

    @Test(arguments: [
        ["findItems", "--help"], [], ["findItems", "--kinds", "a", "--evil-name", "x\u{1b}", "--dry-run"],
    ])
    func wordsOfTheDocumentAreShown(words: [String]) async throws {
        let desk = Desk()
        #expect(await desk.run(words, spec: shop.path) == .success, "\(desk.errors)")
        #expect(!desk.output.isEmpty && isPlain(desk.output))
    }

    @Test func wordsOfTheServerAreShown() async throws {
        let body = Array("one\u{1b}[2J\u{9b}31m\u{202E}two".utf8)
        let desk = Desk(
            [.init(headers: [.contentType: "text/plain"], bytes: body)], variables: ["APUS_SHOP_LOGIN": "t"],
            isTerminal: true)
        #expect(await desk.run(["findItems", "--kinds", "a"], spec: shop.path) == .success)
        #expect(isPlain(desk.output) && desk.output.contains("two"))
        let json = Desk(
            [.json("{\"contacts\":{\"data\":[\"\u{9b}31m\u{202E}\"]}}")], variables: ["APUS_SALESCAPTAIN_TOKEN": "t"])
        #expect(await json.run(["salescaptain", "listContacts", "--company-id", "1"]) == .success)
        #expect(isPlain(json.output) && json.output.contains("\\u202"))
        let failure = Desk(
            [.json("{\"message\":\"\u{9b}31m\"}", status: .badRequest)], variables: ["APUS_SHOP_LOGIN": "t"])
        #expect(await failure.run(["findItems", "--kinds", "a", "--attempts", "1"], spec: shop.path) == .refused)
        #expect(isPlain(failure.errors))
    }
}
