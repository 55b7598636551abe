/// The version of the runtime, as the user agent tells it.
public enum ApusVersion {
    public static let current = "0.1.0"
}
