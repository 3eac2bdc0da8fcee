extension TimeFunctions {
  /// «أول ثلاثاء من مارس» (the first Tuesday of March), «آخر يوم من الشهر الحالي», «الأسبوع الثاني من رمضان».
  ///
  /// `nth` is an ordinal or a word for last, `weekday` or `target` (a day or week) what is counted; the rest names the
  /// month or year. Weeks are whole weeks by the week's first day.
  static func nth(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    let isLast = arguments["nth"]?.attributes["last"] != nil || arguments["nth"]?.attributes["mod"] == "END"
    guard let number = isLast ? 0 : arguments.int("nth"), isLast || (1...53).contains(number) else { return nil }
    let rest = arguments.without("nth", "weekday", "target")
    let period = rest.has("month") || rest.has("year") ? calendarDate(rest, context) : unitRelative(rest, context)
    guard let period else { return nil }
    guard let first = period.begin.flatMap(CivilDate.init(iso:)), let last = period.end.flatMap(CivilDate.init(iso:))
    else { return .unknown(.date, period.calendar) }
    let step = arguments["target"]?.attributes["unit"] == "D" ? 1 : 7
    let weekday = arguments["weekday"]?.int(attribute: "weekday")
    let isWeek = weekday == nil && step == 7
    var start = first
    if step == 7 {
      start = first.adding(days: TimeFormat.modulo((weekday ?? context.options.weekStart) - first.weekday, 7))
    }
    let size = isWeek ? 6 : 0
    let count = (last.dayNumber - size - start.dayNumber) / step + 1
    guard start.adding(days: size) <= last, isLast || number <= count else { return nil }
    let day = start.adding(days: ((isLast ? count : number) - 1) * step)
    guard isWeek else { return TimePeriod.day(day).result(period.calendar) }
    let week = weekAnchor(day, context).isoWeek
    return TimePeriod.week(week.year, week.week).result(period.calendar)
  }
}
