import ApusModel
import ApusSource
import ApusSpec

extension Lowerer {
    func lowerBody(_ body: RequestBody, at owner: Site) -> BodyDecl? {
        let site = owner.child("body", name: "Body")
        var alternatives = lowerPayloads(body.content, isReceived: false, at: site)
        if alternatives.isEmpty {
            guard body.isRequired else { return nil }
            alternatives = [
                Payload(
                    caseName: "bytes", contentType: "application/octet-stream", coding: .stream, type: .scalar(.data))
            ]
        }
        let name = NamingExtensions.name(.member, in: body.extensions) ?? "body"
        var decl = BodyDecl(name: name, isRequired: body.isRequired, alternatives: alternatives)
        decl.doc = Lowerer.makeDoc(summary: nil, documentation: body.documentation)
        return decl
    }
}
