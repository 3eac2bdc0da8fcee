extension TimeFunctions {
  /// «5 رمضان 1446 هـ», «رمضان» as a month, «1446هـ» as a year; the value is Gregorian.
  static func hijriDate(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    let calendar = HijriCalendar(context.options.hijri)
    let month = arguments.intAttribute("hmonth") ?? arguments.int("month")
    let day = arguments.int("day")
    if arguments.has("day"), day == nil { return nil }
    var year: Int?
    if arguments.has("year") {
      guard let number = arguments.int("year"), number >= 1 else { return nil }
      year = arguments["year"]?.digitCount == 2 ? 1400 + number : number
    }
    guard let month else {
      guard let year, year < 1600, day == nil else { return nil }
      let bounds = calendar.year(year)
      return TimePeriod.span(bounds.first, bounds.last).result(.hijri)
    }
    guard (1...12).contains(month), day.map({ (1...30).contains($0) }) ?? true else { return nil }
    if let year, year < 1600 { return written(year, month, day, calendar)?.result(.hijri) }
    if let year { return inGregorianYear(year, month, day, calendar)?.result(.hijri) }
    guard let anchor = context.anchor, !arguments.isEventRelative else { return .unknown(.date, .hijri) }
    if let step = arguments.direction("yearDirection") {
      let base = calendar.hijri(anchor).year + step
      return placed(base, month, day, calendar)?.result(.hijri)
    }
    return around(anchor, month, day, arguments, context)?.result(.hijri)
  }

  /// Whether a number that stands as a year is one of the Hijra without a mark: «عام 1386» is in the living memory of news,
  /// not in the Middle Ages. A few years ahead of the document it is a year of the Christian era again.
  static func isHijriYear(_ year: Int, _ context: TimeContext) -> Bool {
    let current = context.anchor.map { HijriCalendar(context.options.hijri).hijri($0).year } ?? 1446
    return year >= 1300 && year <= current + 5
  }

  /// The Christian years of two Hijri ones, «العام الدراسي 1436/1437»: `2015/2016`, the year in which the second one
  /// begins and the next.
  static func hijriYears(_ first: Int, _ context: TimeContext) -> TimexResult {
    let calendar = HijriCalendar(context.options.hijri)
    return TimePeriod.twoYears(calendar.year(first + 1).first.year).result(.hijri)
  }

  /// The nearest or the last or next such day, by direction, tense and weekday.
  static func around(
    _ anchor: CivilDate, _ month: Int, _ day: Int?, _ arguments: TimeArguments, _ context: TimeContext
  ) -> TimePeriod? {
    let calendar = HijriCalendar(context.options.hijri)
    let year = calendar.hijri(anchor).year
    var candidates = (year - 2...year + 2).compactMap { placed($0, month, day, calendar) }
    if let weekday = arguments.intAttribute("weekday") {
      let agreeing = candidates.filter { $0.first.weekday == weekday }
      if agreeing.contains(where: { abs($0.first.dayNumber - anchor.dayNumber) < 360 }) { candidates = agreeing }
    }
    return TimeChoice.choose(candidates, direction: arguments.direction(), context: context)
  }

  /// The first such day or month that begins in a Gregorian year: «رمضان 2012».
  static func inGregorianYear(_ year: Int, _ month: Int, _ day: Int?, _ calendar: HijriCalendar) -> TimePeriod? {
    guard (622...2999).contains(year) else { return nil }
    let first = calendar.hijri(CivilDate(unchecked: year, 1, 1)).year
    return (first...first + 1).lazy.compactMap { placed($0, month, day, calendar) }.first { $0.first.year == year }
  }

  /// A full date as it is written: months are seen longer and shorter from country to country, so the thirtieth of a month
  /// that has 29 days here is the day after its last.
  static func written(_ year: Int, _ month: Int, _ day: Int?, _ calendar: HijriCalendar) -> TimePeriod? {
    if day == 30, calendar.monthLength(year: year, month: month) == 29 {
      return calendar.month(year: year, month: month).map { .day($0.last.adding(days: 1)) }
    }
    return placed(year, month, day, calendar)
  }

  private static func placed(_ year: Int, _ month: Int, _ day: Int?, _ calendar: HijriCalendar) -> TimePeriod? {
    if let day { return calendar.civil(HijriDate(year: year, month: month, day: day)).map(TimePeriod.day) }
    return calendar.month(year: year, month: month).map { TimePeriod.span($0.first, $0.last) }
  }

  /// «15 شعبان 1446 هـ الموافق 14 فبراير 2025»: the Gregorian day, where the two are no more than two days apart.
  static func hijriPair(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    let hijriNames = ["day": "day", "month": "month", "year": "year", "era": "era"]
    guard var hijri = hijriDate(arguments.renamed(hijriNames), context) else { return nil }
    let civilNames = ["gday": "day", "gmonth": "month", "gyear": "year", "weekday": "weekday"]
    guard let civil = calendarDate(arguments.renamed(civilNames), context) else { return hijri }
    guard let left = hijri.value.flatMap(CivilDate.init(iso:)), let right = civil.value.flatMap(CivilDate.init(iso:))
    else {
      hijri.value = hijri.value ?? civil.value
      hijri.begin = hijri.begin ?? civil.begin
      hijri.end = hijri.end ?? civil.end
      return hijri
    }
    return abs(left.dayNumber - right.dayNumber) <= 2 ? TimePeriod.day(right).result(.hijri) : hijri
  }
}
