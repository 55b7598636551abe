import ApusModel
import ApusSchemas
import ApusSpec

/// A number or its own text (``FlatSchemas/findNumber(orTextIn:)``) is the number, and is sent as one.
extension Lowerer {
    func lowerNumberOrText(_ schema: FlatSchema) -> TypeRef? {
        guard let number = schemas.findNumber(orTextIn: schema) else { return nil }
        let type =
            switch number.types.first {
            case .boolean: TypeRef.scalar(.bool)
            case .integer: lowerNumber(number, formats: Formats.integer, standard: .int)
            // The text of a number without a format has more digits than Double.
            default: lowerNumber(number, formats: Formats.number, standard: .decimal)
            }
        guard case .scalar(let scalar) = type else { return nil }
        return .numberOrText(scalar)
    }
}
