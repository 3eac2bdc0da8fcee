/// A day of the Hijri calendar, such as «5 رمضان 1446 هـ» (5 Ramadan 1446).
public struct HijriDate: Hashable, Sendable {
  /// The year of the Hijra.
  public let year: Int
  /// The month, 1 for المحرم to 12 for ذو الحجة.
  public let month: Int
  /// The day of the month, 1 to 30.
  public let day: Int

  /// Makes a date without looking whether the month has such a day.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}

/// Which reckoning of the Hijri calendar is used.
public enum HijriVariant: String, Sendable, Hashable {
  /// The calendar of Umm al-Qura (Saudi Arabia) for 1343 to 1500 AH, the civil one outside.
  case umalqura
  /// The arithmetical calendar of thirty-year cycles, civil epoch.
  case civil
}

/// Converts between Hijri and Gregorian days.
///
/// Observed months differ from it by a day here and there, and by country.
public struct HijriCalendar: Sendable, Hashable {
  /// The reckoning in use.
  public let variant: HijriVariant

  /// Makes a calendar.
  public init(_ variant: HijriVariant = .umalqura) {
    self.variant = variant
  }

  /// The number of days of a month, 29 or 30; 0 where there is no such month.
  public func monthLength(year: Int, month: Int) -> Int {
    guard (1...12).contains(month) else { return 0 }
    if let bits = bits(of: year) { return 29 + Int((bits >> UInt16(month - 1)) & 1) }
    if month == 12 { return TimeFormat.modulo(11 * year + 14, 30) < 11 ? 30 : 29 }
    return month % 2 == 1 ? 30 : 29
  }

  /// The Gregorian day of a Hijri one, or nil where the month has no such day.
  public func civil(_ date: HijriDate) -> CivilDate? {
    guard date.year >= 1, date.day >= 1, date.day <= monthLength(year: date.year, month: date.month) else {
      return nil
    }
    var number = start(of: date.year) + date.day - 1
    for month in 1..<date.month { number += monthLength(year: date.year, month: month) }
    return CivilDate(dayNumber: number)
  }

  /// The Hijri day of a Gregorian one; years before the Hijra are 0 and less.
  public func hijri(_ date: CivilDate) -> HijriDate {
    let number = date.dayNumber
    var year = Int((30 * Double(number + 492_148) + 10_646) / 10_631)
    while start(of: year) > number { year -= 1 }
    while start(of: year + 1) <= number { year += 1 }
    var rest = number - start(of: year)
    var month = 1
    while month < 12, rest >= monthLength(year: year, month: month) {
      rest -= monthLength(year: year, month: month)
      month += 1
    }
    return HijriDate(year: year, month: month, day: rest + 1)
  }

  /// The first and the last day of a Hijri month.
  public func month(year: Int, month: Int) -> (first: CivilDate, last: CivilDate)? {
    let length = monthLength(year: year, month: month)
    guard let first = civil(HijriDate(year: year, month: month, day: 1)) else { return nil }
    return (first, first.adding(days: length - 1))
  }

  /// The first and the last day of a Hijri year.
  public func year(_ year: Int) -> (first: CivilDate, last: CivilDate) {
    (CivilDate(dayNumber: start(of: year)), CivilDate(dayNumber: start(of: year + 1) - 1))
  }

  private func bits(of year: Int) -> UInt16? {
    guard variant == .umalqura, UmmAlQuraTable.years.contains(year) else { return nil }
    return UmmAlQuraTable.months[year - UmmAlQuraTable.years.lowerBound]
  }

  private func start(of year: Int) -> Int {
    let offset = year - UmmAlQuraTable.years.lowerBound
    if variant == .umalqura, UmmAlQuraTable.starts.indices.contains(offset) { return UmmAlQuraTable.starts[offset] }
    let leapDays = 3 + 11 * year
    return (year - 1) * 354 + (leapDays - TimeFormat.modulo(leapDays, 30)) / 30 - 492_148
  }
}
