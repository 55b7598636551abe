#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Types that are read from JSON strings of one form, for the generator, which checks the values that it writes with the code that
/// will read them.
package enum ScalarText: String {
    case date = "Date"
    case calendarDate = "CalendarDate"
    case data = "Data"
    case uuid = "UUID"
    case url = "URL"

    /// Whether the text has the form that the type writes.
    package func reads(_ text: String) -> Bool {
        let json = JSONValue.string(text).serialized()
        return switch self {
        case .date: Self.fits(json, Date.self)
        case .calendarDate: Self.fits(json, CalendarDate.self)
        case .data: Self.fits(json, Data.self)
        case .uuid: Self.fits(json, UUID.self)
        case .url: Self.fits(json, URL.self)
        }
    }

    private static func fits<T: APIValue>(_ json: [UInt8], _ type: T.Type) -> Bool {
        (try? JSONDecoding.surprises(in: json, as: type))?.isEmpty == true
    }
}
