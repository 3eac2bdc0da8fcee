extension TimeFunctions {
  /// «الربع الأول من عام 2024» (the first quarter of 2024), «الربع الأخير من العام الماضي».
  static func quarter(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    let last = arguments["quarter"]?.attributes["last"] != nil
    guard let number = last ? 4 : arguments.int("quarter"), (1...4).contains(number) else { return nil }
    return part(arguments, context) { .quarter($0, number) }
  }

  /// «النصف الثاني من 2024» (the second half of 2024); the half of a month is its START or END.
  static func half(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    let last = arguments["half"]?.attributes["last"] != nil
    guard let number = last ? 2 : arguments.int("half"), (1...2).contains(number) else { return nil }
    if arguments.has("month") || arguments.attribute("unit") == "M" {
      let period = arguments.without("half")
      var result = period.has("month") ? calendarDate(period, context) : unitRelative(period, context)
      result?.mod = number == 1 ? "START" : "END"
      return result
    }
    return part(arguments, context) { .half($0, number) }
  }

  /// «صيف 2024» (summer 2024), «الصيف المقبل» (next summer), «شتاء العام الماضي»; winter belongs to the year it begins in.
  static func season(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    guard let code = arguments.attribute("season"), ["SP", "SU", "FA", "WI"].contains(code) else { return nil }
    return part(arguments, context, custom: .nearest) { .season($0, code) }
  }

  private static func part(
    _ arguments: TimeArguments, _ context: TimeContext, custom: TimePreference = .past,
    _ make: (Int) -> TimePeriod
  ) -> TimexResult? {
    if arguments.has("year") {
      return gregorianYear(arguments["year"], context).map { make($0).result() }
    }
    if arguments.isEventRelative { return .unknown() }
    guard let anchor = context.anchor else { return .unknown() }
    if let step = arguments.direction("yearDirection") { return make(anchor.year + step).result() }
    if arguments.attribute("unit") == "Y" {
      return make(anchor.year + (arguments.direction() ?? 0)).result()
    }
    let candidates = (anchor.year - 3...anchor.year + 3).map(make)
    return TimeChoice.choose(candidates, direction: arguments.direction(), context: context, custom: custom)?.result()
  }

  /// «موسم 2014/2015», «العام الدراسي 2014-2015», «الموسم المقبل» (next season): `2014/2015`.
  static func seasonYear(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    guard arguments.has("year") else { return unitRelative(arguments, context) }
    var runs = arguments["year"]?.digitRuns ?? []
    runs += arguments["year2"]?.digitRuns ?? []
    if runs.count >= 2 {
      guard runs[0].length == 4 else { return nil }
      let second = runs[1].length == 2 ? floor(runs[0].value, 100) + runs[1].value : runs[1].value
      guard second == runs[0].value + 1 || (runs[1].length == 2 && runs[1].value == 0) else { return nil }
      if arguments.attribute("era") == "AH" || isHijriYear(runs[0].value, context) {
        return hijriYears(runs[0].value, context)
      }
      return TimePeriod.twoYears(runs[0].value).result()
    }
    guard let year = gregorianYear(arguments["year"], context) else { return nil }
    if arguments.attribute("era") == "AH" || isHijriYear(year, context) { return hijriDate(arguments, context) }
    return TimePeriod.year(year).result()
  }

  /// «ثمانينيات القرن الماضي» (the eighties of the last century): `198X`; alone, the last such decade.
  static func decade(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    guard let number = arguments.int("decade"), (0...90).contains(number), number % 10 == 0 else { return nil }
    if let century = arguments["century"], arguments.direction("century") == nil, let ordinal = century.int,
      (1...30).contains(ordinal)
    {
      return TimePeriod.decade((ordinal - 1) * 100 + number).result()
    }
    let step = arguments.direction("century") ?? arguments.direction()
    if step == nil, number >= 30 { return TimePeriod.decade(1900 + number).result() }
    guard let anchor = context.anchor else { return .unknown() }
    if let step { return TimePeriod.decade(floor(anchor.year, 100) + step * 100 + number).result() }
    let decade = floor(anchor.year, 100) + number
    return TimePeriod.decade(decade <= anchor.year ? decade : decade - 100).result()
  }

  /// «القرن التاسع عشر» (the nineteenth century): `18`; «القرن الماضي» (last century), «الألفية الثالثة»: `2`.
  static func century(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    let isMillennium = arguments.attribute("unit") == "MILLENNIUM"
    let size = isMillennium ? 1000 : 100
    if let step = arguments.direction() ?? arguments.direction("century") {
      guard let anchor = context.anchor else { return .unknown() }
      let first = floor(anchor.year, size) + step * size
      return (isMillennium ? TimePeriod.millennium(first) : .century(first)).result()
    }
    guard let number = arguments.int("century"), (1...30).contains(number) else { return nil }
    if arguments.attribute("era") == "BC" {
      let value = "BC" + TimeFormat.padded(number - 1, isMillennium ? 1 : 2)
      return TimexResult(timex: .date, value: value)
    }
    if arguments.attribute("era") == "AH" {
      // The century of the Christian era in which its middle lies.
      let middle = HijriCalendar(context.options.hijri).year((number - 1) * 100 + 50).first.year
      var result = TimePeriod.century(floor(middle, 100)).result(.hijri)
      result.begin = nil
      result.end = nil
      return result
    }
    if isMillennium { return number > 3 ? nil : TimePeriod.millennium((number - 1) * 1000).result() }
    return TimePeriod.century((number - 1) * 100).result()
  }
}
