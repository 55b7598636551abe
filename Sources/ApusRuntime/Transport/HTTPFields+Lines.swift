package import HTTPTypes

extension HTTPFields {
    /// The maximum number of fields of the type: one more ends the process.
    private static let limit = Int(UInt16.max) - 1

    /// The fields that a server sent, without those beyond the type's maximum.
    package init(received fields: some Sequence<HTTPField>) {
        self.init(fields.prefix(Self.limit))
    }

    /// The fields with one line for each name, as in an HTTP/1.1 request: cookies joined by `; ` (RFC 6265, 5.4, allows
    /// one `Cookie` line only, and servers ignore the rest), other values by `, ` (RFC 9110, 5.3).
    ///
    /// `HTTPFields` splits a cookie header, which is the form of HTTP/2.
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
