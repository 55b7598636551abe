/// A value in a body: scalars, arrays, dictionaries, models, enums, unions.
///
/// Reading never throws. A reader records the first problem with its location, and returns placeholders afterwards.
/// Callers never receive these, because the one throwing call at the top (`JSONDecoding.decode`) throws the problem
/// instead.
///
/// The protocol does not refine `Hashable`: with a protocol of the standard library in the inheritance, the witness
/// table of every conforming type is built at run time, which accounts for a tenth of the functions of a generated
/// module.
public protocol APIValue: Sendable {
    /// Reads the current value of `value`; after a problem, returns any value.
    init(from value: inout ValueReader)

    /// Writes exactly one value.
    func write(to value: inout ValueWriter)
}
