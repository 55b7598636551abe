internal import ApusRuntime

/// A part of a multipart body.
package struct BodyPart: Hashable {
    /// The headers that describe the part, sorted, with names in lower case.
    package let headers: [String]
    package let content: [UInt8]

    /// - Parameter bytes: The headers, an empty line and the content.
    package init(_ bytes: ArraySlice<UInt8>) {
        var headers: [String] = []
        var rest = bytes
        while let feed = rest.firstIndex(of: 0x0A) {
            let line = String(decoding: rest[..<feed].filter { $0 != 0x0D }, as: UTF8.self)
            rest = rest[(feed + 1)...]
            if line.isEmpty { break }
            let halves = line.split(separator: ":", maxSplits: 1)
            let value = halves.count > 1 ? String(halves[1].drop { $0 == " " }) : ""
            headers.append("\((halves.first ?? "").lowercased()): \(value)")
        }
        self.headers = headers.sorted()
        content = Array(rest)
    }

    /// The name in `Content-Disposition`.
    var name: String? {
        guard let line = headers.first(where: { $0.hasPrefix("content-disposition:") }) else { return nil }
        let members = line.split(separator: ";").map { $0.drop { $0 == " " } }
        guard let member = members.first(where: { $0.lowercased().hasPrefix("name=") }) else { return nil }
        return String(member.dropFirst(5)).replacing("\"", with: "")
    }
}
