extension TimeFunctions {
  /// «الأسبوع الماضي» (last week), «الشهر الجاري» (this month), «العام المقبل» (next year), «الأعوام الأخيرة» (recent years).
  static func unitRelative(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    guard let unit = arguments.attribute("unit") else { return nil }
    let step = arguments.direction() ?? arguments.intAttribute("direction") ?? 0
    let many = arguments.has("count") || ["2", "n"].contains(arguments.attribute("number") ?? "1")
    if arguments.isEventRelative {
      // «السنوات السابقة» (the years before) are past whatever they are counted from.
      let isPast = many && arguments.intAttribute("step") == -1
      return withPart(isPast ? TimexResult(timex: .date, value: "PAST_REF") : .unknown(), arguments)
    }
    if many || ["H", "MIN", "S"].contains(unit) || unit == "PERIOD" {
      return TimexResult(timex: .date, value: step == 0 ? "PRESENT_REF" : step < 0 ? "PAST_REF" : "FUTURE_REF")
    }
    guard let anchor = context.anchor else { return withPart(.unknown(), arguments) }
    if ["SEASONYEAR", "SCHOOLYEAR", "FISCALYEAR"].contains(unit) {
      let isNew = arguments.attribute("new") != nil
      return TimePeriod.twoYears(yearStart(unit, anchor, step, isNew: isNew)).result()
    }
    if unit == "Y", arguments.attribute("calendar") == "hijri" {
      let year = HijriCalendar(context.options.hijri).hijri(anchor).year + step
      let words = TimeArgument(attributes: ["year": String(year)])
      return hijriDate(TimeArguments(all: ["year": words]), context)
    }
    if unit == "Y", arguments.attribute("new") != nil {
      return TimePeriod.year(anchor.month >= 10 ? anchor.year + 1 : anchor.year).result()
    }
    // On the first day of a week «هذا الأسبوع» (this week) with a verb of the past is the week just gone.
    let isJustGone = unit == "W" && step == 0 && context.isTold && anchor.weekday == context.options.weekStart
    return withPart(period(unit, isJustGone ? anchor.adding(days: -1) : anchor, step, context)?.result(), arguments)
  }

  /// The period of a unit that lies `step` units from that of the anchor.
  static func period(_ unit: String, _ anchor: CivilDate, _ step: Int, _ context: TimeContext) -> TimePeriod? {
    let month = CivilDate(unchecked: anchor.year, anchor.month, 1)
    switch unit {
    case "D": return .day(anchor.adding(days: step))
    case "W":
      let week = weekAnchor(anchor, context).adding(days: step * 7).isoWeek
      return .week(week.year, week.week)
    case "M":
      let moved = month.adding(months: step)
      return .month(moved.year, moved.month)
    case "Q":
      let moved = month.adding(months: step * 3)
      return .quarter(moved.year, (moved.month + 2) / 3)
    case "HALF":
      let moved = month.adding(months: step * 6)
      return .half(moved.year, (moved.month + 5) / 6)
    case "Y": return .year(anchor.year + step)
    case "DECADE": return .decade(floor(anchor.year, 10) + step * 10)
    case "CENTURY": return .century(floor(anchor.year, 100) + step * 100)
    case "MILLENNIUM": return .millennium(floor(anchor.year, 1000) + step * 1000)
    default: return nil
    }
  }

  /// The first year of a season, school or fiscal year: between two seasons «المقبل» (the next) begins in the same summer.
  static func yearStart(_ unit: String, _ anchor: CivilDate, _ step: Int, isNew: Bool) -> Int {
    let current = anchor.month >= 7 ? anchor.year : anchor.year - 1
    if unit == "FISCALYEAR" { return current + step + (isNew ? 1 : 0) }
    if isNew { return anchor.year }
    if step > 0 { return (anchor.month <= 8 ? anchor.year : anchor.year + 1) + step - 1 }
    return current + step
  }

  static func floor(_ year: Int, _ size: Int) -> Int {
    year - TimeFormat.modulo(year, size)
  }

  /// «مطلع الشهر الجاري» (the beginning of this month), «نهاية عام 2024»: the period's value with START, MID or END.
  static func partOfPeriod(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    guard arguments.attribute("mod") != nil else { return nil }
    if arguments.has("quarter") { return quarter(arguments, context) }
    if arguments.has("half") { return half(arguments, context) }
    if arguments.has("decade") { return decade(arguments, context) }
    if arguments.has("century") { return century(arguments, context) }
    if arguments.has("season") { return season(arguments, context) }
    if arguments.has("year2") { return seasonYear(arguments, context) }
    if arguments.has("month") || arguments.has("year") {
      let result = calendarDate(arguments, context)
      return isEnd(arguments["mod"]) ? lastDay(result) : result
    }
    if arguments.attribute("unit") == "W", arguments.attribute("mod") == "END" { return weekend(arguments, context) }
    return unitRelative(arguments, context)
  }

  /// Whether a word means the very end, «نهاية», and not the last days, «أواخر».
  private static func isEnd(_ argument: TimeArgument?) -> Bool {
    guard let argument else { return false }
    return ["نهايه", "النهايه", "ختام", "متم", "موفي", "سلخ"].contains { argument.words.contains($0) }
  }

  /// The last day of a Hijri month, whose Gregorian value is a span; other periods stay whole.
  private static func lastDay(_ result: TimexResult?) -> TimexResult? {
    guard var result, result.calendar == .hijri, let end = result.end, result.value?.contains("/") == true else {
      return result
    }
    result.value = end
    result.begin = end
    return result
  }
}
