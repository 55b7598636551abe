/// The extensions with which documents name the type of a schema. A name belongs to one schema, so that none is inherited.
public enum NameExtensions {
    public static let ofTypes = [
        "x-apus-name", "x-swift-name", "x-fern-type-name", "x-speakeasy-name-override", "x-ms-client-name",
        "x-stainless-naming", "x-ms-enum",
    ]
}
