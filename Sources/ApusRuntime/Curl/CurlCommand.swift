internal import HTTPTypes

/// A command of the tool curl (7.76 or newer) that sends a request, for a POSIX shell.
///
/// Text of the request is inside single quotes, so that the shell expands nothing in it.
struct CurlCommand {
    private let request: HTTPRequest
    private let body: APIBody
    /// The schemes whose credentials the command takes from environment variables.
    private let credentials: [CurlCredential]

    /// A body of more bytes is read from a file.
    private static let inlineLimit = 64 << 10

    init(_ request: HTTPRequest, _ body: APIBody, credentials: [CurlCredential] = []) {
        self.request = request
        self.body = body
        self.credentials = credentials
    }

    /// One argument in each line.
    var text: String {
        var arguments = ["curl", "--globoff --path-as-is"]
        if request.method == .head {
            arguments.append("--head")
        } else {
            arguments.append("--request \(request.method.rawValue.quoted)")
        }
        arguments.append(url)
        arguments += headers
        var input = ""
        switch body.content {
        case .none: break
        case .bytes(let bytes) where bytes.isEmpty: arguments.append("--data-raw ''")
        case .bytes(let bytes) where bytes.count > Self.inlineLimit: arguments.append("--data-binary @body")
        case .bytes(let bytes):
            if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) {
                arguments.append("--data-raw \(text.quoted)")
            } else {
                // No argument holds a zero byte, and no shell text a byte that is not UTF-8.
                input = "printf '\(bytes.map(Self.octal).joined())' | "
                arguments.append("--data-binary @-")
            }
        case .stream: arguments.append("--upload-file body")
        }
        return input + arguments.joined(separator: " \\\n    ")
    }

    private var url: String {
        let url = "\(request.scheme ?? "https")://\(request.authority ?? "")\(request.path ?? "/")"
        var text = url.quoted
        var separator = url.contains("?") ? "&" : "?"
        for credential in credentials {
            guard case .apiKey(.query, let name) = credential.definition else { continue }
            text += "\(separator)\(PercentEncoding.unreserved.encode(name))=".quoted + credential.variable
            separator = "&"
        }
        return text
    }

    private var headers: [String] {
        var lines: [String] = []
        var cookies = ""
        for field in request.headerFields {
            if field.name == .cookie {
                cookies += (cookies.isEmpty ? "" : "; ") + field.value
            } else {
                // curl sends a header without a value for `Name;` only.
                lines.append(
                    "--header \((field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)").quoted)")
            }
        }
        var cookie = cookies.isEmpty ? "" : "Cookie: \(cookies)".quoted
        for credential in credentials {
            switch credential.definition {
            case .apiKey(.cookie, let name):
                cookie += (cookie.isEmpty ? "Cookie: \(name)=" : "; \(name)=").quoted + credential.variable
            default:
                if let argument = credential.argument { lines.append(argument) }
            }
        }
        if !cookie.isEmpty { lines.append("--header \(cookie)") }
        return lines + suppressed
    }

    /// The headers that curl adds by itself and the client does not send.
    private var suppressed: [String] {
        var names: [String] = []
        if request.headerFields[.accept] == nil { names.append("Accept") }
        if request.headerFields[.userAgent] == nil { names.append("User-Agent") }
        if !body.isEmpty {
            if request.headerFields[.contentType] == nil { names.append("Content-Type") }
            if request.headerFields[.expect] == nil { names.append("Expect") }
        }
        return names.map { "--header '\($0):'" }
    }

    private static func octal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 8)
        return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
}

extension String {
    /// This text as one word of a POSIX shell.
    var quoted: String { "'" + replacing("'", with: #"'\''"#) + "'" }
}
