/// Chooses among the periods that an expression without a year can mean.
enum TimeChoice {
  /// The period meant: before or after the anchor where `direction` says so, else by tense and preference.
  ///
  /// - Parameters:
  ///   - periods: the candidates, earliest first.
  ///   - custom: what the news preference means for this family.
  static func choose(
    _ periods: [TimePeriod], direction: Int?, context: TimeContext, custom: TimePreference = .nearest
  ) -> TimePeriod? {
    guard let anchor = context.anchor else { return nil }
    switch direction {
    case .some(let step) where step < 0:
      let before = periods.filter { $0.last < anchor }
      return before.dropLast(-step - 1).last
    case .some(let step) where step > 0:
      let after = periods.filter { $0.first > anchor }
      return after.dropFirst(step - 1).first
    case .some:
      return periods.first { $0.first <= anchor && anchor <= $0.last }
        ?? periods.first { $0.first.year == anchor.year } ?? nearest(periods, anchor)
    case nil: break
    }
    let preference = context.options.preference == .news ? custom : context.options.preference
    if context.futureTense || preference == .future {
      return periods.first { $0.last >= anchor } ?? periods.last
    }
    if preference == .past { return periods.last { $0.first <= anchor } ?? periods.first }
    return nearest(periods, anchor)
  }

  /// The period with the smallest gap to the anchor, the earlier of two.
  static func nearest(_ periods: [TimePeriod], _ anchor: CivilDate) -> TimePeriod? {
    periods.min { gap($0, anchor) < gap($1, anchor) }
  }

  private static func gap(_ period: TimePeriod, _ anchor: CivilDate) -> Int {
    if period.last < anchor { return anchor.dayNumber - period.last.dayNumber }
    return max(0, period.first.dayNumber - anchor.dayNumber)
  }
}
