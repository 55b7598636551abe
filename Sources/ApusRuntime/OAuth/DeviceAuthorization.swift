#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What to show to the user of a device without a browser (RFC 8628, 3.2).
public struct DeviceAuthorization: Sendable, Hashable {
    /// For the device alone.
    public let deviceCode: SecretString
    /// What the user types at ``verificationURI``.
    public let userCode: String
    public let verificationURI: String
    /// With the user code in it, for a QR code.
    public let verificationURIComplete: String?
    public let expiresAt: Date
    /// Between two questions for the token.
    public let interval: Duration
    public let scopes: [String]
}
