extension TimeFunctions {
  /// «كل يوم جمعة» (every Friday) `XXXX-WXX-5`, «كل عامين» (every two years) `P2Y`, «يوميا» (daily) `P1D`.
  static func set(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    var value: String?
    if let fixed = arguments.attribute("set") {
      value = fixed
    } else if let weekday = arguments.intAttribute("weekday"), (1...7).contains(weekday) {
      value = "XXXX-WXX-\(weekday)"
      if let part = arguments.attribute("part") { value?.append("T" + part) }
    } else if let month = arguments["month"]?.int(attribute: "month"), (1...12).contains(month) {
      value = "XXXX-" + TimeFormat.padded(month, 2)
      if let day = arguments.int("day") {
        guard CivilDate(year: 2000, month: month, day: day) != nil else { return nil }
        value?.append("-" + TimeFormat.padded(day, 2))
      }
    } else if let season = arguments.attribute("season") {
      value = "XXXX-" + season
    } else if let unit = arguments.attribute("unit"), let code = durationCode(unit) {
      let amount = (amount(arguments) ?? 1) * code.factor
      value = (code.isClock ? "PT" : "P") + TimeFormat.decimal(amount) + code.letter
    } else if let part = arguments.attribute("part") {
      value = "XXXX-XX-XXT" + part
    }
    return value.map { TimexResult(timex: .set, value: $0) }
  }
}
