internal import CLibXML2

/// Parses XML text to a tree. The only file that calls libxml2's reader.
///
/// No network, no document type, and no entities except the five predefined ones and character references: libxml2 must
/// not load or expand anything, and a text that requires it is refused.
package enum XMLReading {
    /// libxml2 refuses more than 10,000,000 bytes of text in one node or attribute value: no option raises this limit
    /// without removing its protections.
    ///
    /// - Parameter charset: The encoding, if named outside of the text; a byte order mark takes precedence.
    package static func read(
        _ bytes: [UInt8], charset: String? = nil, limits: XMLLimits = .standard
    ) throws(XMLProblem) -> XMLTree {
        guard bytes.count <= min(limits.bytes, Int(Int32.max)) else {
            throw XMLProblem(.tooLong, "the text has more than \(limits.bytes) bytes")
        }
        guard !bytes.isEmpty else { throw XMLProblem(.malformed, "the text is empty", line: 1, column: 1) }
        let text = try XMLBytes(bytes, charset: charset)
        // A text may be longer in UTF-8 than as received.
        guard text.bytes.count <= Int(Int32.max) else {
            throw XMLProblem(.tooLong, "the text has more than \(Int32.max) bytes in UTF-8")
        }
        let errors = XMLErrors()
        return try errors.listen { () throws(XMLProblem) in
            try text.bytes.withUnsafeBufferPointer { buffer throws(XMLProblem) in
                try XMLStartTags.check(buffer, limits)
                return try read(buffer, errors, limits)
            }
        }
    }

    private static func read(
        _ buffer: UnsafeBufferPointer<UInt8>, _ errors: XMLErrors, _ limits: XMLLimits
    ) throws(XMLProblem) -> XMLTree {
        // The declaration in the text names the received encoding, not the current one.
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_IGNORE_ENC.rawValue
        let reader = buffer.withMemoryRebound(to: CChar.self) { text in
            xmlReaderForMemory(text.baseAddress, Int32(text.count), nil, XMLBytes.encoding, Int32(options))
        }
        guard let reader else {
            throw errors.problem ?? XMLProblem(.outOfMemory, "libxml2 could not make a reader")
        }
        defer { xmlFreeTextReader(reader) }
        errors.listen(to: reader)
        return try build(reader, errors, limits)
    }

    /// Iterative, because the sender chooses the nesting of a text.
    private static func build(
        _ reader: xmlTextReaderPtr, _ errors: XMLErrors, _ limits: XMLLimits
    ) throws(XMLProblem) -> XMLTree {
        var open: [XMLTree] = []
        var root: XMLTree?
        var words = NameTable()
        while true {
            switch xmlTextReaderRead(reader) {
            case 1: break
            case 0: return try finished(root, errors)
            default: throw errors.problem ?? problem(.malformed, reader, "the text is not well-formed")
            }
            switch UInt32(max(0, xmlTextReaderNodeType(reader))) {
            case XML_READER_TYPE_ELEMENT.rawValue:
                if open.count >= limits.depth {
                    throw problem(.tooDeep, reader, "elements are nested deeper than \(limits.depth)")
                }
                let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
                let element = element(reader, &words)
                if isEmpty { close(element, &open, &root) } else { open.append(element) }
            case XML_READER_TYPE_END_ELEMENT.rawValue:
                if let element = open.popLast() { close(element, &open, &root) }
            case XML_READER_TYPE_CDATA.rawValue:
                guard !open.isEmpty else { break }
                open[open.count - 1].content.append(.cdata(string(xmlTextReaderConstValue(reader)) ?? ""))
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_WHITESPACE.rawValue,
                XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
                append(string(xmlTextReaderConstValue(reader)) ?? "", to: &open)
            case XML_READER_TYPE_DOCUMENT_TYPE.rawValue:
                throw problem(.documentType, reader, "a document type declaration is not accepted")
            case XML_READER_TYPE_ENTITY_REFERENCE.rawValue, XML_READER_TYPE_ENTITY.rawValue:
                let name = string(xmlTextReaderConstName(reader)) ?? ""
                throw problem(.documentType, reader, "the entity \(name) is not accepted")
            default: break
            }
        }
    }

    private static func finished(_ root: XMLTree?, _ errors: XMLErrors) throws(XMLProblem) -> XMLTree {
        if let problem = errors.problem { throw problem }
        guard let root else { throw XMLProblem(.malformed, "the text has no element", line: 1, column: 1) }
        return root
    }

    private static func close(_ element: XMLTree, _ open: inout [XMLTree], _ root: inout XMLTree?) {
        if open.isEmpty { root = element } else { open[open.count - 1].content.append(.element(element)) }
    }

    private static func append(_ text: String, to open: inout [XMLTree]) {
        guard !open.isEmpty, !text.isEmpty else { return }
        let last = open.count - 1
        guard case .text(var before) = open[last].content.last else {
            open[last].content.append(.text(text))
            return
        }
        // Removed first: a text in many chunks is then extended in place, not copied for each of them.
        open[last].content.removeLast()
        before += text
        open[last].content.append(.text(before))
    }

    private static func element(_ reader: xmlTextReaderPtr, _ words: inout NameTable) -> XMLTree {
        var element = XMLTree(
            words[xmlTextReaderConstLocalName(reader)] ?? "",
            namespace: words[xmlTextReaderConstNamespaceUri(reader)], prefix: words[xmlTextReaderConstPrefix(reader)])
        // The node has the line of its beginning; the parser has read ahead.
        element.line = max(0, Int(xmlGetLineNo(xmlTextReaderCurrentNode(reader))))
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            if xmlTextReaderIsNamespaceDecl(reader) == 1 { continue }
            element.attributes.append(
                XMLAttribute(
                    words[xmlTextReaderConstLocalName(reader)] ?? "",
                    string(xmlTextReaderConstValue(reader)) ?? "",
                    namespace: words[xmlTextReaderConstNamespaceUri(reader)],
                    prefix: words[xmlTextReaderConstPrefix(reader)]))
        }
        xmlTextReaderMoveToElement(reader)
        return element
    }

    /// Repeated names: libxml2 keeps one text for each during the lifetime of its reader, and so does this table.
    private struct NameTable {
        private var known: [UnsafePointer<xmlChar>: String] = [:]

        subscript(text: UnsafePointer<xmlChar>?) -> String? {
            mutating get {
                guard let text else { return nil }
                if let word = known[text] { return word }
                let word = String(cString: text)
                known[text] = word
                return word
            }
        }
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String? {
        text.map { String(cString: $0) }
    }

    private static func problem(_ kind: XMLProblem.Kind, _ reader: xmlTextReaderPtr, _ reason: String) -> XMLProblem {
        XMLProblem(
            kind, reason, line: Int(xmlTextReaderGetParserLineNumber(reader)),
            column: Int(xmlTextReaderGetParserColumnNumber(reader)))
    }
}
