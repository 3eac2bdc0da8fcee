import ArabicText
import Rules
import Time

extension EntityBuilder {
  /// The classes that this stage reads besides those of the rules.
  public static let classes = [
    "future-particle", "past-verb", "plan-word", "month-name", "since-word", "until-word", "start-word", "preposition",
  ]

  /// Tells the context what the clause before a date speaks of: what will be, what was, or what goes on.
  func setTense(_ lattice: Lattice, _ tokens: Range<Int>, _ context: inout TimeContext) {
    context.futureTense = isFuture(lattice, tokens)
    guard !context.futureTense else { return }
    let since = annotator.bit("since-word")
    let open = [annotator.bit("until-word"), annotator.bit("start-word")]
    let past = annotator.bit("past-verb")
    let plan = annotator.bit("plan-word")
    let month = annotator.bit("month-name")
    var t = tokens.lowerBound - 1
    while t >= 0, t >= tokens.lowerBound - 8, !lattice.has(.sentenceEnd, t) {
      let distance = tokens.lowerBound - t
      if distance <= 3, lattice.begins(since, t) {
        context.isSince = true
        return
      }
      if lattice.begins(plan, t) {
        context.aheadWeight = 1
        context.behindWeight = 12
        return
      }
      if distance <= 4,
        open.contains(where: { lattice.begins($0, t) }) || lattice.tokens[t].isImperfect && !lattice.begins(month, t)
      {
        context.aheadWeight = 1
        return
      }
      if distance <= 6, lattice.begins(past, t) || !lattice.has(.functionWord, t) && lattice.tokens[t].isFemininePast {
        context.aheadWeight = 6
        return
      }
      t -= 1
    }
  }

  /// Whether «بعد …» (after so much time) counts from what is told, as mostly in news: nothing around it speaks of what is
  /// planned, goes on or will be, and it does not stand alone.
  func isTold(_ lattice: Lattice, _ tokens: Range<Int>, _ context: TimeContext) -> Bool {
    guard !context.futureTense, context.aheadWeight != 1 else { return false }
    let future = annotator.bit("future-particle")
    let after = tokens.upperBound..<min(tokens.upperBound + 4, lattice.tokens.count)
    for t in after where lattice.begins(future, t) || lattice.tokens[t].isFutureVerb && !lattice.has(.known, t) {
      return false
    }
    return lattice.tokens.count > tokens.count + 3
  }

  /// Whether the clause before a date speaks of the future: a verb with س, or سوف.
  private func isFuture(_ lattice: Lattice, _ tokens: Range<Int>) -> Bool {
    let future = annotator.bit("future-particle")
    var t = tokens.lowerBound - 1
    while t >= 0, t > tokens.lowerBound - 18, !lattice.has(.sentenceEnd, t) {
      if lattice.begins(future, t) { return true }
      let isNoun = lattice.has(.feminine, t) || lattice.has(.known, t) && !lattice.has(.withSeen, t)
      if lattice.tokens[t].isFutureVerb, !isNoun { return true }
      t -= 1
    }
    return false
  }
}

extension Token {
  /// Whether the word looks like سـ with an imperfect verb: «سيلتقي», «ستعقد».
  var isFutureVerb: Bool {
    guard kind == .arabic, letters >= 5 else { return false }
    var codes = lead
    if firstCode == 0x1B || firstCode == 0x14 { codes >>= 8 }
    let second = UInt8(truncatingIfNeeded: codes >> 8)
    return UInt8(truncatingIfNeeded: codes) == 0x0C && (second == 0x1C || second == 0x04 || second == 0x19)
  }

  /// Whether the word looks like an imperfect verb in يـ: «يستمر», «ويبدأ».
  var isImperfect: Bool {
    guard kind == .arabic, letters >= 4 else { return false }
    let joined = firstCode == 0x1B || firstCode == 0x14
    return UInt8(truncatingIfNeeded: joined ? lead >> 8 : lead) == 0x1C
  }

  /// Whether the word looks like the past tense in ـت: «بدأت», «وارتفعت»; plurals in ات do not.
  var isFemininePast: Bool {
    guard kind == .arabic, letters >= 4, !flags.contains(.tehMarbuta) else { return false }
    let beforeLast = UInt8(truncatingIfNeeded: trail >> 8)
    return lastCode == 0x04 && beforeLast != 0x02 && lead & 0xFFFF != 0x1702
  }
}
