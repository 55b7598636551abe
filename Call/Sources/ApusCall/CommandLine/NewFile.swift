internal import ApusPlatform

/// Files that a call makes.
enum NewFile {
    /// A descriptor of a file that did not exist, links included; negative where there is one.
    static func open(_ path: String, mode: UInt32) -> Int32 {
        ApusPlatform.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(mode))
    }

    static func close(_ descriptor: Int32) {
        _ = ApusPlatform.close(descriptor)
    }
}
