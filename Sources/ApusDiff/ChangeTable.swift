/// Every kind of change, by area. The only list: reports, the documentation and the tests read it.
public enum ChangeTable {
    public static let all: [ChangeKind] =
        make(.operations, operations) + make(.paging, paging) + make(.parameters, parameters) + make(.bodies, bodies)
        + make(.responses, responses) + make(.failures, failures) + make(.types, types)
        + make(.properties, properties) + make(.limits, limits) + make(.enums, enums) + make(.unions, unions)
        + make(.security, security) + make(.servers, servers) + make(.rules, rules) + make(.webhooks, webhooks)
        + make(.xml, xml) + make(.client, client)

    public static func find(_ id: String) -> ChangeKind? {
        index[id]
    }

    typealias Row = (id: String, effect: ChangeClass, sentence: String)

    private static let index = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }

    private static func make(_ area: ChangeArea, _ rows: [Row]) -> [ChangeKind] {
        rows.map { ChangeKind($0.id, $0.effect, $0.sentence, area: area) }
    }
}
