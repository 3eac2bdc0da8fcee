import ArabicText
import Rules
import Time

extension EntityBuilder {
  /// Gives times counted from what is told the date that stands before them: «في يوليو … عن الشهر السابق» (in July …
  /// than in the month before) is June, «عام 2013 … في مايو من العام نفسه» (in May of the same year) is 2013-05.
  ///
  /// Without such a date «العام السابق», «الأسبوع السابق» (the year, week before) are counted from the document's date.
  func joinStory(_ lattice: Lattice, _ dates: inout [(record: Record, entity: Entity)], _ context: TimeContext) {
    guard context.options.preference == .news else { return }
    for k in dates.indices where dates[k].entity.timex?.value == nil {
      guard case .call(let function, let arguments)? = value(dates[k].record) else { continue }
      let values = values(lattice, dates[k].record, arguments)
      guard let step = values["event"]?.int(attribute: "step") else { continue }
      var event = StoryTime(function: function, values: values, step: step)
      guard let size = event.size else { continue }
      var context = context
      if let told = told(lattice, dates[..<k], before: dates[k].entity.tokens.lowerBound, upTo: size, step) {
        event.count(from: told, &context)
      } else if step != -1 || !["W", "Y", "SEASONYEAR"].contains(event.unit) || values["month"] != nil {
        continue
      }
      if let result = event.result(context), result.value != nil { dates[k].entity.timex = result }
    }
  }

  /// The last date told before a token that is no longer than so many days: in its sentence or, for «نفسه» (the same),
  /// in the sentence before it.
  private func told(
    _ lattice: Lattice, _ dates: ArraySlice<(record: Record, entity: Entity)>, before t: Int, upTo size: Int,
    _ step: Int
  ) -> StoryTime.Told? {
    for (record, e) in dates.reversed() {
      guard e.tokens.upperBound <= t, e.tokens.upperBound + 40 > t else { continue }
      let ends = (e.tokens.upperBound - 1..<t).count { lattice.has(.sentenceEnd, $0) }
      guard ends < (step == 0 ? 2 : 1) else { return nil }
      // What is only compared with («الفترة نفسها من 2014») tells nothing, nor does «أمس» for «ذلك اليوم» (that day).
      guard case .call(let function, _)? = value(record), !isCompared(lattice, record),
        step != 0 || function != "deictic"
      else { continue }
      guard let x = e.timex, let value = x.value, x.timex == .date || x.timex == .time, !value.hasSuffix("REF"),
        let first = x.begin.flatMap({ CivilDate(iso: String($0.prefix(10))) })
      else { continue }
      // «منذ 2011» (since 2011) is one year, of which only the first day is kept.
      let last = x.end.flatMap { CivilDate(iso: String($0.prefix(10))) } ?? first
      guard last.dayNumber - first.dayNumber < size, x.end != nil || size == 366 else { continue }
      return StoryTime.Told(day: first, isHijri: x.calendar == .hijri)
    }
    return nil
  }

  /// Whether a date is itself counted from another one, «العام السابق», or a period beside another, «الفترة نفسها من 2014».
  private func isCompared(_ lattice: Lattice, _ r: Record) -> Bool {
    if r.rule.id.hasPrefix("period.same") { return true }
    guard let event = r.capture("event") else { return false }
    return argument(lattice, event).int(attribute: "step") ?? 0 != 0
  }
}
