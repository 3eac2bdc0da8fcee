/// How an expression that fits several days is resolved.
///
/// News alone have a story of their own time: «الأسبوع السابق» (the week before) counts from what is told, and has no
/// value. With any other preference it counts from the anchor.
public enum TimePreference: String, Sendable, Hashable {
  /// As news are written: a weekday is the last one, a date without a year the nearest one.
  case news
  /// The last fitting day up to the anchor.
  case past
  /// The first fitting day from the anchor on.
  case future
  /// The nearest fitting day.
  case nearest
}

/// The order of three numbers such as «10/3/2025».
public enum DateOrder: String, Sendable, Hashable {
  /// Day, month, year, as Arabic newsrooms write.
  case dmy
  /// Month, day, year.
  case mdy
  /// Year, month, day.
  case ymd
}

/// The choices on which sources disagree.
public struct TimeOptions: Sendable, Hashable {
  /// What weekdays and dates without a year mean.
  public var preference: TimePreference
  /// The order of numeric dates; a date that begins with a four-digit year is read as ISO in any case.
  public var dateOrder: DateOrder
  /// The first day of the week by ISO number, 7 for Sunday: it decides which week a day of the weekend belongs to.
  public var weekStart: Int
  /// The days of the weekend by ISO number, Friday and Saturday by default.
  public var weekend: ClosedRange<Int>
  /// The reckoning of Hijri dates.
  public var hijri: HijriVariant
  /// The offset written after clock times that name no zone, such as `+03:00`; none by default.
  public var timeZone: String?

  /// Makes options; the defaults suit Arabic news.
  public init(
    preference: TimePreference = .news, dateOrder: DateOrder = .dmy, weekStart: Int = 7,
    weekend: ClosedRange<Int> = 5...6, hijri: HijriVariant = .umalqura, timeZone: String? = nil
  ) {
    self.preference = preference
    self.dateOrder = dateOrder
    self.weekStart = weekStart
    self.weekend = weekend
    self.hijri = hijri
    self.timeZone = timeZone
  }
}
