/// A stretch of the calendar with its grain.
enum TimePeriod: Hashable, Sendable {
  case day(CivilDate)
  case week(Int, Int)
  case month(Int, Int)
  case quarter(Int, Int)
  case half(Int, Int)
  case season(Int, String)
  case year(Int)
  /// A school, fiscal or sports year from one year to the next: `2014/2015`.
  case twoYears(Int)
  /// Ten years, by the first of them.
  case decade(Int)
  /// A hundred years, by the first of them.
  case century(Int)
  /// A thousand years, by the first of them.
  case millennium(Int)
  /// From day to day, as a Hijri month is.
  case span(CivilDate, CivilDate)

  /// The TIMEX3 value.
  var value: String {
    switch self {
    case .day(let date): date.iso
    case .week(let year, let week): "\(TimeFormat.year(year))-W\(TimeFormat.padded(week, 2))"
    case .month(let year, let month): "\(TimeFormat.year(year))-\(TimeFormat.padded(month, 2))"
    case .quarter(let year, let quarter): "\(TimeFormat.year(year))-Q\(quarter)"
    case .half(let year, let half): "\(TimeFormat.year(year))-H\(half)"
    case .season(let year, let code): "\(TimeFormat.year(year))-\(code)"
    case .year(let year): TimeFormat.year(year)
    case .twoYears(let year): "\(TimeFormat.year(year))/\(TimeFormat.year(year + 1))"
    case .decade(let year): TimeFormat.padded(year / 10, 3) + "X"
    case .century(let year): TimeFormat.padded(year / 100, 2)
    case .millennium(let year): String(year / 1000)
    case .span(let first, let last): "\(first.iso)/\(last.iso)"
    }
  }

  /// The first day.
  var first: CivilDate {
    switch self {
    case .day(let date), .span(let date, _): date
    case .week(let year, let week): CivilDate.monday(year: year, week: week)
    case .month(let year, let month): CivilDate(unchecked: year, month, 1)
    case .quarter(let year, let quarter): CivilDate(unchecked: year, quarter * 3 - 2, 1)
    case .half(let year, let half): CivilDate(unchecked: year, half * 6 - 5, 1)
    case .season(let year, let code): CivilDate(unchecked: year, Self.seasonMonth(code), 1)
    case .year(let year), .decade(let year), .century(let year), .millennium(let year):
      CivilDate(unchecked: year, 1, 1)
    case .twoYears(let year): CivilDate(unchecked: year, 7, 1)
    }
  }

  /// The last day.
  var last: CivilDate {
    switch self {
    case .day(let date), .span(_, let date): date
    case .week: first.adding(days: 6)
    case .month: first.adding(months: 1).adding(days: -1)
    case .quarter, .season: first.adding(months: 3).adding(days: -1)
    case .half: first.adding(months: 6).adding(days: -1)
    case .year, .twoYears: first.adding(years: 1).adding(days: -1)
    case .decade: first.adding(years: 10).adding(days: -1)
    case .century: first.adding(years: 100).adding(days: -1)
    case .millennium: first.adding(years: 1000).adding(days: -1)
    }
  }

  /// The result with begin and end.
  func result(_ calendar: TimexCalendar = .gregorian, mod: String? = nil) -> TimexResult {
    TimexResult(
      timex: .date, value: value, mod: mod, calendar: calendar, begin: first.iso, end: last.iso)
  }

  private static func seasonMonth(_ code: String) -> Int {
    switch code {
    case "SP": 3
    case "SU": 6
    case "FA": 9
    default: 12
    }
  }
}
