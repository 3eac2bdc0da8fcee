import ArabicText

/// A phrase of a gazetteer found in the text.
public struct Hit: Sendable {
  /// The first token.
  public var token: Int32
  /// The number of tokens.
  public var count: UInt16
  /// The proclitics taken off the first token.
  public var proclitics: Proclitics
  /// How many letters of the first token stand before the phrase.
  public var stripped: UInt8
  /// The gazetteer, by its place in the set.
  public var source: UInt16
  /// Where the forms stand in that gazetteer.
  var value: UInt32
}

/// Finds all phrases of a set of gazetteers in tokens, with and without proclitics.
///
/// Words are looked up by their hashes in three steps, each over a block of tokens, so that the loads of a step don't wait for each
/// other: a one-bit table of first words, the table of phrases, and for those few that go on the words after. The text is compared
/// with the stored phrase only where a hit is asked for its forms. See ``FlatFile`` for the tables.
public struct Matcher: Sendable {
  /// The gazetteers; earlier ones win ties.
  public let gazetteers: [Gazetteer]
  /// The powers of the token hash's base.
  let powers = TokenHash.powers
  /// Tokens worked through at a time.
  static let block = 512

  /// Creates a matcher over `gazetteers`.
  public init(_ gazetteers: [Gazetteer]) { self.gazetteers = gazetteers }

  /// Which of the hits ``matches(_:_:_:)`` answers.
  public enum Mode: Sendable {
    /// Every phrase, also inside others.
    case all
    /// From left to right the longest phrase, and none that overlaps it.
    case longest
  }

  /// The phrases that stand in the text: hits whose letters have been compared.
  public func matches(_ tokens: [Token], _ bytes: [UInt8], _ mode: Mode = .all) -> [Hit] {
    var hits: [Hit] = []
    var candidates: [Candidate] = []
    findHits(tokens, tokens.indices, &hits, &candidates)
    hits.removeAll { !isSame($0, tokens, bytes) }
    guard mode == .longest else { return hits }
    var kept: [Hit] = []
    var end = 0
    var k = 0
    while k < hits.count {
      let t = hits[k].token
      var best = hits[k]
      while k < hits.count, hits[k].token == t {
        if hits[k].count > best.count { best = hits[k] }
        k += 1
      }
      guard Int(t) >= end else { continue }
      kept.append(best)
      end = Int(t) + Int(best.count)
    }
    return kept
  }

  /// The hits that begin at token `t`, not compared with the text: for every reading of the token, bare word first, the longest phrase first.
  public func hits(_ tokens: [Token], at t: Int) -> [Hit] {
    var hits: [Hit] = []
    var candidates: [Candidate] = []
    findHits(tokens, t..<t + 1, &hits, &candidates)
    return hits
  }

  /// Appends the hits that begin at tokens of `range`, in the order of ``hits(_:at:)``.
  public func findHits(_ tokens: [Token], _ range: Range<Int>, _ hits: inout [Hit]) {
    var candidates: [Candidate] = []
    findHits(tokens, range, &hits, &candidates)
  }

  /// A word that may begin a phrase.
  private struct Candidate {
    var hash: UInt64
    var token: Int32
    var value: UInt32
    var source: UInt16
    var proclitics: Proclitics
    var stripped: UInt8
  }

  private func findHits(
    _ tokens: [Token], _ range: Range<Int>, _ hits: inout [Hit], _ candidates: inout [Candidate]
  ) {
    var start = range.lowerBound
    let tokens = tokens.span
    while start < range.upperBound {
      let end = min(range.upperBound, start + Self.block)
      candidates.removeAll(keepingCapacity: true)
      for t in start..<end { addCandidates(tokens[t], t, &candidates) }
      for k in candidates.indices {
        candidates[k].value = gazetteers[Int(candidates[k].source)].probe(candidates[k].hash)
      }
      for c in candidates where c.value != 0 { extend(c, tokens, &hits) }
      start = end
    }
  }

