public import ArgumentParser
public import DistrictPlan
public import Messages

extension Language: ExpressibleByArgument {}

extension CalendarDay: ExpressibleByArgument {
  /// Reads `2018-10-02`; a year or a month stands for its last day.
  public init?(argument: String) {
    guard let date = PartialDate(argument) else { return nil }
    self = date.latest
  }
}
