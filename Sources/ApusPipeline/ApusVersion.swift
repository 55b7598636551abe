/// The version of Apus; in the header of every generated file and in the user agent of every client.
public enum ApusVersion {
    public static let current = "0.1.0"
}
