import ApusModel

// Parts of multipart bodies that are XML.
extension PayloadExpression {
    /// `response.multipart(parts: ["profile": .xml(.element("profile"), .model(Profile.self))])`
    var readMultipart: String {
        let parts = payload.parts.compactMap { part in
            part.xml.map { inner in
                printer.layout.call(
                    SwiftSource.literal(part.key) + ": .xml", xml.arguments(inner.type, inner.node), reserve: 1,
                    depth: 4)
            }
        }
        if parts.isEmpty { return "response.multipart()" }
        printer.noteXML(.calls)
        return printer.layout.call(
            "response.multipart", [printer.layout.array("parts: ", parts, depth: 3)], depth: 2)
    }
}
