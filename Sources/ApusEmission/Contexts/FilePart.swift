/// The part of a template's text that is printed. Swift allows extensions at the top level of a file alone, so that a file with a
/// namespace has the declarations inside of it and the extensions of these beside it.
enum FilePart {
    case whole, declarations, extensions

    var hasDeclarations: Bool { self != .extensions }
    var hasExtensions: Bool { self != .declarations }
}
