import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

extension Lowerer {
    /// The constraints of an operation's parameters, and of a body that is not a model, by location and name.
    func lowerConstraints(of operation: Operation, body: BodyDecl?) -> [String] {
        var constraints: [String] = []
        func add(_ location: String, _ schema: Schema?) {
            guard let schema, !schema.isFreeObject, let constraint = constraintWriter.makeConstraint(of: schema) else {
                return
            }
            constraints.append(CompactJSON.ascii(location) + ":" + constraint)
        }
        for parameter in operation.parameters {
            let location =
                parameter.location == .queryString ? "query" : "\(parameter.location.rawValue) \(parameter.name)"
            add(location, parameter.content?.schema ?? parameter.schema)
        }
        // Files cannot be checked, and in bodies of several types each has its own constraints.
        let isChecked = body.map { $0.isUniform && $0.alternatives.allSatisfy(\.coding.isChecked) } == true
        if isChecked { add("body", operation.requestBody?.content.first?.schema) }
        return constraints
    }
}

extension Payload.Coding {
    fileprivate var isChecked: Bool {
        switch self {
        case .json, .jsonOrXML, .form, .xml, .text: true
        default: false
        }
    }
}
