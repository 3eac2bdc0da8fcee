extension TimeFunctions {
  /// «10/3/2025», «2025-03-05», «5/3» with the year of the anchor, «3/2025» as a month.
  ///
  /// The numbers come as `a`, `b` and `c`, or as one argument `text`.
  static func numericDate(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    var runs = ["a", "b", "c"].flatMap { arguments[$0]?.digitRuns ?? [] }
    if runs.isEmpty { runs = arguments["text"]?.digitRuns ?? [] }
    let result: TimexResult?
    switch runs.count {
    case 2: result = twoNumbers(runs[0], runs[1], arguments, context)
    case 3: result = threeNumbers(runs, arguments, context)
    default: return nil
    }
    return withPart(result, arguments)
  }

  private static func threeNumbers(
    _ runs: [(value: Int, length: Int)], _ arguments: TimeArguments, _ context: TimeContext
  ) -> TimexResult? {
    var order = context.options.dateOrder
    if runs[0].length >= 3 { order = .ymd } else if runs[2].length >= 3, order == .ymd { order = .dmy }
    var (year, month, day) =
      switch order {
      case .dmy: (runs[2], runs[1], runs[0])
      case .mdy: (runs[2], runs[0], runs[1])
      case .ymd: (runs[0], runs[1], runs[2])
      }
    if month.value > 12, day.value <= 12 { swap(&month, &day) }
    guard month.length <= 2, day.length <= 2, year.length == 4 || year.length == 2 else { return nil }
    let hijri =
      arguments.attribute("era") == "AH"
      || (year.length == 4 && (1350...1500).contains(year.value) && arguments.attribute("era") == nil)
    if hijri {
      let number = year.length == 2 ? 1400 + year.value : year.value
      return written(number, month.value, day.value, HijriCalendar(context.options.hijri))?.result(.hijri)
    }
    let number = fullYear(year, context)
    return CivilDate(year: number, month: month.value, day: day.value).map { TimePeriod.day($0).result() }
  }

  private static func fullYear(_ run: (value: Int, length: Int), _ context: TimeContext) -> Int {
    guard run.length == 2 else { return run.value }
    let pivot = context.anchor.map { $0.year + 10 } ?? 2035
    return 2000 + run.value <= pivot ? 2000 + run.value : 1900 + run.value
  }

  private static func twoNumbers(
    _ first: (value: Int, length: Int), _ second: (value: Int, length: Int), _ arguments: TimeArguments,
    _ context: TimeContext
  ) -> TimexResult? {
    if second.length == 4, (1...12).contains(first.value) {
      return TimePeriod.month(second.value, first.value).result()
    }
    if first.length == 4, (1...12).contains(second.value) {
      return TimePeriod.month(first.value, second.value).result()
    }
    var (day, month) =
      context.options.dateOrder == .dmy ? (first.value, second.value) : (second.value, first.value)
    if month > 12 { swap(&day, &month) }
    guard first.length <= 2, second.length <= 2, CivilDate(year: 2000, month: month, day: day) != nil else {
      return nil
    }
    var names: [String: TimeArgument] = [
      "day": TimeArgument(words: [String(day)]), "month": TimeArgument(attributes: ["month": String(month)]),
    ]
    for name in ["weekday", "direction", "yearDirection"] { names[name] = arguments[name] }
    return calendarDate(TimeArguments(all: names), context)
  }
}
