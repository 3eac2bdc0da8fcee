extension TimeFunctions {
  /// «من 5 إلى 10 مارس 2025», «بين عامي 2011 و2013», «2011-2013»: `2025-03-05/2025-03-10`.
  ///
  /// The ends come as `fromDay`, `fromMonth`, `fromYear`, `fromWeekday` and `toDay`, …; what one end lacks is taken from
  /// the other. `direction` and `yearDirection` hold for both.
  static func range(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    guard let ends = ends(arguments, context) else { return nil }
    return range(ends.from, ends.to)
  }

  /// The start of a range, for the span of the first end alone.
  static func rangeFrom(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    ends(arguments, context)?.from
  }

  /// The end of a range, for the span of the second end alone.
  static func rangeTo(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    ends(arguments, context)?.to
  }

  /// Joins two results to one from the begin of the first to the end of the second, or nil where they go backward.
  public static func range(_ from: TimexResult, _ to: TimexResult) -> TimexResult? {
    guard let first = from.value, let last = to.value else { return .unknown(.date, from.calendar) }
    if let begin = from.begin.flatMap(CivilDate.init(iso:)), let end = to.end.flatMap(CivilDate.init(iso:)),
      end < begin
    {
      return nil
    }
    func bound(_ value: String, _ edge: String?) -> String { value.contains("/") ? edge ?? value : value }
    let begin = bound(first, from.begin)
    let end = bound(last, to.end)
    return TimexResult(timex: .date, value: "\(begin)/\(end)", calendar: from.calendar, begin: begin, end: end)
  }

  private static func ends(_ arguments: TimeArguments, _ context: TimeContext) -> (from: TimexResult, to: TimexResult)?
  {
    let year = arguments["toYear"] ?? arguments["fromYear"] ?? arguments["year"]
    let month = arguments["toMonth"] ?? arguments["fromMonth"] ?? arguments["month"]
    var from: [String: TimeArgument] = [:]
    var to: [String: TimeArgument] = [:]
    for name in ["direction", "yearDirection", "era", "calendar", "unit"] {
      from[name] = arguments[name]
      to[name] = arguments[name]
    }
    from["weekday"] = arguments["fromWeekday"]
    to["weekday"] = arguments["toWeekday"]
    from["day"] = arguments["fromDay"]
    to["day"] = arguments["toDay"]
    to["month"] = month
    from["month"] = arguments["fromMonth"] ?? month
    to["year"] = year
    from["year"] = arguments["fromYear"] ?? year
    if from["year"]?.digitCount == 4, let toYear = to["year"], toYear.digitCount == 2,
      let start = from["year"]?.int, let end = toYear.int
    {
      to["year"] = TimeArgument(words: [String(floor(start, 100) + end)])
    }
    guard let last = end(to, context), var first = end(from, context) else { return nil }
    if arguments["fromYear"] == nil, let start = first.begin.flatMap(CivilDate.init(iso:)),
      let stop = last.end.flatMap(CivilDate.init(iso:)), stop < start
    {
      from["year"] = TimeArgument(words: [String(stop.year - (arguments.has("fromMonth") ? 1 : 0))])
      guard let earlier = end(from, context) else { return nil }
      first = earlier
    }
    return (first, last)
  }

  private static func end(_ names: [String: TimeArgument], _ context: TimeContext) -> TimexResult? {
    let arguments = TimeArguments(all: names)
    if names["month"] == nil, names["year"] == nil, names["day"] == nil { return weekday(arguments, context) }
    return calendarDate(arguments, context)
  }
}
