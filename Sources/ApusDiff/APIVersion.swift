public import ApusLowering
public import ApusModel
public import ApusSpec

/// One of two versions to compare: a document, and the Swift that it becomes.
public struct APIVersion: Sendable {
    public let document: Document
    public let model: APIModel
    public let locations: ModelLocations

    /// - Parameter document: Read from the same `SourceFiles` as the other version, so that locations of both are distinct.
    public init(document: Document, model: APIModel, locations: ModelLocations) {
        self.document = document
        self.model = model
        self.locations = locations
    }
}
