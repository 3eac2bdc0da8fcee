/// The kind of a time expression, as in TIMEX3.
public enum TimexKind: String, Sendable, Hashable {
  /// A day or a longer stretch of the calendar: «أمس» (yesterday), «عام 2011» (the year 2011).
  case date
  /// A time of the clock or a part of a day: «مساء السبت» (on Saturday evening).
  case time
  /// A length of time: «ثلاثة أيام» (three days).
  case duration
  /// A recurring time: «كل يوم جمعة» (every Friday).
  case set
}

/// The calendar in which an expression was written.
public enum TimexCalendar: String, Sendable, Hashable {
  /// Month names of any region, and years of the Christian era.
  case gregorian
  /// Hijri months or years.
  case hijri
}

/// The meaning of a time expression.
public struct TimexResult: Sendable, Hashable {
  /// The kind of the expression.
  public var timex: TimexKind
  /// The ISO 8601 value as in TIMEX3: `2025-03-05`, `2025-W10`, `P3D`; nil where it depends on a date that is not known.
  public var value: String?
  /// The modifier, such as `START` for «مطلع» (the beginning of) or `APPROX` for «نحو» (about).
  public var mod: String?
  /// The calendar of the text; the value is Gregorian but for a Hijri year alone.
  public var calendar: TimexCalendar
  /// The first day, or the value of the start of a range.
  public var begin: String?
  /// The last day, or the value of the end of a range; nil for «منذ» (since).
  public var end: String?

  /// Makes a result.
  public init(
    timex: TimexKind, value: String?, mod: String? = nil, calendar: TimexCalendar = .gregorian, begin: String? = nil,
    end: String? = nil
  ) {
    self.timex = timex
    self.value = value
    self.mod = mod
    self.calendar = calendar
    self.begin = begin
    self.end = end
  }

  /// A result whose value is not known.
  static func unknown(_ timex: TimexKind = .date, _ calendar: TimexCalendar = .gregorian) -> TimexResult {
    TimexResult(timex: timex, value: nil, calendar: calendar)
  }
}
