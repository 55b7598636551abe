extension JSONNumber {
    /// A finite number; nil for NaN and the infinities.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        var state = EncodingState(style: .storage, capacity: 32)
        defer { state.deallocate() }
        state.appendDouble(value)
        self.init(unchecked: String(decoding: state.written, as: UTF8.self))
    }
}
