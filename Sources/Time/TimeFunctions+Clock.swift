extension TimeFunctions {
  /// «الساعة الثامنة والنصف مساء» (half past eight in the evening), «14:30 بتوقيت غرينتش», «منتصف الليل» (midnight).
  ///
  /// The day is that of `deictic`, `weekday` or `day`, `month` and `year` where they are given, else the anchor's.
  static func clock(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    guard var time = clockTime(arguments) else { return nil }
    time.hour = hourOfDay(time.hour, arguments.attribute("part"))
    if arguments.attribute("part") == nil { time.hour = ahead(time.hour, time.minute, arguments, context) }
    guard let day = clockDay(arguments, context) else { return nil }
    guard let given = day.value else { return .unknown(.time) }
    let value = String(given.prefix(10))
    guard given.utf8.count == 10 || (day.timex == .time && CivilDate(iso: value) != nil) else { return nil }
    var text = "\(value)T\(TimeFormat.padded(time.hour, 2)):\(TimeFormat.padded(time.minute, 2))"
    if let second = time.second { text += ":" + TimeFormat.padded(second, 2) }
    text += arguments.attribute("zone") ?? (arguments.has("zone") ? nil : context.options.timeZone) ?? ""
    return TimexResult(timex: .time, value: text, calendar: day.calendar, begin: value, end: value)
  }

  private struct ClockTime {
    var hour: Int
    var minute: Int
    var second: Int?
  }

  private static func clockTime(_ arguments: TimeArguments) -> ClockTime? {
    let runs = arguments["hour"]?.digitRuns ?? []
    guard var hour = runs.first?.value ?? arguments.intAttribute("hour") ?? arguments.int("hour") else { return nil }
    var total = hour * 60
    if runs.count == 1, (3...4).contains(runs[0].length) {
      // Four digits without a colon: «الساعة 1430».
      guard hour % 100 < 60 else { return nil }
      total = hour / 100 * 60 + hour % 100
      hour /= 100
    }
    var second: Int?
    if runs.count > 1 {
      guard runs[1].value < 60, runs.count < 4 else { return nil }
      total += runs[1].value
      second = runs.count == 3 ? runs[2].value : nil
    }
    if let minute = arguments["minute"] {
      guard let count = minute.int(attribute: "minutes") ?? minute.int, (-59...59).contains(count) else { return nil }
      total += count
    }
    if let fraction = arguments["fraction"]?.int(attribute: "minutes") { total += fraction }
    if let given = arguments["second"]?.int { second = given }
    guard (0...24).contains(hour), total >= 0, total <= 1440, (0...59).contains(second ?? 0) else { return nil }
    return ClockTime(hour: total / 60, minute: total % 60, second: second)
  }

  /// The hour of the day by the part of day: 8 in the evening is 20, 12 at night is 24.
  private static func hourOfDay(_ hour: Int, _ part: String?) -> Int {
    guard let part, hour <= 12 else { return hour }
    switch part {
    case "MO": return hour == 12 ? 0 : hour
    case "MI": return hour < 4 ? hour + 12 : hour
    case "AF": return hour == 12 ? 12 : hour + 12
    case "EV": return hour == 12 ? 24 : hour + 12
    case "NI": return hour == 12 ? 24 : hour >= 6 ? hour + 12 : hour
    default: return hour
    }
  }

  /// The afternoon hour where the preference is the future and the hour of the morning has passed.
  private static func ahead(_ hour: Int, _ minute: Int, _ arguments: TimeArguments, _ context: TimeContext) -> Int {
    guard context.options.preference == .future, (1...11).contains(hour), let now = context.anchorHour,
      !arguments.has("weekday"), !arguments.has("day"), arguments.attribute("offset") == nil
    else { return hour }
    return hour * 60 + minute < now * 60 + (context.anchorMinute ?? 0) ? hour + 12 : hour
  }

  private static func clockDay(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    let rest = arguments.without("part", "hour", "minute", "fraction", "zone", "second")
    if rest.attribute("offset") != nil { return deictic(rest, context) }
    if rest.has("month") || rest.has("day") { return calendarDate(rest, context) }
    if rest.has("a") || rest.has("text") { return numericDate(rest, context) }
    if rest.has("weekday") { return weekday(rest, context) }
    guard let anchor = context.anchor else { return .unknown(.time) }
    return TimePeriod.day(anchor).result()
  }
}
