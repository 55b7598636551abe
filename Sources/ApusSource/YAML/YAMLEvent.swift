/// The events of libyaml's parser as Swift values. Offsets are bytes of the file.
enum YAMLEvent {
    case documentStart(offset: Int)
    case documentEnd
    case alias(name: String, offset: Int)
    case scalar(YAMLScalar)
    case sequenceStart(anchor: String?, offset: Int)
    case mappingStart(anchor: String?, offset: Int)
    case collectionEnd

    struct YAMLScalar {
        let text: String
        let isPlain: Bool
        /// Resolved: `tag:yaml.org,2002:str`, `!`, `!local`; nil when none is written.
        let tag: String?
        let anchor: String?
        let offset: Int
    }
}
