/// The version of the runtime, as sent in `User-Agent`.
package enum ApusVersion {
    package static let current = "0.1.0"
}
