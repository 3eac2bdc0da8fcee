extension TimeFunctions {
  /// «الأربعاء», «يوم الجمعة المقبل», «مساء السبت»; a bare weekday in news is the last one, today included.
  static func weekday(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    guard let weekday = arguments.intAttribute("weekday"), (1...7).contains(weekday) else { return nil }
    guard let anchor = context.anchor, !arguments.isEventRelative else { return withPart(.unknown(), arguments) }
    if let step = arguments.direction("weekDirection") {
      let shifted = weekAnchor(anchor, context).adding(days: step * 7)
      let start = context.options.weekStart
      let reference = shifted.isoWeek
      let monday = CivilDate.monday(year: reference.year, week: reference.week)
      let offset = start > 1 && weekday >= start ? weekday - 8 : weekday - 1
      return withPart(TimePeriod.day(monday.adding(days: offset)).result(), arguments)
    }
    let first = anchor.dayNumber - 21
    let days = (first...anchor.dayNumber + 21).map(CivilDate.init(dayNumber:)).filter { $0.weekday == weekday }
    let direction = arguments.direction()
    let chosen =
      direction == 0
      ? TimeChoice.nearest(days.map(TimePeriod.day), anchor)
      : TimeChoice.choose(days.map(TimePeriod.day), direction: direction, context: context, custom: .past)
    return withPart(chosen?.result(), arguments)
  }

  /// «اليوم» (today), «أمس» (yesterday), «بعد غد» (the day after tomorrow), «صباح اليوم» (this morning), «أمس الأربعاء».
  ///
  /// A weekday beside it wins: then the date of the document is off, by one day or by more where a text was put out late.
  static func deictic(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    let offset = arguments.intAttribute("offset") ?? 0
    guard let anchor = context.anchor else { return withPart(.unknown(), arguments) }
    var day = anchor.adding(days: offset)
    if let weekday = arguments.intAttribute("weekday"), weekday != day.weekday {
      // «نشرت اليوم السبت» (was put out today, Saturday): what was told lies behind.
      let steps = context.isTold ? [-1, 1, -2, -3, -4, -5] : [-1, 1, -2, 2, -3, 3]
      for step in steps where day.adding(days: step).weekday == weekday {
        day = day.adding(days: step)
        break
      }
    }
    return withPart(TimePeriod.day(day).result(), arguments)
  }

  /// The day whose ISO week is the week of the anchor, given the first day of the week.
  static func weekAnchor(_ anchor: CivilDate, _ context: TimeContext) -> CivilDate {
    let start = context.options.weekStart
    return start > 1 && anchor.weekday >= start ? anchor.adding(days: 8 - start) : anchor
  }

  /// «نهاية الأسبوع» (the weekend), the last one unless direction or tense say otherwise: `2025-W09-WE`.
  static func weekend(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    guard let anchor = context.anchor, !arguments.isEventRelative else { return .unknown() }
    let days = context.options.weekend
    let week = CivilDate.monday(year: anchor.isoWeek.year, week: anchor.isoWeek.week)
    let weekends = (-4...4).map { step in
      let monday = week.adding(days: step * 7)
      return TimePeriod.span(
        monday.adding(days: days.lowerBound - 1), monday.adding(days: days.upperBound - 1))
    }
    let this = weekAnchor(anchor, context).isoWeek
    let chosen =
      arguments.direction() == 0
      ? weekends.first { $0.first.isoWeek == this }
      : TimeChoice.choose(weekends, direction: arguments.direction(), context: context, custom: .past)
    guard let chosen else { return nil }
    let number = chosen.first.isoWeek
    var result = chosen.result()
    result.value = TimePeriod.week(number.year, number.week).value + "-WE"
    return result
  }
}
