package import HTTPTypes

extension HTTPFields {
    /// Fields that the type holds: one more ends the process.
    private static let limit = Int(UInt16.max) - 1

    /// The fields that a server sent, without those beyond what the type holds.
    package init(received fields: some Sequence<HTTPField>) {
        self.init(fields.prefix(Self.limit))
    }

    /// The fields with one line for each name, as HTTP/1.1 sends a request: cookies joined by `; ` (RFC 6265, 5.4, allows one `Cookie` line
    /// only, and servers ignore the rest), other values by `, ` (RFC 9110, 5.3).
    ///
    /// `HTTPFields` itself splits a cookie header, which is the form of HTTP/2.
    package var oneLinePerName: HTTPFields {
        var lines = HTTPFields()
        var seen: Set<HTTPField.Name> = []
        for field in self where seen.insert(field.name).inserted {
            let values = self[values: field.name]
            // `append` keeps the value whole, where the subscript would split it.
            lines.append(
                values.count == 1
                    ? field
                    : HTTPField(
                        name: field.name, value: values.joined(separator: field.name == .cookie ? "; " : ", ")))
        }
        return lines
    }
}
