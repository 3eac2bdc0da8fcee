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
    if context.isSince, context.options.preference == .news {
      return periods.last { $0.first <= anchor } ?? periods.first
    }
    if context.futureTense, preference == .nearest, context.options.preference == .news {
      // What will be lies ahead, but for a month that has just ended: there the verb belongs to another part of the clause.
      if case .day? = periods.first { return periods.first { $0.last >= anchor } ?? periods.last }
      return nearest(periods, anchor, behind: 12)
    }
    if context.futureTense || preference == .future {
      return periods.first { $0.last >= anchor } ?? periods.last
    }
    if preference == .past { return periods.last { $0.first <= anchor } ?? periods.first }
    guard context.options.preference == .news else { return nearest(periods, anchor) }
    return nearest(periods, anchor, ahead: context.aheadWeight, behind: context.behindWeight)
  }

  /// The period with the smallest gap to the anchor, the earlier of two.
  ///
  /// - Parameters:
  ///   - ahead: how much heavier a gap into the future weighs.
  ///   - behind: how much heavier a gap into the past weighs.
  static func nearest(_ periods: [TimePeriod], _ anchor: CivilDate, ahead: Int = 1, behind: Int = 1) -> TimePeriod? {
    func gap(_ period: TimePeriod) -> Int {
      if period.last < anchor { return (anchor.dayNumber - period.last.dayNumber) * behind }
      return max(0, period.first.dayNumber - anchor.dayNumber) * ahead
    }
    return periods.min { gap($0) < gap($1) }
  }
}
