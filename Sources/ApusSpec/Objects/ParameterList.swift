import ApusSource

/// The entries of one `parameters` list.
struct ParameterList {
    var parameters: [Parameter] = []
    /// Swagger 2.0's `in: body` and `in: formData`, which become a request body.
    var bodies: [NodeLocation] = []
    var forms: [NodeLocation] = []

    /// A path item's list, overridden by that of one of its operations: the operation's parameter wins for the same
    /// name and location.
    func overridden(by inner: ParameterList) -> ParameterList {
        let known = Set(inner.parameters.map { [$0.location.rawValue, $0.name] })
        var merged = inner
        merged.parameters = parameters.filter { !known.contains([$0.location.rawValue, $0.name]) } + inner.parameters
        if inner.bodies.isEmpty, inner.forms.isEmpty { merged.bodies = bodies }
        let fields = Set(inner.forms.compactMap { $0.node["name"]?.string })
        if inner.bodies.isEmpty {
            merged.forms = forms.filter { !fields.contains($0.node["name"]?.string ?? "") } + inner.forms
        }
        return merged
    }
}
