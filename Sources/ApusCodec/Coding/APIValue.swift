/// Anything that can stand as a value in a body: scalars, arrays, dictionaries, models, enums, unions.
///
/// Reading never throws. A reader remembers the first problem with its place, and what is read after it is a placeholder that
/// nobody sees, because the one throwing call at the top (`JSONDecoding.decode`) throws the problem instead.
///
/// It does not refine `Hashable`: a protocol of the standard library in the inheritance makes every type's witness table one that
/// is built at run time, which is a tenth of the functions of a generated module.
public protocol APIValue: Sendable {
    /// Reads the value that `value` stands at; after a problem, any value.
    init(from value: inout ValueReader)

    /// Writes exactly one value.
    func write(to value: inout ValueWriter)
}
