import ApusModel
import ApusSource
import ApusSpec

extension Lowerer {
    func lowerSource() -> SourceInfo {
        let path = options.sourcePath.isEmpty ? files.path(of: document.root) : options.sourcePath
        return SourceInfo(
            path: path, title: document.info.title, version: document.info.version,
            doc: makeInfoDoc())
    }

    func lowerClient() -> ClientDecl {
        ClientDecl(name: options.module + "Client", doc: makeInfoDoc(), product: makeProduct())
    }

    private func makeInfoDoc() -> Doc {
        let info = document.info
        let title = DropEchoes.isEcho(info.title, of: options.module) ? nil : info.title
        var doc = Lowerer.makeDoc(
            summary: info.summary ?? title, documentation: info.documentation, pointer: "/info")
        if let address = document.externalDocs?.url { doc.notes.append("See <\(address)>.") }
        return doc
    }

    /// `SalesCaptain/0.1.0`: a product of a `User-Agent` (RFC 9110, section 10.1.5), so tokens only.
    private func makeProduct() -> String {
        let version = document.info.version.unicodeScalars.filter { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || "!#$%&'*+-.^_`|~".unicodeScalars.contains(scalar))
        }
        let text = String(String.UnicodeScalarView(version))
        return text.isEmpty ? options.module : options.module + "/" + text
    }
}
