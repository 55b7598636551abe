import Testing

@testable import ApusCodec

/// The cache of compiled patterns.
struct RecentTableTests {
    /// A thousand patterns in use and one more: none of those in use is compiled a second time.
    @Test func whatIsUsedStays() {
        var table = RecentTable<Int, Int>(most: 1_000)
        var misses = 0
        for round in 0..<50 {
            for key in 0..<400 where table.find(key) == nil {
                misses += 1
                table.keep(key, for: key)
            }
            // Others that come once each.
            for other in 0..<100 { table.keep(other, for: -1 - (100 * round + other)) }
        }
        #expect(misses == 400)
    }

    @Test func theNumberIsBounded() {
        var table = RecentTable<Int, Int>(most: 1_000)
        for key in 0..<100_000 {
            table.keep(key, for: key)
            #expect(table.count <= 1_000)
        }
        #expect(table.find(99_999) == 99_999)
        #expect(table.find(0) == nil)
    }

    /// One value for each key, wherever it lies.
    @Test func theLastValueCounts() {
        var table = RecentTable<Int, Int>(most: 4)
        for key in [1, 2, 3] { table.keep(key, for: key) }
        table.keep(10, for: 1)
        #expect(table.find(1) == 10)
        #expect(table.count == 3)
    }
}
