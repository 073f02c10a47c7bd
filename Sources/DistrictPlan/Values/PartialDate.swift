/// A date as a document gives it: a year, a month, a day, or a day whose month is not stated.
///
/// Written `2018`, `2018-10`, `2018-10-02` or `2018-??-22`. It stands for every day from ``earliest``
/// to ``latest``.
public struct PartialDate: Hashable, Sendable {
  /// The text it was written as.
  public let text: String
  /// The first day it can mean.
  public let earliest: CalendarDay
  /// The last day it can mean.
  public let latest: CalendarDay

  /// Creates a date from its text; `nil` when the text is no date.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard (1...3).contains(parts.count), let year = Self.number(parts[0], digits: 4) else {
      return nil
    }
    var months = 1...12
    if parts.count > 1, parts[1] != "??" {
      guard let month = Self.number(parts[1], digits: 2), months.contains(month) else { return nil }
      months = month...month
    }
    var day: Int?
    if parts.count > 2 {
      guard let number = Self.number(parts[2], digits: 2) else { return nil }
      day = number
    } else if parts.count == 2, parts[1] == "??" {
      return nil
    }
    // A 31st whose month is not stated can only fall in a month that has one.
    let first = months.lazy.compactMap { CalendarDay(year: year, month: $0, day: day ?? 1) }.first
    let last = months.reversed().lazy.compactMap { month in
      CalendarDay(year: year, month: month, day: day ?? CalendarDay.days(in: month, of: year))
    }.first
    guard let first, let last else { return nil }
    self.text = text
    earliest = first
    latest = last
  }

  /// Creates a date with bounds that its text alone does not give.
  public init(text: String, earliest: CalendarDay, latest: CalendarDay) {
    self.text = text
    self.earliest = earliest
    self.latest = latest
  }

  private static func number(_ text: String, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

/// A day of the Gregorian calendar, without time or zone.
public struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Creates a day; `nil` when the month has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Creates a day from `2018-10-02`; `nil` when the text is no whole date.
  public init?(_ text: String) {
    guard let date = PartialDate(text), date.earliest == date.latest else { return nil }
    self = date.earliest
  }

  /// `2018-10-02`.
  public var description: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  /// Earlier days come first.
  public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
