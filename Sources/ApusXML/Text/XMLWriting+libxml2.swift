internal import CLibXML2

/// Writes a tree as XML text in UTF-8. The only file that calls libxml2's writer.
///
/// libxml2's writer does not validate names and characters, so they are checked here first.
package enum XMLWriting {
    /// - Throws: ``XMLProblem`` of kind `unwritable` for a name or a character that is invalid in XML 1.0.
    package static func write(
        _ tree: XMLTree, declaration: Bool = true, limits: XMLLimits = .standard
    ) throws(XMLProblem) -> [UInt8] {
        let errors = XMLErrors()
        return try errors.listen { () throws(XMLProblem) in
            guard let buffer = xmlBufferCreate() else { throw outOfMemory }
            defer { xmlBufferFree(buffer) }
            try fill(buffer, tree, declaration, limits)
            if let problem = errors.problem { throw XMLProblem(.unwritable, problem.reason) }
            guard let content = xmlBufferContent(buffer) else { return [] }
            return [UInt8](UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
        }
    }

    /// The writer is freed, and thereby flushed, before the buffer is read.
    private static func fill(
        _ buffer: xmlBufferPtr, _ tree: XMLTree, _ declaration: Bool, _ limits: XMLLimits
    ) throws(XMLProblem) {
        guard let writer = xmlNewTextWriterMemory(buffer, 0) else { throw outOfMemory }
        defer { xmlFreeTextWriter(writer) }
        if declaration { try check(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil)) }
        try write(tree, in: XMLScope(), depth: 1, limits, to: writer)
        if declaration { try check(xmlTextWriterEndDocument(writer)) }
    }

    private static func write(
        _ element: XMLTree, in outer: XMLScope, depth: Int, _ limits: XMLLimits, to writer: xmlTextWriterPtr
    ) throws(XMLProblem) {
        guard depth <= limits.depth else {
            throw XMLProblem(.tooDeep, "elements are nested deeper than \(limits.depth)")
        }
        var scope = outer
        let (name, declarations, attributes) = try scope.enter(element)
        try check(xmlTextWriterStartElement(writer, name))
        for attribute in declarations + attributes {
            try check(xmlTextWriterWriteAttribute(writer, attribute.name, attribute.value))
        }
        for content in element.content {
            switch content {
            case .element(let child): try write(child, in: scope, depth: depth + 1, limits, to: writer)
            case .text(let text):
                try XMLCharacters.check(text, in: element.name)
                try check(xmlTextWriterWriteString(writer, text))
            case .cdata(let text):
                try XMLCharacters.check(text, in: element.name)
                try writeSections(text, to: writer)
            }
        }
        try check(xmlTextWriterEndElement(writer))
    }

    /// A section cannot contain its own end, which is therefore split into two sections (XML 1.0, production 20): `]]`
    /// and `>`.
    private static func writeSections(_ text: String, to writer: xmlTextWriterPtr) throws(XMLProblem) {
        var rest = Array(text.utf8)[...]
        while let end = rest.indices.first(where: { rest[$0...].starts(with: "]]>".utf8) }) {
            try check(xmlTextWriterWriteCDATA(writer, String(decoding: rest[..<(end + 2)], as: UTF8.self)))
            rest = rest[(end + 2)...]
        }
        try check(xmlTextWriterWriteCDATA(writer, String(decoding: rest, as: UTF8.self)))
    }

    private static func check(_ result: Int32) throws(XMLProblem) {
        if result < 0 { throw outOfMemory }
    }

    private static let outOfMemory = XMLProblem(.outOfMemory, "libxml2 could not write")
}
