import ApusSource

extension ChangeReport {
    /// One self-contained page: nothing is loaded, and every text of a document is escaped. `/` goes to the search, `j` and `k` to the next
    /// and the previous change, each of which has an anchor.
    public var html: String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
        <title>\(Self.escape(summary))</title>
        <style>
        \(HTMLPage.style)
        </style>
        </head>
        <body>
        <header>
        <h1>What changes for callers</h1>
        <p>\(Self.escape(summary))</p>
        <form role="search">
        <input type="search" id="search" placeholder="Search (/)" aria-label="Search" autocomplete="off">
        <fieldset>
        <legend>Show</legend>
        \(filters)
        </fieldset>
        </form>
        <p id="count" role="status"></p>
        <p class="keys"><kbd>/</kbd> searches, <kbd>j</kbd> and <kbd>k</kbd> go to the next and the previous change.</p>
        </header>
        <main>
        \(sections)
        </main>
        <script>
        \(HTMLPage.script)
        </script>
        </body>
        </html>

        """
    }

    private var filters: String {
        ChangeClass.allCases.filter { count(of: $0) > 0 }.map { effect in
            let isShown = effect == .internal ? "" : " checked"
            return
                "<label class=\"\(effect.rawValue)\"><input type=\"checkbox\" value=\"\(effect.rawValue)\"\(isShown)> "
                + "\(effect.rawValue) \(count(of: effect))</label>"
        }.joined(separator: "\n")
    }

    private var sections: String {
        let parts = ChangeClass.allCases.compactMap { effect -> String? in
            let list = changes.filter { $0.kind.effect == effect }
            if list.isEmpty { return nil }
            let items = list.map(item).joined(separator: "\n")
            return
                "<section class=\"\(effect.rawValue)\">\n<h2>\(Self.escape(effect.title))</h2>\n<ol>\n\(items)\n</ol>\n</section>"
        }
        return parts.isEmpty && accepted.isEmpty
            ? "<p>No change for callers.</p>" : (parts + acceptedSection).joined(separator: "\n")
    }

    private var acceptedSection: [String] {
        if accepted.isEmpty { return [] }
        let items = accepted.map { change, reason in
            "<li id=\"c\(change.fingerprint)\" tabindex=\"-1\"><p>\(Self.escape(change.sentence))</p>"
                + "<p class=\"reason\">\(Self.escape(reason))</p></li>"
        }
        return [
            "<section class=\"accepted\">\n<h2>Accepted</h2>\n<ol>\n\(items.joined(separator: "\n"))\n</ol>\n</section>"
        ]
    }

    private func item(_ change: Change) -> String {
        var lines = ["<li id=\"c\(change.fingerprint)\" tabindex=\"-1\">"]
        lines.append("<p>\(Self.escape(change.sentence))</p>")
        if let wire = change.wire {
            lines.append("<p class=\"wire\">In messages: <code>\(Self.escape(wire))</code></p>")
        }
        if let suggestion = change.suggestion {
            lines.append("<p class=\"keep\">Keep the name with <code>\(Self.escape(suggestion))</code></p>")
        }
        let location = location(of: change).map { "<code>\(Self.escape($0))</code> " } ?? ""
        lines.append(
            "<p class=\"location\">\(location)<a href=\"#c\(change.fingerprint)\">\(Self.escape(change.kind.id))</a></p></li>"
        )
        return lines.joined(separator: "\n")
    }

    /// Text for elements and quoted attributes, by code points: a quotation mark with a combining mark behind it is another `Character`, but
    /// ends an attribute.
    static func escape(_ text: String) -> String {
        VisibleText.of(text).unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&#39;"
            default: String(scalar)
            }
        }.joined()
    }
}
