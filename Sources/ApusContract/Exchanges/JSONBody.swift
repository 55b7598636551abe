import ApusJSON
import ApusSource

/// Reads a body as JSON.
enum JSONBody {
    /// nil for text that is not strict JSON, or that exceeds the limits of a document.
    static func read(_ bytes: [UInt8]) -> SourceNode? {
        let limits = SourceLimits.standard
        guard bytes.count <= limits.bytesPerFile, isJSON(bytes, limits.depth - 1) else { return nil }
        // A sequence around it, since the reader of documents takes a scalar for YAML.
        let files = SourceFiles()
        var unused = Diagnostics()
        let text = [UInt8(ascii: "[")] + bytes + [UInt8(ascii: "]")]
        let root = try? files.parse(files.add(path: "body.json", bytes: text), diagnostics: &unused)
        return root?.sequence?.first
    }

    private static func isJSON(_ bytes: [UInt8], _ depth: Int) -> Bool {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return false }
        return bytes.withUnsafeBufferPointer { (try? JSONTape(scanning: $0, maximumDepth: depth)) != nil }
    }
}
