internal import CLibXML2

/// The errors of libxml2 for one text, collected instead of printed.
///
/// Most errors belong to a reader or a writer. Encoding errors belong to neither and occur when the first bytes are
/// examined; libxml2 prints them to standard error unless the thread has handlers. So this object receives them during
/// one call, which never leaves its thread, and the previous handlers are restored afterwards.
final class XMLErrors {
    /// The first error. Namespace errors do not stop libxml2's reader, so this is checked at the end as well.
    private(set) var problem: XMLProblem?

    func listen<Value>(_ call: () throws(XMLProblem) -> Value) throws(XMLProblem) -> Value {
        _ = Self.isInitialized
        let before = CLibXML2Listen(Self.note, address)
        defer { CLibXML2Restore(before) }
        return try withExtendedLifetime(self, call)
    }

    /// For a reader that is used and freed inside ``listen(_:)``.
    func listen(to reader: xmlTextReaderPtr) {
        xmlTextReaderSetStructuredErrorHandler(reader, Self.note, address)
    }

    private static let isInitialized: Void = xmlInitParser()

    private var address: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    private static let note: xmlStructuredErrorFunc = { context, error in
        guard let context, let error = error?.pointee, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        let errors = Unmanaged<XMLErrors>.fromOpaque(context).takeUnretainedValue()
        guard errors.problem == nil else { return }
        // Processed as bytes, because it contains names of the text.
        var message = error.message.map { Array(String(cString: $0).utf8)[...] } ?? []
        while let last = message.last, last <= 0x20 { message.removeLast() }
        let reason = message.isEmpty ? "the text is not well-formed" : String(decoding: message, as: UTF8.self)
        let isTooDeep = message.split { $0 == 0x20 }.contains { $0.elementsEqual("depth".utf8) }
        let kind: XMLProblem.Kind =
            error.code == XML_ERR_NO_MEMORY.rawValue ? .outOfMemory : isTooDeep ? .tooDeep : .malformed
        errors.problem = XMLProblem(kind, reason, line: max(1, Int(error.line)), column: max(1, Int(error.int2)))
    }
}
