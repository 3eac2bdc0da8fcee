import ArabicText
import Rules
import Time

extension EntityBuilder {
  /// Gives clock times the day of the date beside them: «السبت 21 سبتمبر الساعة 8:30 مساء» (Saturday 21 September, 8:30 p.m.).
  ///
  /// A part of day that stands with the date counts for the clock too: «مساء السبت عند الساعة 8».
  func joinClocks(_ lattice: Lattice, _ dates: inout [(record: Record, entity: Entity)], _ context: TimeContext) {
    for k in dates.indices where isClockAlone(dates[k].record) {
      let tokens = dates[k].entity.tokens
      let neighbours = [k - 1, k + 1].filter { dates.indices.contains($0) && isDay(dates[$0].entity) }
      guard
        let n = neighbours.first(where: { n in
          let other = dates[n].entity.tokens
          let (a, b) = n < k ? (other, tokens) : (tokens, other)
          guard a.upperBound <= b.lowerBound else { return false }
          let gap = a.upperBound..<b.lowerBound
          return n < k ? isLink(lattice, gap) : gap.isEmpty
        }), let value = dates[n].entity.timex?.value, let day = CivilDate(iso: value)
      else { continue }
      var context = context
      context.anchor = day
      context.anchorHour = nil
      var more: [String: TimeArgument] = [:]
      if value.utf8.count > 11, dates[k].record.capture("part") == nil {
        more["part"] = TimeArgument(attributes: ["part": String(value.dropFirst(11))])
      }
      if let e = date(lattice, dates[k].record, context, more: more)?.first { dates[k].entity = e }
    }
  }

  /// Whether a record is a clock time without a day of its own.
  private func isClockAlone(_ r: Record) -> Bool {
    guard case .call("clock", _)? = r.rule.make.field("value") else { return false }
    return ["day", "weekday", "deictic"].allSatisfy { r.capture($0) == nil }
  }

  /// Whether an entity is one day, perhaps with a part of day, but without a clock time.
  private func isDay(_ e: Entity) -> Bool {
    guard let value = e.timex?.value, !value.contains("/"), !value.contains(":") else { return false }
    return value.utf8.count == 10 || value.utf8.count == 13
  }

  /// Whether only a comma or a preposition stands between a date and a clock time.
  private func isLink(_ lattice: Lattice, _ gap: Range<Int>) -> Bool {
    let preposition = annotator.bit("preposition")
    return gap.count <= 2
      && gap.allSatisfy { t in
        lattice.tokens[t].kind == .comma || lattice.tokens[t].kind == .dash || lattice.begins(preposition, t)
      }
  }
}
