#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The instructions to show to the user of a device without a browser (RFC 8628, 3.2).
public struct DeviceAuthorization: Sendable, Hashable {
    /// The code that only the device uses.
    public let deviceCode: SecretString
    /// The code that the user types at ``verificationURI``.
    public let userCode: String
    public let verificationURI: String
    /// The URL with the user code, for a QR code.
    public let verificationURIComplete: String?
    public let expiresAt: Date
    /// The time between two requests for the token.
    public let interval: Duration
    public let scopes: [String]
}
