/// The meaning of HTML tags in a Markdown comment. An unlisted name is not a tag: `<id>` in prose is a placeholder.
enum HTMLTags {
    /// Tags that begin and end a paragraph.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "main",
        "nav", "p", "section", "summary", "table", "tbody", "tfoot", "thead",
    ]
    /// Tags that are removed without the text between them.
    static let inline: Set<String> = [
        "abbr", "b", "big", "cite", "del", "dfn", "em", "font", "i", "iframe", "input", "ins", "label", "mark", "meta",
        "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "u", "var", "wbr", "colgroup", "col",
        "caption", "button", "link", "head", "title", "video", "source", "svg", "path",
    ]
    static let code: Set<String> = ["code", "kbd", "tt"]
    static let lists: Set<String> = ["ul", "ol", "menu"]
    /// Tags whose content is not text.
    static let hidden: Set<String> = ["script", "style", "template", "noscript"]
    /// Tags with special handling.
    static let others: Set<String> = ["a", "br", "img", "li", "pre", "td", "th", "tr"]

    static func isKnown(_ name: String) -> Bool {
        blocks.contains(name) || inline.contains(name) || code.contains(name) || lists.contains(name)
            || hidden.contains(name) || others.contains(name)
    }

    /// Named characters in prose (HTML, "Named character references"); others are unchanged.
    static let entities: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
        "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»",
        "bull": "•", "middot": "·", "copy": "©", "reg": "®", "trade": "™", "deg": "°", "times": "×", "divide": "÷",
        "plusmn": "±", "le": "≤", "ge": "≥", "ne": "≠", "larr": "←", "rarr": "→", "uarr": "↑", "darr": "↓",
        "harr": "↔", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "sect": "§", "para": "¶", "auml": "ä",
        "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è",
        "agrave": "à", "ccedil": "ç", "ntilde": "ñ", "ensp": " ", "emsp": " ", "thinsp": " ", "zwj": "", "zwnj": "",
        "shy": "", "check": "✓", "infin": "∞",
    ]
}
