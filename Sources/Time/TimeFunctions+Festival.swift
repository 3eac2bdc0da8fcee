extension TimeFunctions {
  /// «عيد الفطر» (Eid al-Fitr), «رأس السنة الميلادية» (New Year's Day), «ثاني أيام عيد الأضحى 2024».
  ///
  /// Hijri feasts go by the calendar; where the moon is watched they can be a day off. `mod` stays free for that reason.
  static func festival(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    guard arguments.attribute("festival") != nil else { return nil }
    let nth = arguments.has("day") ? arguments.int("day") : 1
    guard let nth, (1...10).contains(nth) else { return nil }
    let isHijri = arguments.attribute("fhmonth") != nil
    var year: Int?
    if arguments.has("year") {
      guard let number = arguments.int("year") else { return nil }
      year = arguments["year"]?.digitCount == 2 ? 2000 + number : number
    }
    if year == nil, let step = arguments.direction("yearDirection"), let anchor = context.anchor {
      year = anchor.year + step
    }
    guard year != nil || context.anchor != nil, !arguments.isEventRelative else {
      return withPart(.unknown(.date, isHijri ? .hijri : .gregorian), arguments)
    }
    let center = year ?? context.anchor?.year ?? 0
    var candidates = (center - 2...center + 2).compactMap { festivalDay($0, nth, arguments, context) }
    if let year {
      if isHijri, year < 1600 { return hijriFeast(year, nth, arguments, context)?.result(.hijri) }
      candidates = candidates.filter { $0.first.year == year }
      return withPart(candidates.first?.result(isHijri ? .hijri : .gregorian), arguments)
    }
    // «سيعودون بعد إجازة العيد» (they will come back after the feast) means the feast of these days, not that of next year.
    var context = context
    if let today = context.anchor?.dayNumber,
      candidates.contains(where: { (0...20).contains(today - $0.last.dayNumber) })
    {
      context.futureTense = false
    }
    let chosen = TimeChoice.choose(candidates, direction: arguments.direction(), context: context)
    if let length = arguments.intAttribute("days"), let first = chosen?.first {
      // «أيام العيد» (the days of the feast): three of عيد الفطر, four of عيد الأضحى.
      let count = arguments.attribute("festival") == "eid-al-adha" ? length + 1 : length
      return TimePeriod.span(first, first.adding(days: count - 1)).result(isHijri ? .hijri : .gregorian)
    }
    return withPart(chosen?.result(isHijri ? .hijri : .gregorian), arguments)
  }

  private static func hijriFeast(
    _ year: Int, _ nth: Int, _ arguments: TimeArguments, _ context: TimeContext
  ) -> TimePeriod? {
    guard let month = arguments.intAttribute("fhmonth"), let day = arguments.intAttribute("fday") else { return nil }
    let date = HijriCalendar(context.options.hijri).civil(HijriDate(year: year, month: month, day: day))
    return date.map { .day($0.adding(days: nth - 1)) }
  }

  private static func festivalDay(
    _ year: Int, _ nth: Int, _ arguments: TimeArguments, _ context: TimeContext
  ) -> TimePeriod? {
    if let month = arguments.intAttribute("fhmonth"), let day = arguments.intAttribute("fday") {
      let calendar = HijriCalendar(context.options.hijri)
      return inGregorianYear(year, month, day, calendar).map { .day($0.first.adding(days: nth - 1)) }
    }
    if let month = arguments.intAttribute("fmonth"), let day = arguments.intAttribute("fday") {
      return CivilDate(year: year, month: month, day: day).map { .day($0.adding(days: nth - 1)) }
    }
    guard let offset = arguments.intAttribute("easter") else { return nil }
    let easter = arguments.attribute("church") == "west" ? westernEaster(year) : easternEaster(year)
    return easter.map { .day($0.adding(days: offset + nth - 1)) }
  }

  /// Easter of the Western churches (Gauss, Butcher).
  static func westernEaster(_ year: Int) -> CivilDate? {
    let golden = year % 19
    let century = year / 100
    let rest = year % 100
    let correction = (century - (century + 8) / 25 + 1) / 3
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
    let late = (golden + 11 * moon + 22 * weekday) / 451
    let day = moon + weekday - 7 * late + 114
    return CivilDate(year: year, month: day / 31, day: day % 31 + 1)
  }

  /// Easter of the Eastern churches, as a Gregorian day from 1900 to 2099.
  static func easternEaster(_ year: Int) -> CivilDate? {
    let moon = (19 * (year % 19) + 15) % 30
    let weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    let day = moon + weekday + 114
    return CivilDate(year: year, month: day / 31, day: day % 31 + 1)?.adding(days: 13)
  }
}
