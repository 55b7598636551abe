import Testing

@testable import ApusLowering

struct IdentifierTests {
    @Test(arguments: [
        ("contact_id", "contactID"), ("logoUrl", "logoURL"), ("HTMLBody", "htmlBody"), ("id", "id"), ("URL", "url"),
        ("ids", "ids"),
        ("tag_ids", "tagIDs"), ("contactIDs", "contactIDs"), ("userIDsList", "userIDsList"),
        ("X-Request-Id", "xRequestID"),
        ("STATUS_ACTIVE", "statusActive"), ("oauth2Token", "oauth2Token"), ("OAuthToken", "oauthToken"),
        ("iOSVersion", "iOSVersion"),
        ("macOS", "macOS"), ("sha256", "sha256"), ("2fa_enabled", "_2faEnabled"), ("v2Users", "v2Users"),
        ("media_url[][url]", "mediaURLURL"),
        ("filter[created_at]", "filterCreatedAt"), ("+1", "plus1"), ("-1", "minus1"), ("-name", "minusName"),
        ("", "value"),
        ("größe", "größe"), ("名前", "名前"), ("🙂", "u1F642"), ("a\u{202E}b", "aB"), ("%", "percent"), ("  ", "blank"),
        ("IPv4Address", "ipv4Address"), ("userIPv4", "userIPv4"), ("DKIMRecord", "dkimRecord"),
        ("user.name", "userName"),
    ])
    func namesMembers(text: String, expected: String) {
        #expect(Identifiers.member(text) == expected)
    }

    @Test(arguments: [
        ("contact_id", "ContactID"), ("Contact", "Contact"), ("page<contact>", "PageContact"), ("ACL", "ACL"),
        ("STATUS_TYPE", "StatusType"),
        ("CONTACT", "Contact"), ("sms-message", "SMSMessage"), ("3DSecure", "_3DSecure"), ("", "Model"),
        ("api.error", "APIError"),
        ("DKIMRecord", "DKIMRecord"), ("urls", "URLs"),
    ])
    func namesTypes(text: String, expected: String) {
        #expect(Identifiers.type(text) == expected)
    }

    @Test(arguments: [("0", "value0"), ("-1", "valueMinus1"), ("0.5", "value0_5"), ("1e5", "value1e5")])
    func namesNumbers(text: String, expected: String) {
        #expect(Identifiers.enumCase(number: text) == expected)
    }

    /// Every text gives a name that can be declared.
    @Test func alwaysGivesIdentifiers() {
        let hostile = [
            "\"; exit(1); //", "a b", "\\(x)", "`", "/*", "\u{0}", "\u{301}", "\u{200B}", "1", "_", "$0", "a\nb", "٣",
            "…",
        ]
        for text in hostile {
            for name in [Identifiers.member(text), Identifiers.type(text), Identifiers.enumCase(text)] {
                let isWord = name.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
                #expect(isWord && !name.isEmpty, "\(text.debugDescription) became \(name.debugDescription)")
                #expect(name.unicodeScalars.first.map { $0 == "_" || $0.properties.isXIDStart } == true)
            }
        }
    }

    @Test func escapesOnlyKeywords() {
        #expect(Keywords.escape("default") == "`default`")
        #expect(Keywords.escape("await") == "`await`")
        #expect(Keywords.escape("type") == "type")
        #expect(Keywords.escape("open") == "open")
    }
}