  @inline(__always)
  private func addCandidates(_ token: Token, _ t: Int, _ candidates: inout [Candidate]) {
    guard token.kind.isWord || token.kind == .period else { return }
    let bare = TokenHash.mixed(token.hash)
    for s in gazetteers.indices where gazetteers[s].mayBegin(bare) {
      candidates.append(
        Candidate(hash: bare, token: Int32(t), value: 0, source: UInt16(s), proclitics: [], stripped: 0))
    }
    guard token.kind == .arabic, token.letters > 1 else { return }
    let c = token.firstCode
    guard c < 0x20, 0x08D0_1008 >> UInt32(c) & 1 != 0 else { return }
    token.eachProclitic(powers: powers.span) { a in
      let h = TokenHash.mixed(a.hash)
      for s in gazetteers.indices where gazetteers[s].mayBegin(h) {
        candidates.append(
          Candidate(
            hash: h, token: Int32(t), value: 0, source: UInt16(s), proclitics: a.proclitics, stripped: UInt8(a.letters))
        )
      }
    }
  }

  @inline(__always)
  private func extend(_ c: Candidate, _ tokens: Span<Token>, _ hits: inout [Hit]) {
    let begin = hits.count
    var v = c.value
    var h = c.hash
    var j = Int(c.token)
    while true {
      if v & ~FlatFile.more != 0 {
        hits.append(
          Hit(
            token: c.token, count: UInt16(j - Int(c.token) + 1), proclitics: c.proclitics, stripped: c.stripped,
            source: c.source, value: v & ~FlatFile.more))
      }
      guard v & FlatFile.more != 0, j + 1 < tokens.count else { break }
      j += 1
      // Words of a phrase stand in one line; marks inside it are part of the phrase.
      if tokens[j].flags.contains(.lineStart) { break }
      h = TokenHash.joined(h, TokenHash.mixed(tokens[j].hash))
      let g = gazetteers[Int(c.source)]
      if j == Int(c.token) + 1, !g.mayContinue(h) { break }
      v = g.probe(h)
      if v == 0 { break }
    }
    if hits.count - begin > 1 { hits[begin...].reverse() }
  }

  /// Calls `body` with each form of a hit that the written text does not contradict.
  @inline(__always)
  public func eachForm(
    _ hit: Hit, _ tokens: [Token], _ bytes: [UInt8], _ body: (Gazetteer.FormReference, Folding.Agreement) -> Void
  ) {
    guard isSame(hit, tokens, bytes) else { return }
    gazetteers[Int(hit.source)].eachForm(hit.value) { form in
      let agreement = form.isExact ? agreement(hit, tokens, bytes, form) : .exact
      if agreement != .contradicts { body(form, agreement) }
    }
  }

  /// How far hamza and shadda of the text agree with those of an exact form.
  private func agreement(_ hit: Hit, _ tokens: [Token], _ bytes: [UInt8], _ form: Gazetteer.FormReference)
    -> Folding.Agreement
  {
    if hit.proclitics.contains(.lamLam) { return .exact }
    guard hit.count == 1 else { return .folded }
    let first = tokens[Int(hit.token)]
    let start = hit.stripped == 0 ? Int(first.start) : first.offset(after: Int(hit.stripped), in: bytes)
    return Folding.agreement(bytes[start..<Int(first.end)], with: Array(form.bytes)[...])
  }

  /// Whether the text really has the stored phrase: hashes can collide.
  private func isSame(_ hit: Hit, _ tokens: [Token], _ bytes: [UInt8]) -> Bool {
    let stored = gazetteers[Int(hit.source)].firstForm(hit.value).bytes
    let first = tokens[Int(hit.token)]
    let start = hit.stripped == 0 ? Int(first.start) : first.offset(after: Int(hit.stripped), in: bytes)
    let end = Int(tokens[Int(hit.token) + Int(hit.count) - 1].end)
    return Folding.sameLetters(
      bytes, start, end, stored, skippingFirstOfStored: hit.proclitics.contains(.lamLam))
  }
}
