import ApusSchemas
import ApusSource
import ApusSpec

/// Decides the XML nodes of schemas.
struct XMLNodes {
    let index: XMLIndex
    let schemas: FlatSchemas
    let log: DiagnosticLog
    var document: Document { schemas.document }

    init(_ schemas: FlatSchemas, log: DiagnosticLog) {
        index = XMLIndex(schemas.document)
        self.schemas = schemas
        self.log = log
    }
}
