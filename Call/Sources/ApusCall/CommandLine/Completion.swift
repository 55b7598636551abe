internal import ApusModel
internal import ApusRuntime

/// The words that can follow a line of the shell, from the workspace and the document.
struct Completion {
    private let desk: ClientDesk
    private let start: CallStart

    init(_ desk: ClientDesk, _ start: CallStart) {
        self.desk = desk
        self.start = start
    }

    /// Words without white space and without characters that a shell reads as more than text.
    func candidates() -> [String] {
        all().filter { word in
            !word.isEmpty
                && word.unicodeScalars.allSatisfy { scalar in
                    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
                        || "-_.:/@+".unicodeScalars.contains(scalar)
                }
        }
    }

    private func all() -> [String] {
        guard let operation = start.operation, let client = try? desk.client(named: start.client) else {
            // The client is known, or is the word that is being typed.
            if start.operation == nil, let client = try? desk.client(named: start.client), start.spec != nil {
                return client.model.operations.map(\.methodName)
            }
            return matching(desk.clients, start.client ?? "")
        }
        guard let last = start.rest.last else {
            return matching(client.model.operations.map { $0.methodName.filter { $0 != "`" } }, operation)
        }
        guard let plan = try? client.operation(named: operation),
            let options = try? client.options(of: plan, for: start.rest)
        else { return [] }
        let before = start.rest.dropLast().last.flatMap { $0.hasPrefix("--") ? String($0.dropFirst(2)) : nil }
        if let option = before.flatMap(options.find), !last.hasPrefix("--") {
            return matching(values(of: option, client), last)
        }
        return matching(options.names.map { "--" + $0 }, last)
    }

    private func values(of option: CallOption, _ client: DeskClient) -> [String] {
        if client.types.resolved(option.type) == .scalar(.bool) { return ["true", "false"] }
        guard case .enumeration(let decl)? = client.types.declaration(of: option.type) else { return [] }
        return decl.cases.compactMap { LiteralJSON.value(of: $0.raw, decl.rawType, client.types) }
            .map { $0.string ?? $0.description }
    }

    private func matching(_ words: [String], _ start: String) -> [String] {
        words.filter { $0.lowercased().hasPrefix(start.lowercased()) }
    }
}

/// The scripts that let a shell ask for completions.
enum CompletionScript {
    static let shells = ["bash", "zsh", "fish"]

    static func text(for shell: String) -> String {
        switch shell {
        case "zsh": zsh
        case "fish": fish
        default: bash
        }
    }

    /// Only the words after `apus call` are completed; other commands of the tool keep the files of the folder.
    private static let bash = """
        _apus_call() {
            local first=1
            if [ "${COMP_WORDS[0]##*/}" = apus ]; then
                [ "${COMP_WORDS[1]}" = call ] || return
                first=2
            fi
            local IFS=$'\\n'
            COMPREPLY=($(apus-call --complete "${COMP_WORDS[@]:first:COMP_CWORD-first+1}" 2>/dev/null))
        }
        complete -o default -F _apus_call apus apus-call
        """

    private static let zsh = """
        #compdef apus apus-call
        _apus_call() {
            local first=2
            if [[ ${words[1]:t} == apus ]]; then
                if [[ ${words[2]} != call ]]; then _files; return; fi
                first=3
            fi
            local -a found
            found=(${(f)"$(apus-call --complete "${(@)words[first,CURRENT]}" 2>/dev/null)"})
            if (( ${#found} )); then compadd -a found; else _files; fi
        }
        compdef _apus_call apus apus-call
        """

    private static let fish = """
        function __apus_call
            set -l words (commandline -opc) (commandline -ct)
            if test (basename $words[1]) = apus
                test "$words[2]" = call; or return
                set -e words[1]
            end
            set -e words[1]
            apus-call --complete $words 2>/dev/null
        end
        complete -c apus -n '__fish_seen_subcommand_from call' -a '(__apus_call)'
        complete -c apus-call -a '(__apus_call)'
        """
}
