import ApusPlatform

/// The state of a run over several clients, on the last line of a terminal; nothing elsewhere.
final class ProgressDisplay {
    private let names: [String]
    private let isShown: Bool
    private var count = 0
    private static let widest = 78

    /// - Parameter isShown: Whether the run prints for people.
    init(of names: [String], isShown: Bool) {
        self.names = names
        self.isShown = isShown && names.count > 1 && isatty(Console.Stream.errors.rawValue) == 1
        draw()
    }

    /// One more client is complete.
    func advance() {
        count += 1
        draw()
    }

    /// Leaves the line to other output.
    func clear() {
        if isShown { Console.write("\r\u{1B}[K") }
    }

    /// `generating 12 of 500: Acme`
    private func draw() {
        guard isShown, count < names.count else { return }
        Console.write(String("generating \(count + 1) of \(names.count): \(names[count])".prefix(Self.widest)))
    }
}
