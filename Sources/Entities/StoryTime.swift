import Time

/// A time that is counted from another one in the text: «الشهر السابق» (the month before), «مايو من العام نفسه».
struct StoryTime {
  /// The date that it is counted from.
  struct Told {
    let day: CivilDate
    let isHijri: Bool
  }

  var function: String
  var values: [String: TimeArgument]
  let step: Int
  /// The unit in which it is counted.
  let unit: String

  init(function: String, values: [String: TimeArgument], step: Int) {
    self.function = function
    self.values = values
    self.step = step
    unit = values["month"] != nil ? "Y" : values["unit"]?.attributes["unit"] ?? "D"
    self.values["event"] = nil
    let direction = values["month"] != nil ? "yearDirection" : "direction"
    if values[direction] == nil {
      self.values[direction] = TimeArgument(attributes: ["direction": String(step)])
    }
  }

  /// The longest that the date told can be, in days; nil where nothing can be counted.
  var size: Int? {
    guard values["unit"]?.attributes["number"] ?? "1" == "1" else { return nil }
    return ["D": 1, "W": 7, "M": 31, "Q": 92, "HALF": 184, "Y": 366, "SEASONYEAR": 366][unit]
  }

  /// Counts from the date told.
  mutating func count(from told: Told, _ context: inout TimeContext) {
    let hasYear = values["year"] != nil || values["yearDirection"] != nil && values["month"] == nil
    if unit == "M", hasYear {
      // «الشهر نفسه من العام الماضي» (the same month of last year): the year is that of the words.
      function = "calendar-date"
      values["month"] = TimeArgument(attributes: ["month": String(told.day.month)])
      values["unit"] = nil
      values["direction"] = nil
      return
    }
    context.anchor = told.day
    guard told.isHijri else { return }
    let date = HijriCalendar(context.options.hijri).hijri(told.day)
    if unit == "Y" { values["calendar"] = TimeArgument(attributes: ["calendar": "hijri"]) }
    if unit == "M" {
      let months = date.year * 12 + date.month - 1 + step
      function = "calendar-date"
      values["month"] = TimeArgument(attributes: ["hmonth": String(months % 12 + 1)])
      values["year"] = TimeArgument(words: [String(months / 12)])
      values["unit"] = nil
      values["direction"] = nil
    }
  }

  /// The meaning.
  func result(_ context: TimeContext) -> TimexResult? { TimeFunctions.evaluate(function, values, context) }
}
