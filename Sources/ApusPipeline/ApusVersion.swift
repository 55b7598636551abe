/// The version of Apus, in the user agent of every client and in the manifest.
public enum ApusVersion {
    public static let current = "0.1.0"
}
