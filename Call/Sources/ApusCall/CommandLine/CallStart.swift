internal import ApusPipeline
internal import ApusSource

/// The words before the options of an operation: the workspace, the client and the operation.
struct CallStart {
    var workspace = Workspace.fileName
    /// A document without a workspace.
    var spec: String?
    var client: String?
    var operation: String?
    /// The words after the operation's name.
    var rest: [String] = []
    /// The shell whose script of completion is printed.
    var completion: String?
    /// Whether the words are those of a line that a shell completes; the last one is what is typed so far.
    var isCompleting = false

    init(_ words: [String]) throws(CallFault) {
        var words = words[...]
        if words.first == "--complete" {
            isCompleting = true
            words = words.dropFirst()
        }
        while let word = words.first {
            switch word {
            case "--workspace", "--spec", "--completion":
                guard let value = words.dropFirst().first else { throw CallFault("\(word) needs a value") }
                if word == "--workspace" { workspace = value }
                if word == "--spec" { spec = value }
                if word == "--completion" { completion = value }
                words = words.dropFirst(2)
            case "--help", "-h": words = words.dropFirst()
            case _ where word.hasPrefix("-") && !isCompleting:
                throw CallFault(
                    "\(VisibleText.of(word)) comes after the name of an operation; before it are --workspace, --spec and --completion"
                )
            case _ where client == nil && spec == nil:
                client = word
                words = words.dropFirst()
            default:
                operation = word
                rest = Array(words.dropFirst())
                return
            }
        }
        if let completion, !CompletionScript.shells.contains(completion) {
            throw CallFault("--completion is one of " + CompletionScript.shells.joined(separator: ", "))
        }
    }
}
