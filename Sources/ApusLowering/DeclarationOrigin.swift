import ApusModel
public import ApusSource

/// The source locations of a Swift declaration in the document.
public struct DeclarationOrigin: Equatable, Sendable {
    /// The Swift name with its enclosing types: `Contact`, `Contact.Status`, `ListContacts`.
    public let name: String
    public let mark: SourceMark
    /// A JSON pointer with its `#`, inside the mark's file.
    public let pointer: String
}

extension Origins {
    /// The origin of every type, operation and event of a model with final names, by Swift name.
    func declarations(of model: APIModel) -> [DeclarationOrigin] {
        func make(_ name: [String], _ origin: Origin?) -> DeclarationOrigin? {
            origin.map {
                DeclarationOrigin(
                    name: model.qualify(name.joined(separator: ".")), mark: $0.mark, pointer: "#" + $0.pointer)
            }
        }
        let types = model.names.compactMap { make($1, find($0)) }
        let operations = model.operations.compactMap { make([$0.typeName], find(operation: $0.id)) }
        let events = model.events.compactMap { make([$0.name], find(event: $0.key)) }
        return (types + operations + events).sorted { ($0.name, $0.pointer) < ($1.name, $1.pointer) }
    }
}
