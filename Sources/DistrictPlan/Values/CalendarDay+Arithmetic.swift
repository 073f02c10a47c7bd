extension CalendarDay {
  /// How many days lie between this day and another; negative when the other is earlier.
  public func days(until other: CalendarDay) -> Int { other.number - number }

  /// The day some months later, or the last of its month where that month has no such day.
  ///
  /// A month after 31 January is the last day of February.
  public func adding(months: Int) -> CalendarDay {
    let total = year * 12 + month - 1 + months
    let year = Int((Double(total) / 12).rounded(.down))
    let month = total - year * 12 + 1
    let day = min(day, Self.days(in: month, of: year))
    return CalendarDay(year: year, month: month, day: day) ?? self
  }

  /// The day before; the last day of a stretch of days that ends before this one.
  public var previous: CalendarDay {
    if let day = CalendarDay(year: year, month: month, day: day - 1) { return day }
    let before = adding(months: -1)
    return CalendarDay(
      year: before.year, month: before.month,
      day: Self.days(in: before.month, of: before.year)) ?? self
  }

  /// The day after.
  public var next: CalendarDay {
    if let day = CalendarDay(year: year, month: month, day: day + 1) { return day }
    let after = adding(months: 1)
    return CalendarDay(year: after.year, month: after.month, day: 1) ?? self
  }

  /// The days since the first of March of the year 0.
  private var number: Int {
    // Years that begin in March have the leap day at their end.
    let shifted = month > 2 ? year : year - 1
    let months = month > 2 ? month - 3 : month + 9
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * months + 2) / 5
      + day - 1
  }
}
