/// The version of the runtime, as sent in `User-Agent`.
public enum ApusVersion {
    public static let current = "0.1.0"
}
