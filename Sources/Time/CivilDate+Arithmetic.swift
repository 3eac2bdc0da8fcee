extension CivilDate {
  /// The weekday by ISO, 1 for الاثنين (Monday) to 7 for الأحد (Sunday).
  public var weekday: Int {
    TimeFormat.modulo(dayNumber + 3, 7) + 1
  }

  /// The ISO week and the year it is counted in: 2025-03-06 lies in week 10 of 2025.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = CivilDate(dayNumber: dayNumber - weekday + 4)
    let first = CivilDate(unchecked: thursday.year, 1, 1)
    return (thursday.year, (thursday.dayNumber - first.dayNumber) / 7 + 1)
  }

  /// The Monday with which an ISO week begins.
  public static func monday(year: Int, week: Int) -> CivilDate {
    let fourth = CivilDate(unchecked: year, 1, 4)
    return CivilDate(dayNumber: fourth.dayNumber - fourth.weekday + 1 + (week - 1) * 7)
  }

  /// The day that lies `days` later, or earlier where negative.
  public func adding(days: Int) -> CivilDate {
    CivilDate(dayNumber: dayNumber + days)
  }

  /// The same day of another month, clamped to its length: a month after 31 January is 28 February.
  public func adding(months: Int) -> CivilDate {
    let count = year * 12 + month - 1 + months
    let newMonth = TimeFormat.modulo(count, 12) + 1
    let newYear = (count - newMonth + 1) / 12
    return CivilDate(unchecked: newYear, newMonth, min(day, Self.length(year: newYear, month: newMonth)))
  }

  /// The same day of another year; 29 February becomes 28 February where there is none.
  public func adding(years: Int) -> CivilDate {
    adding(months: years * 12)
  }
}

/// Small helpers that write numbers.
enum TimeFormat {
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  static func year(_ year: Int) -> String {
    year > 0 ? padded(year, 4) : "BC" + padded(1 - year, 4)
  }

  static func modulo(_ number: Int, _ divisor: Int) -> Int {
    let rest = number % divisor
    return rest < 0 ? rest + divisor : rest
  }

  /// A number without a needless fraction: `3`, `2.5`.
  static func decimal(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
