import ArabicText
import Rules
import Time

extension EntityBuilder {
  /// Gives times counted from what is told the date that stands before them in the sentence: «في يوليو … عن الشهر السابق»
  /// (in July … than in the month before) is June, «عام 2013 … في السنة نفسها» (in the same year) is 2013.
  ///
  /// Without such a date «العام السابق», «الأسبوع السابق» (the year, week before) are counted from the document's date.
  func joinStory(_ lattice: Lattice, _ dates: inout [(record: Record, entity: Entity)], _ context: TimeContext) {
    let news = context.options.preference == .news
    guard news else { return }
    for k in dates.indices where dates[k].entity.timex?.value == nil {
      guard case .call(let function, let arguments)? = value(dates[k].record) else { continue }
      var values = values(lattice, dates[k].record, arguments)
      guard let event = values["event"], let step = event.attributes["step"] else { continue }
      let unit = values["unit"]?.attributes["unit"] ?? "D"
      guard let size = Self.days[unit], values["unit"]?.attributes["number"] ?? "1" == "1" else { continue }
      var context = context
      if let told = told(
        lattice, dates[..<k], before: dates[k].entity.tokens.lowerBound, upTo: size, sentences: step == "0" ? 2 : 1)
      {
        context.anchor = told.day
        if told.isHijri, unit == "Y" { values["calendar"] = TimeArgument(attributes: ["calendar": "hijri"]) }
      } else if !["W", "Y", "SEASONYEAR"].contains(unit) || step != "-1" || event.words.count > 1 || context.anchor == nil {
        continue
      }
      values["event"] = nil
      values["direction"] = TimeArgument(attributes: ["direction": step])
      guard let result = TimeFunctions.evaluate(function, values, context), result.value != nil else { continue }
      dates[k].entity.timex = result
    }
  }

  /// The units that a date can be counted in, with their longest length in days.
  private static let days = ["D": 1, "W": 7, "M": 31, "Q": 92, "HALF": 184, "Y": 366, "SEASONYEAR": 366]

  /// The last date told before a token in its sentence, or in the sentence before it, that is no longer than so many days.
  private func told(
    _ lattice: Lattice, _ dates: ArraySlice<(record: Record, entity: Entity)>, before t: Int, upTo size: Int, sentences: Int
  ) -> (day: CivilDate, isHijri: Bool)? {
    for (_, e) in dates.reversed() {
      guard e.tokens.upperBound <= t, e.tokens.upperBound + 40 > t else { continue }
      let ends = (e.tokens.upperBound - 1..<t).count { lattice.has(.sentenceEnd, $0) }
      guard ends < sentences else { return nil }
      guard let x = e.timex, let value = x.value, x.timex == .date || x.timex == .time, !value.hasSuffix("REF"),
        let first = x.begin.flatMap({ CivilDate(iso: String($0.prefix(10))) })
      else { continue }
      let last = x.end.flatMap { CivilDate(iso: String($0.prefix(10))) } ?? first
      // «منذ 2011» (since 2011) is one year, of which only the first day is kept.
      guard last.dayNumber - first.dayNumber < size, x.end != nil || size == 366 else { continue }
      return (first, x.calendar == .hijri)
    }
    return nil
  }
}
