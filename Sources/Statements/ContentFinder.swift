import ArabicText

/// Finds where the content of a statement begins and ends.
struct ContentFinder {
  let scene: Scene
  /// The first tokens of frames that end the content of an earlier one.
  let cuts: Set<Int>
  /// The most tokens that one reported clause may have, so that a text without any end costs linear time.
  static let lengthLimit = 300

  init(_ scene: Scene, _ frames: [Frame]) {
    self.scene = scene
    cuts = Set(frames.compactMap { Self.cut(scene, $0) })
  }

  /// Where a chained frame ends the content before it; nil for a cue embedded in a clause.
  static func cut(_ scene: Scene, _ f: Frame) -> Int? {
    let t = f.first
    guard t > 0 else { return nil }
    let before = scene.kind(t - 1)
    let comma = before == .comma || before == .semicolon || before == .dash
    let waw = scene.lattice.has(.withWaw, t) || scene.lattice.has(.withFeh, t)
    switch f.form {
    case .participle: return comma || waw || before == .closeQuote || before == .quote || f.mark != .masdar ? t : nil
    case .preposition: return comma ? t : nil
    case .finite:
      return waw && (comma || f.mark != .masdar || f.record.rule.trust >= 0.7) || scene.lattice.has(.sentenceStart, t)
        || scene.begins("switch-marker", t - 1) ? t : nil
    case .noun, .colon: return nil
    }
  }

  /// The tokens of the content after a frame, without particle, outer marks and final punctuation.
  func content(of f: Frame) -> (tokens: Range<Int>, type: Statement.Kind)? {
    guard let begin = f.begin else { return before(f) }
    guard begin < scene.lattice.tokens.count else { return nil }
    if let q = speech(at: begin, f) { return quoted(q, f) }
    var end = clauseEnd(from: begin, f)
    if let around = scene.quotation(around: f.cue.lowerBound) { end = min(end, around.close) }
    let range = trimmed(begin..<max(begin, end))
    guard !range.isEmpty else { return nil }
    let inner = scene.hasSpeech(in: range)
    if f.form == .colon { return (range, isFirstPerson(range) ? .direct : .indirect) }
    let type: Statement.Kind = f.mark == .colon ? .direct : inner ? .mixed : .indirect
    return (range, type)
  }

  /// Whether a headline is in the speaker's own words: «لن ننسحب», «سنواصل», «نحن», «متمسكون».
  private func isFirstPerson(_ range: Range<Int>) -> Bool {
    for t in range.prefix(4) where scene.kind(t) == .arabic {
      let word = scene.lattice.folded(t)
      if word == "نحن" || word == "انا" || word.hasPrefix("سن")
        || word.hasPrefix("سا") && scene.lattice.has(.withSeen, t)
      {
        return true
      }
      if t > range.lowerBound, ["لن", "لم", "لا"].contains(scene.lattice.folded(t - 1)),
        word.hasPrefix("ن") || word.hasPrefix("ا")
      {
        return true
      }
    }
    return false
  }

  /// The quotation that begins the content at `t`; one that is a name is passed over.
  private func speech(at t: Int, _ f: Frame) -> Quotation? {
    guard let q = scene.quotationAt[t] else { return nil }
    if f.mark == .particle, scene.isName(q), q.close + 1 < scene.lattice.tokens.count, !isBoundary(q.close + 1) {
      return nil
    }
    return q
  }

  /// A content that begins with a quotation: direct where the quotation is all of it.
  private func quoted(_ q: Quotation, _ f: Frame) -> (tokens: Range<Int>, type: Statement.Kind)? {
    var end = q.isClosed ? q.close : min(q.close, clauseEnd(from: q.open + 1, f))
    if f.mark == .particle, q.isClosed, q.close + 1 < scene.lattice.tokens.count, !isBoundary(q.close + 1) {
      let whole = trimmed(q.open..<clauseEnd(from: q.open, f))
      if whole.upperBound > q.close + 1 { return (whole, .mixed) }
    }
    // Adjacent quotations go on: «…» «…».
    while q.isClosed, end + 1 < scene.lattice.tokens.count, let next = scene.quotationAt[end + 1], !scene.isName(next) {
      end = next.close
    }
    let range = trimmed(q.open + 1..<max(q.open + 1, end))
    return range.isEmpty ? nil : (range, .direct)
  }

  /// Whether the clause of a quotation is over at token `t`.
  private func isBoundary(_ t: Int) -> Bool {
    let kind = scene.kind(t)
    if kind == .period || kind == .comma || kind == .semicolon || kind == .closeParen { return true }
    return scene.lattice.has(.sentenceStart, t) || scene.lattice.has(.lineStart, t)
  }

