extension TimeFunctions {
  /// «قبل يومين» (two days ago), «قبل 10 سنوات», «قبل أيام» (some days ago).
  static func ago(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    shifted(arguments, context, -1)
  }

  /// «بعد خمسة أيام» (in five days).
  static func later(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    shifted(arguments, context, 1)
  }

  /// «منذ 29 عاما» (for 29 years), «منذ عام 2011» (since 2011): the date of the beginning, without an end.
  static func since(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    var result: TimexResult?
    if arguments.has("year") || arguments.has("month") {
      result = calendarDate(arguments, context)
    } else if arguments.has("decade") {
      result = decade(arguments, context)
    } else if arguments.has("weekday") {
      result = weekday(arguments, context)
    } else if arguments.attribute("offset") != nil {
      result = deictic(arguments, context)
    } else if arguments.has("direction") {
      result = unitRelative(arguments, context)
    } else {
      result = shifted(arguments, context, -1)
    }
    result?.end = nil
    return result
  }

  private static func shifted(_ arguments: TimeArguments, _ context: TimeContext, _ sign: Int) -> TimexResult? {
    guard let unit = arguments.attribute("unit") else { return nil }
    let clock = ["H", "MIN", "S"].contains(unit)
    let reference = sign < 0 ? "PAST_REF" : "FUTURE_REF"
    guard var amount = amount(arguments) else {
      return TimexResult(timex: clock ? .time : .date, value: arguments.has("event") ? nil : reference)
    }
    amount *= Double(sign)
    guard abs(amount) < 1e7, let anchor = context.anchor, !arguments.has("event") else {
      return .unknown(clock ? .time : .date)
    }
    if clock { return clockShift(unit, amount, anchor, context) }
    if arguments.has("month") { return monthShift(unit, amount, arguments, context) }
    if unit == "Y", arguments.attribute("calendar") == "hijri" {
      let year = HijriCalendar(context.options.hijri).hijri(anchor).year + Int(amount)
      let words = TimeArgument(attributes: ["year": String(year)])
      return hijriDate(
        TimeArguments(all: ["year": words, "calendar": TimeArgument(attributes: ["era": "AH"])]), context)
    }
    return TimexResult.grain(unit, amount, anchor, context)
  }

  /// «بعد ثلاثة أشهر من شهر محرم» (three months after Muharram): a month of the same calendar.
  private static func monthShift(
    _ unit: String, _ amount: Double, _ arguments: TimeArguments, _ context: TimeContext
  ) -> TimexResult? {
    let base = calendarDate(arguments.without("count", "unit", "fraction"), context)
    guard unit == "M", let base, let first = base.begin.flatMap(CivilDate.init(iso:)) else { return nil }
    guard base.calendar == .hijri else {
      let month = first.adding(months: Int(amount))
      return TimePeriod.month(month.year, month.month).result()
    }
    let calendar = HijriCalendar(context.options.hijri)
    let start = calendar.hijri(first)
    let count = start.year * 12 + start.month - 1 + Int(amount)
    let span = calendar.month(year: count / 12, month: count % 12 + 1)
    return span.map { TimePeriod.span($0.first, $0.last).result(.hijri) }
  }

  /// The count with a fraction: 2 of «يومين», 1.5 of «عام ونصف»; nil where it is not said how many.
  static func amount(_ arguments: TimeArguments) -> Double? {
    let fraction = arguments["fraction"].flatMap { $0.attributes["fraction"].flatMap(Double.init) ?? $0.number }
    if let count = arguments["count"] {
      if count.attributes["count"] != nil { return nil }
      return count.number.map { $0 + (fraction ?? 0) }
    }
    let number = arguments["unit"]?.attributes["number"] ?? arguments.attribute("number") ?? "1"
    guard let whole = Double(number) else { return nil }
    guard let fraction else { return whole }
    return arguments["fraction"]?.attributes["of"] != nil ? fraction : whole + fraction
  }

  private static func clockShift(
    _ unit: String, _ amount: Double, _ anchor: CivilDate, _ context: TimeContext
  ) -> TimexResult {
    let minutes = unit == "H" ? amount * 60 : unit == "MIN" ? amount : amount / 60
    guard let hour = context.anchorHour else {
      let days = Int((minutes / 1440).rounded(.towardZero))
      return TimePeriod.day(anchor.adding(days: days)).result()
    }
    let total = hour * 60 + (context.anchorMinute ?? 0) + Int(minutes.rounded())
    let inDay = TimeFormat.modulo(total, 1440)
    let day = anchor.adding(days: (total - inDay) / 1440)
    let time = "T\(TimeFormat.padded(inDay / 60, 2)):\(TimeFormat.padded(inDay % 60, 2))"
    return TimexResult(timex: .time, value: day.iso + time, begin: day.iso, end: day.iso)
  }
}

extension TimexResult {
  /// The period that lies an amount of units from the anchor, in the grain of the unit.
  static func grain(
    _ unit: String, _ amount: Double, _ anchor: CivilDate, _ context: TimeContext
  ) -> TimexResult? {
    let whole = Int(amount.rounded(.towardZero))
    let isWhole = Double(whole) == amount
    switch unit {
    case "DECADE":
      return TimePeriod.decade(TimeFunctions.floor(anchor.year + Int(amount * 10), 10)).result()
    case "CENTURY", "MILLENNIUM":
      let years = Int(amount * (unit == "CENTURY" ? 100 : 1000))
      guard abs(years) < 5000 else { return nil }
      // «ربع قرن», «نصف قرن» (a quarter, half a century) are as exact as 25 and 50 years.
      if unit == "CENTURY", abs(amount) <= 0.5 { return TimePeriod.year(anchor.year + years).result() }
      return TimePeriod.decade(TimeFunctions.floor(anchor.year + years, 10)).result()
    case "Y":
      guard abs(whole) < 5000 else { return .unknown() }
      if isWhole { return TimePeriod.year(anchor.year + whole).result() }
      return TimeFunctions.period("M", anchor, Int((amount * 12).rounded()), context)?.result()
    case "M" where !isWhole: return TimePeriod.day(anchor.adding(days: Int(amount * 30))).result()
    case "W" where !isWhole: return TimePeriod.day(anchor.adding(days: Int(amount * 7))).result()
    default: return TimeFunctions.period(unit, anchor, whole, context)?.result()
    }
  }
}
