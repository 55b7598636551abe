/// What the runtime reads, writes and waits for.
enum RuntimeShapes {
    static let all: [GrowthShape] = []
}
