extension TimeFunctions {
  /// «ثلاثة أيام» `P3D`, «ساعة ونصف» `PT1H30M`, «عدة أيام» `PXD`, «نصف قرن» (half a century) `P50Y`.
  static func duration(_ arguments: TimeArguments, _ context: TimeContext) -> TimexResult? {
    if let text = arguments["text"] {
      guard let parts = DurationWords.parts(text.words) else { return nil }
      return TimexResult(timex: .duration, value: parts.value)
    }
    guard let unit = arguments["unit"]?.attributes["unit"] ?? arguments.attribute("unit"),
      let code = durationCode(unit)
    else { return nil }
    guard let amount = amount(arguments) else {
      return TimexResult(timex: .duration, value: (code.isClock ? "PT" : "P") + "X" + code.letter)
    }
    var parts = DurationParts()
    guard parts.add(amount * code.factor, code) else { return nil }
    if let second = arguments["unit2"], let next = second.attributes["unit"].flatMap(durationCode) {
      let count = arguments["count2"]?.number ?? second.attributes["number"].flatMap(Double.init) ?? 1
      guard parts.add(count * next.factor, next) else { return nil }
    }
    return TimexResult(timex: .duration, value: parts.value)
  }

  struct DurationCode {
    var letter: String
    var factor = 1.0
    var isClock = false
  }

  static func durationCode(_ unit: String) -> DurationCode? {
    switch unit {
    case "D", "W", "M", "Y": DurationCode(letter: unit)
    case "H", "S": DurationCode(letter: unit, isClock: true)
    case "MIN": DurationCode(letter: "M", isClock: true)
    case "Q": DurationCode(letter: "M", factor: 3)
    case "HALF": DurationCode(letter: "M", factor: 6)
    case "DECADE": DurationCode(letter: "Y", factor: 10)
    case "CENTURY": DurationCode(letter: "Y", factor: 100)
    case "MILLENNIUM": DurationCode(letter: "Y", factor: 1000)
    default: nil
    }
  }

  /// The amounts of a duration by unit; fractions go to the next smaller unit where that is exact.
  struct DurationParts {
    private var amounts: [String: Double] = [:]

    mutating func add(_ amount: Double, _ code: DurationCode) -> Bool {
      guard amount > 0, amount < 1e12 else { return false }
      let key = (code.isClock ? "T" : "") + code.letter
      let whole = amount.rounded(.down)
      let rest = amount - whole
      let smaller: (key: String, size: Double)? =
        switch key {
        case "Y": ("M", 12)
        case "M": ("D", 30)
        case "D": ("TH", 24)
        case "TH": ("TM", 60)
        case "TM": ("TS", 60)
        default: nil
        }
      if rest > 0, amount < 1000, let smaller, abs((rest * smaller.size).rounded() - rest * smaller.size) < 1e-6 {
        if whole > 0 { amounts[key, default: 0] += whole }
        amounts[smaller.key, default: 0] += (rest * smaller.size).rounded()
      } else {
        amounts[key, default: 0] += amount
      }
      return true
    }

    var value: String {
      func write(_ keys: [String]) -> String {
        keys.map { key in amounts[key].map { TimeFormat.decimal($0) + String(key.suffix(1)) } ?? "" }.joined()
      }
      let time = write(["TH", "TM", "TS"])
      return "P" + write(["Y", "M", "W", "D"]) + (time.isEmpty ? "" : "T" + time)
    }
  }
}
