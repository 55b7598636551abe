/// Decides whether files may be fetched from a URL: its host and port must be allowed.
public enum AllowedHost {
    /// - Parameters:
    ///   - scheme: `http` or `https`, in lower case.
    ///   - host: The host in lower case; an IPv6 address with or without brackets.
    ///   - port: The port; nil: the scheme's default.
    ///   - entries: Allowed hosts in lower case, `host:port`, or `host` for the scheme's default port (RFC 9110, 4.2).
    public static func permits(scheme: String, host: String, port: Int?, _ entries: Set<String>) -> Bool {
        let implied = scheme == "https" ? 443 : 80
        let port = port ?? implied
        let names = host.contains(":") && !host.hasPrefix("[") ? ["[\(host)]", host] : [host]
        return entries.contains("\(names[0]):\(port)") || port == implied && names.contains(where: entries.contains)
    }
}
