/// Words that Swift writes in capitals, by their lower-case form (Swift API Design Guidelines, "Follow case conventions").
enum Initialisms {
    static let spellings: [String: String] = {
        var spellings: [String: String] = ["ids": "IDs", "urls": "URLs", "uris": "URIs", "apis": "APIs", "ips": "IPs"]
        for word in words { spellings[word.lowercased()] = word }
        return spellings
    }()

    private static let words = [
        "API", "ACL", "ASCII", "AWS", "CPU", "CSS", "CSV", "DNS", "DTMF", "EOF", "FTP", "GIF", "GPU", "GUID", "HMAC",
        "HTML", "HTTP", "HTTPS", "IBAN", "ID", "IMAP", "IP", "JPEG", "JSON", "JWT", "MD5", "MFA", "MIME", "MMS", "OS",
        "OTP", "PDF", "PNG", "QR", "RAM", "RCS", "RPC", "SDK", "SHA", "SIP", "SKU", "SMS", "SMTP", "SQL", "SSH", "SSL",
        "SSO", "SVG", "TCP", "TLS", "TTL", "UDP", "UI", "URI", "URL", "UTC", "UTF8", "UUID", "VAT", "VM", "XML", "XMPP",
        "YAML",
    ]
}