  /// Where the reported clause from `begin` ends.
  func clauseEnd(from begin: Int, _ f: Frame) -> Int {
    let tokens = scene.lattice.tokens
    let limit = min(max(begin, f.block.tokens.upperBound), begin + Self.lengthLimit)
    var t = begin
    while t < limit {
      if t > begin {
        if cuts.contains(t) { return t }
        if tokens[t].flags.contains(.lineStart) { return t }
        if resumes(t) || chains(t) { return t }
        if scene.begins("post-cue", t) { return t }
      }
      if let q = scene.quotationAt[t], q.isClosed, q.close < limit {
        t = q.close
        if Sentences.isEnd(tokens, t - 1), t + 1 >= limit || tokens[t + 1].flags.contains(.lineStart) { return t + 1 }
      }
      if Sentences.isEnd(tokens, t) { return t + 1 }
      t += 1
    }
    return limit
  }

  /// Whether the reporter's voice resumes at `t`: «، فيما …», «، في حين …».
  private func resumes(_ t: Int) -> Bool {
    guard scene.begins("resume-conj", t), t > 0 else { return false }
    return scene.kind(t - 1) == .comma || scene.kind(t - 1) == .semicolon
  }

  /// Whether the next act of the same speaker begins at `t`: «مشيرا …», «، وقال …», «، لكنه قال …».
  private func chains(_ t: Int) -> Bool {
    let before = scene.kind(t - 1)
    let comma = before == .comma || before == .semicolon || before == .dash || before == .ellipsis
    let last = scene.lattice.folded(t).unicodeScalars.last
    if scene.begins("cue-participle", t), !scene.lattice.has(.definite, t) {
      return last == "ا" || comma && (last == "ه" || last == "ن")
    }
    guard comma else { return false }
    if scene.begins("cue-participle-weak", t), !scene.lattice.has(.definite, t),
      last == "ا" || last == "ه" || last == "ن",
      t + 1 < scene.lattice.tokens.count,
      scene.begins("reported-particle", t + 1) || scene.quotationAt[t + 1] != nil || scene.kind(t + 1) == .colon
    {
      return true
    }
    if scene.lattice.has(.withWaw, t), scene.begins("cue-past", t), scene.begins("cue-strong", t) { return true }
    guard t + 1 < scene.lattice.tokens.count else { return false }
    return (scene.begins("contrast-conj", t) || scene.begins("whereas", t))
      && scene.begins("cue-past", t + 1) && scene.begins("cue-strong", t + 1)
  }

  /// The content before a post-posed attribution: from the beginning of its sentence, or from the cut before.
  private func before(_ f: Frame) -> (tokens: Range<Int>, type: Statement.Kind)? {
    let end = f.first
    var start = end
    while start > f.block.tokens.lowerBound, end - start < Self.lengthLimit,
      !scene.lattice.has(.sentenceStart, start) || start == end
    {
      start -= 1
      // What another cue reports is not reported again: «أكد …، بحسب رويترز».
      if cuts.contains(start), start < end { return nil }
    }
    let range = trimmed(start..<end)
    if let word = spoken(f, end) { return (word, .direct) }
    if let after = after(f), after.count > range.count {
      return (after, scene.hasSpeech(in: after) ? .mixed : .indirect)
    }
    guard range.count >= 3 else { return nil }
    if scene.quotationAt[range.lowerBound].map({ $0.close >= range.upperBound - 1 && $0.isClosed }) == true {
      return (trimmed(range.lowerBound + 1..<range.upperBound - 1), .direct)
    }
    let inner = scene.hasSpeech(in: range)
    return (range, inner ? .mixed : .indirect)
  }

  /// The quoted words right before «على حد تعبير …».
  private func spoken(_ f: Frame, _ end: Int) -> Range<Int>? {
    guard scene.lattice.folded(f.first) == "علي", let q = scene.lattice.quotations.last(where: { $0.close == end - 1 }),
      q.isClosed, q.close > q.open + 1
    else { return nil }
    return q.open + 1..<q.close
  }

  /// The clause behind an attribution between commas: «على الشركات، بحسب المصدر، دفع الرسوم».
  private func after(_ f: Frame) -> Range<Int>? {
    let t = f.record.tokens.upperBound
    guard t + 1 < f.block.tokens.upperBound, scene.kind(t) == .comma, !cuts.contains(t + 1), !resumes(t + 1),
      !chains(t + 1),
      !scene.begins("cue-past", t + 1), !scene.begins("cue-present", t + 1), !scene.lattice.has(.withWaw, t + 1)
    else { return nil }
    let range = trimmed(t + 1..<clauseEnd(from: t + 1, f))
    return range.isEmpty ? nil : range
  }

  /// A range without punctuation at its ends; a closing mark whose opening one is inside stays.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isTrimmable(low) { low += 1 }
    while low < high {
      let t = high - 1
      if scene.kind(t) == .closeQuote || scene.kind(t) == .quote || scene.kind(t) == .closeParen { break }
      guard isTrimmable(t) || scene.lattice.tokens[t].kind == .arabic && isDanglingConjunction(t) else { break }
      high -= 1
    }
    return low..<high
  }

  private func isTrimmable(_ t: Int) -> Bool {
    switch scene.kind(t) {
    case .comma, .period, .colon, .semicolon, .ellipsis, .dash, .exclamation, .question: true
    default: false
    }
  }

  private func isDanglingConjunction(_ t: Int) -> Bool {
    scene.lattice.tokens[t].letters == 1 && scene.lattice.tokens[t].firstCode == 0x1B
  }
}
