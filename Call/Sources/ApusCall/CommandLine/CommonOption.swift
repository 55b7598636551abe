/// The options of every call.
enum CommonOption: String, CaseIterable {
    case body, contentType = "content-type", all, limit, whole, json, output
    case server, header, query, timeout, deadline, attempts, idempotencyKey = "idempotency-key"
    case dryRun = "dry-run", curl, record
    case credentialsCommand = "credentials-command", noCredentials = "no-credentials"
    case oauth, oauthClientID = "oauth-client-id", oauthScopes = "oauth-scopes", oauthRedirect = "oauth-redirect"
    case tokenFile = "token-file", help

    /// The placeholder of the value; nil for a flag.
    var value: String? {
        switch self {
        case .all, .whole, .json, .dryRun, .curl, .noCredentials, .help: nil
        case .body: "JSON|FILE|-"
        case .contentType: "TYPE"
        case .limit, .attempts: "NUMBER"
        case .output, .record, .tokenFile: "FILE"
        case .server, .oauthRedirect: "URL"
        case .header: "NAME:VALUE"
        case .query: "NAME=VALUE"
        case .timeout, .deadline: "SECONDS"
        case .idempotencyKey: "KEY"
        case .credentialsCommand: "COMMAND"
        case .oauth: "device|code"
        case .oauthClientID: "ID"
        case .oauthScopes: "SCOPES"
        }
    }

    var summary: String {
        switch self {
        case .body: "The body: JSON, the path of a file, or - for standard input."
        case .contentType: "The content type of the body, where the document has several or a range."
        case .all: "Fetch all pages and print their items, one after the other."
        case .limit: "With --all: the most items to print."
        case .whole: "Print the whole answer where the workspace's rule `result` selects a part."
        case .json: "Print JSON on one line, and each item of --all on a line of its own."
        case .output: "Write the body of the answer to a file that does not exist yet."
        case .server: "The URL that receives the request, instead of the document's server."
        case .header: "A further header, not one of a credential; may be repeated."
        case .query: "A further query item; may be repeated."
        case .timeout: "The seconds that an attempt may take without progress."
        case .deadline: "The seconds that the whole call may take."
        case .attempts: "The most attempts of a call, 1 for no repetition."
        case .idempotencyKey: "The key that lets a server recognize a repeated call."
        case .dryRun: "Print the request without its credentials, and send nothing."
        case .curl: "Print a command of curl with placeholders for credentials, and send nothing."
        case .record: "Write what was sent and received to a HAR file, without secrets."
        case .credentialsCommand: "A shell command that prints the credential; APUS_SCHEME has the scheme's name."
        case .noCredentials: "Send no credentials."
        case .oauth: "Sign in with OAuth: by a code on another device, or by a code with PKCE."
        case .oauthClientID: "The id of the OAuth client."
        case .oauthScopes: "The scopes to ask for, separated by spaces."
        case .oauthRedirect: "The redirect address that the OAuth client is registered with."
        case .tokenFile: "The file that keeps the OAuth token; without it the token is forgotten."
        case .help: "Print the options of the operation."
        }
    }
}
