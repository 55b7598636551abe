/// The version of Apus, as printed in reports, manifests and generated packages.
public enum GeneratorVersion {
    public static let current = "0.1.0"
}
