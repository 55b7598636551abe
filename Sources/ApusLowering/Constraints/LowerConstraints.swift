import ApusModel
import ApusSpec

extension Lowerer {
    /// What is demanded of the parameters of an operation, and of a body that is no model, by place and name.
    func lowerConstraints(of operation: Operation, body: BodyDecl?) -> [String] {
        var constraints: [String] = []
        func add(_ place: String, _ schema: Schema?) {
            guard let schema, !schema.isFreeObject, let constraint = makeConstraint(of: schema) else { return }
            constraints.append(CompactJSON.ascii(place) + ":" + constraint)
        }
        for parameter in operation.parameters {
            let place =
                parameter.location == .queryString ? "query" : "\(parameter.location.rawValue) \(parameter.name)"
            add(place, parameter.content?.schema ?? parameter.schema)
        }
        // Files have no form that could be checked, and of bodies of several types each has its own demands.
        let isChecked = body.map { $0.isUniform && $0.alternatives.allSatisfy(\.coding.isChecked) } == true
        if isChecked { add("body", operation.requestBody?.content.first?.schema) }
        return constraints
    }
}

extension Payload.Coding {
    fileprivate var isChecked: Bool {
        switch self {
        case .json, .form, .xml, .text: true
        default: false
        }
    }
}
