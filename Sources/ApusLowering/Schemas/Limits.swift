import ApusModel
import ApusSource
import ApusSpec

/// The checks of `validate()`, in a fixed order.
extension Lowerer {
    func makeLimits(of schema: Schema) -> [LimitDecl] {
        let limits = schema.limits
        var checks: [LimitDecl] = []
        func add(_ keyword: String, _ argument: String?) {
            if let argument { checks.append(LimitDecl(keyword: keyword, argument: argument)) }
        }
        add("multipleOf", limits.multipleOf?.text)
        add("minimum", limits.minimum?.text)
        add("maximum", limits.maximum?.text)
        add("exclusiveMinimum", limits.exclusiveMinimum?.text)
        add("exclusiveMaximum", limits.exclusiveMaximum?.text)
        add("minLength", limits.minLength.map(String.init))
        add("maxLength", limits.maxLength.map(String.init))
        add("pattern", limits.pattern.map(JSONText.quote))
        add("minItems", limits.minItems.map(String.init))
        add("maxItems", limits.maxItems.map(String.init))
        add("uniqueItems", limits.uniqueItems ? "true" : nil)
        add("minContains", limits.minContains.map(String.init))
        add("maxContains", limits.maxContains.map(String.init))
        add("minProperties", limits.minProperties.map(String.init))
        add("maxProperties", limits.maxProperties.map(String.init))
        return checks
    }
}
