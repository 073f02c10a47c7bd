public import DistrictPlan

/// When a document says that it was made: never the clock, so that the same plan gives the same file.
public struct DocumentDate: Hashable, Comparable, Sendable {
  /// The day.
  public let day: CalendarDay
  /// The second of that day in Greenwich.
  public let second: Int

  /// Midnight of a day.
  public init(_ day: CalendarDay) {
    self.day = day
    second = 0
  }

  /// A moment in seconds since 1970, as in `SOURCE_DATE_EPOCH`; `nil` beyond the years 1970 to 9999.
  public init?(epoch: Int) {
    guard (0..<253_402_300_800).contains(epoch) else { return nil }
    var days = epoch / 86400
    // Four hundred years have 146 097 days; the years count from March, so that a leap day comes last.
    days += 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let dayOfMonth = dayOfYear - (153 * shifted + 2) / 5 + 1
    guard let day = CalendarDay(year: year, month: month, day: dayOfMonth) else { return nil }
    self.day = day
    second = epoch % 86400
  }

  /// Earlier moments come first.
  public static func < (a: DocumentDate, b: DocumentDate) -> Bool {
    (a.day, a.second) < (b.day, b.second)
  }

  /// `D:20190613000000Z`.
  var pdf: String {
    let digits = day.description.filter { $0 != "-" }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "D:\(digits)\(padded(second / 3600))\(padded(second / 60 % 60))\(padded(second % 60))Z"
  }
}
