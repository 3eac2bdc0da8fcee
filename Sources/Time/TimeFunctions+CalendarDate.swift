extension TimeFunctions {
  /// «الأربعاء 5 مارس 2025», «آذار/مارس», «عام 2011», «الخامس من الشهر الجاري» (the fifth of this month).
  static func calendarDate(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    withPart(calendarDay(arguments, context), arguments)
  }

  private static func calendarDay(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    let era = arguments.attribute("era")
    let isGregorian = arguments["month"]?.attributes["month"] != nil
    let written = arguments["year"].flatMap { $0.digitCount == 4 ? $0.int : nil }
    let isHijri =
      era == "AH" || arguments.attribute("calendar") == "hijri"
      || arguments.has("month") && era != "CE" && written.map { isHijriYear($0, context) } == true
    if arguments.attribute("hmonth") != nil || (isHijri && !isGregorian) {
      return era == "CE" ? nil : hijriDate(arguments, context)
    }
    if era == "BC" { return beforeChrist(arguments) }
    let day = arguments.int("day")
    if arguments.has("day"), day == nil { return nil }
    var year: Int?
    if arguments.has("year") {
      guard let number = gregorianYear(arguments["year"], context) else { return nil }
      year = number
    }
    guard let month = arguments.has("month") ? arguments.int("month") : nil else {
      if arguments.has("month") { return nil }
      if let day { return dayOfRelativeMonth(day, year, arguments, context) }
      return yearAlone(year, arguments, context)
    }
    guard (1...12).contains(month), day.map({ $0 >= 1 && $0 <= 31 }) ?? true else { return nil }
    if let special = eventYear(month, day, arguments), year == nil { year = special }
    if year == nil, let step = arguments.direction("yearDirection") {
      guard let anchor = context.anchor else { return valid(day, month) ? .unknown() : nil }
      year = anchor.year + step
    }
    if let year { return placed(year, month, day, arguments)?.result() }
    guard valid(day, month) else { return nil }
    guard let anchor = context.anchor, !arguments.isEventRelative else { return .unknown() }
    var candidates = (anchor.year - 8...anchor.year + 8).compactMap { placed($0, month, day, arguments) }
    if let weekday = arguments.intAttribute("weekday") {
      let near = candidates.filter { $0.first.weekday == weekday && abs($0.first.year - anchor.year) <= 1 }
      if !near.isEmpty { candidates = near }
    }
    let direction = arguments.direction()
    return
      (TimeChoice.choose(candidates, direction: direction, context: context)
      ?? TimeChoice.nearest(candidates, anchor))?.result()
  }

  private static func valid(_ day: Int?, _ month: Int) -> Bool {
    CivilDate(year: 2000, month: month, day: day ?? 1) != nil
  }

  /// The day or the month; two months such as «يوليو/أغسطس» without a day are a span.
  private static func placed(_ year: Int, _ month: Int, _ day: Int?, _ arguments: TimeArguments) -> TimePeriod? {
    if let day { return CivilDate(year: year, month: month, day: day).map(TimePeriod.day) }
    if let second = arguments["month2"]?.int(attribute: "month"), second > month, second <= 12 {
      return .span(TimePeriod.month(year, month).first, TimePeriod.month(year, second).last)
    }
    return .month(year, month)
  }

  private static func dayOfRelativeMonth(
    _ day: Int, _ year: Int?, _ arguments: TimeArguments, _ context: TimeContext
  ) -> TimexResult? {
    guard year == nil, (1...31).contains(day) else { return nil }
    if !arguments.has("direction"), !arguments.has("unit") { return weekdayAndDay(day, arguments, context) }
    guard let anchor = context.anchor, !arguments.isEventRelative else { return .unknown() }
    let month = CivilDate(unchecked: anchor.year, anchor.month, 1).adding(months: arguments.direction() ?? 0)
    return CivilDate(year: month.year, month: month.month, day: day).map { TimePeriod.day($0).result() }
  }

  /// «السبت السادس عشر» (Saturday the sixteenth): the nearest month in which the two agree.
  private static func weekdayAndDay(_ day: Int, _ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    guard let weekday = arguments.intAttribute("weekday") else { return nil }
    guard let anchor = context.anchor else { return .unknown() }
    let first = CivilDate(unchecked: anchor.year, anchor.month, 1)
    let days = (-1...1).map { first.adding(months: $0) }
      .compactMap { CivilDate(year: $0.year, month: $0.month, day: day) }.filter { $0.weekday == weekday }
    return TimeChoice.choose(days.map(TimePeriod.day), direction: nil, context: context)?.result()
  }

  private static func yearAlone(_ year: Int?, _ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    guard let year else { return nil }
    if arguments.attribute("era") != "CE", arguments["year"]?.digitCount == 4, isHijriYear(year, context) {
      return hijriDate(arguments, context)
    }
    return TimePeriod.year(year).result()
  }

  /// The year of a famous day, where the cue before it means one: «أحداث الحادي عشر من سبتمبر».
  private static func eventYear(_ month: Int, _ day: Int?, _ arguments: TimeArguments) -> Int? {
    guard let day else { return nil }
    return arguments.intAttribute("on\(TimeFormat.padded(month, 2))\(TimeFormat.padded(day, 2))")
  }

  private static func beforeChrist(_ arguments: TimeArguments) -> TimexResult? {
    guard let year = arguments.int("year"), (1...9999).contains(year) else { return nil }
    if let month = arguments.int("month") {
      guard (1...12).contains(month) else { return nil }
      guard arguments.has("day") else { return TimePeriod.month(1 - year, month).result() }
      return arguments.int("day").flatMap { CivilDate(year: 1 - year, month: month, day: $0) }
        .map { TimePeriod.day($0).result() }
    }
    return TimePeriod.year(1 - year).result()
  }

  /// A year of the Christian era; two digits are the century before or after the anchor: «عام 67» is 1967.
  static func gregorianYear(_ argument: TimeArgument?, _ context: TimeContext) -> Int? {
    guard let argument, let year = argument.int(attribute: "year") ?? argument.int else { return nil }
    if argument.digitCount == 2 {
      let pivot = context.anchor.map { $0.year + 10 } ?? 2035
      return 2000 + year <= pivot ? 2000 + year : 1900 + year
    }
    return (100...2999).contains(year) && argument.digitCount != 1 ? year : nil
  }
}
