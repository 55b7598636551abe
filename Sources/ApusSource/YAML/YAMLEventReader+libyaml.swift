import CLibYAML

/// libyaml's event parser. The only file that calls libyaml; all others use ``YAMLEvent``.
///
/// libyaml's composer is not used: it does not expand aliases, resolves types by YAML 1.1, and recurses.
enum YAMLEventReader {
    /// Passes each event to `receive` until that returns false or the stream ends.
    static func read<Failure: Error>(
        _ text: YAMLText, receive: (YAMLEvent) throws(Failure) -> Bool
    ) throws(Failure) -> YAMLSyntaxProblem? {
        // On the heap, because libyaml keeps pointers into the parser.
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else {
            return YAMLSyntaxProblem(message: "libyaml is out of memory", offset: 0, context: nil, contextOffset: nil)
        }
        defer { yaml_parser_delete(parser) }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, text.prepared.count))
        defer { input.deallocate() }
        _ = input.initialize(from: text.prepared)
        yaml_parser_set_input_string(parser, input.baseAddress, text.prepared.count)
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { return describeProblem(parser.pointee, text) }
            defer { yaml_event_delete(&event) }
            if event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT { return nil }
            if let translated = translate(event, text), try !receive(translated) { return nil }
        }
    }

    private static func translate(_ event: yaml_event_t, _ text: YAMLText) -> YAMLEvent? {
        let offset = text.findOffset(ofScalar: event.start_mark.index)
        switch event.type {
        case YAML_DOCUMENT_START_EVENT: return .documentStart(offset: offset)
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_ALIAS_EVENT: return .alias(name: readString(event.data.alias.anchor) ?? "", offset: offset)
        case YAML_SCALAR_EVENT: return .scalar(translateScalar(event, offset, text))
        case YAML_SEQUENCE_START_EVENT:
            return .sequenceStart(anchor: readString(event.data.sequence_start.anchor), offset: offset)
        case YAML_MAPPING_START_EVENT:
            return .mappingStart(anchor: readString(event.data.mapping_start.anchor), offset: offset)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
        default: return nil
        }
    }

    private static func translateScalar(
        _ event: yaml_event_t, _ offset: Int, _ text: YAMLText
    ) -> YAMLEvent.YAMLScalar {
        let scalar = event.data.scalar
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        let isQuoted = scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
        return YAMLEvent.YAMLScalar(
            text: text.restore(bytes, isDoubleQuoted: isQuoted), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
            tag: readString(scalar.tag), anchor: readString(scalar.anchor), offset: offset)
    }

    private static func describeProblem(_ parser: yaml_parser_t, _ text: YAMLText) -> YAMLSyntaxProblem {
        let message = parser.problem.map { String(cString: $0) } ?? "unknown problem"
        if parser.error == YAML_READER_ERROR {
            let offset = text.findOffset(ofPreparedByte: parser.problem_offset)
            return YAMLSyntaxProblem(message: message, offset: offset, context: nil, contextOffset: nil)
        }
        let context = parser.context.map { String(cString: $0) }
        return YAMLSyntaxProblem(
            message: message, offset: text.findOffset(ofScalar: parser.problem_mark.index), context: context,
            contextOffset: context == nil ? nil : text.findOffset(ofScalar: parser.context_mark.index))
    }

    private static func readString(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}
