public import Foundation

/// The products that were built for these tests.
public enum BuiltProducts {
    /// The folder of the bundle that the tests are linked into: the executables are in it, and the modules in its folder `Modules`.
    public static let folder: URL = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let products = (bundle ?? Bundle.main.executableURL)?.deletingLastPathComponent()
        return products ?? Repository.url(of: ".build/debug")
    }()
}
