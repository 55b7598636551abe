/// Whether files may be fetched from an address: its host and its port must have been named.
public enum AllowedHost {
    /// - Parameters:
    ///   - scheme: `http` or `https`, in lower case.
    ///   - host: In lower case; an IPv6 address with brackets or without.
    ///   - port: Nil: that of the scheme.
    ///   - entries: In lower case, `host:port`, or `host` alone for the port that the scheme implies (RFC 9110, 4.2).
    public static func permits(scheme: String, host: String, port: Int?, _ entries: Set<String>) -> Bool {
        let implied = scheme == "https" ? 443 : 80
        let port = port ?? implied
        let names = host.contains(":") && !host.hasPrefix("[") ? ["[\(host)]", host] : [host]
        return entries.contains("\(names[0]):\(port)") || port == implied && names.contains(where: entries.contains)
    }
}
