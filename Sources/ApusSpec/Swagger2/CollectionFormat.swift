/// Swagger 2.0, "Parameter Object": the separator of an array's elements.
enum CollectionFormat: String, CaseIterable {
    case csv, ssv, tsv, pipes, multi

    /// In a query the comma style is `form`, elsewhere it is `simple`.
    func style(in location: Parameter.Location) -> ParameterStyle {
        switch self {
        case .csv, .multi: location.defaultStyle
        case .ssv: .spaceDelimited
        case .tsv: .tabDelimited
        case .pipes: .pipeDelimited
        }
    }
}
