import ArabicText
import CPrefetch

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
/// Words are looked up by their hashes in steps, each over a block of tokens, so that the loads of a step don't wait for each other:
/// two one-bit tables, of phrases of one word and of the first two words of the others, then the table of phrases for those that pass,
/// then their third words, and so on. The text is compared with the stored phrase where a hit is asked for its forms. See
/// ``FlatFile`` for the tables.
public struct Matcher: Sendable {
  /// The gazetteers; earlier ones win ties.
  public let gazetteers: [Gazetteer]
  /// The powers of the token hash's base.
  let powers = TokenHash.powers
  /// Tokens worked through at a time.
  static let block = 128

  /// Their tables, which live as long as they do.
  private let tables: [PhraseTable]

  /// Creates a matcher over `gazetteers`.
  public init(_ gazetteers: [Gazetteer]) {
    self.gazetteers = gazetteers
    tables = gazetteers.map(\.table)
  }

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
    findHits(tokens, tokens.indices, &hits)
    verify(&hits, tokens, bytes)
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

  /// The bytes of a hit in the text, without its proclitics.
  public func span(_ hit: Hit, _ tokens: [Token], _ bytes: [UInt8]) -> ByteSpan {
    let first = tokens[Int(hit.token)]
    var start = Int(first.start)
    if hit.stripped > 0 {
      // Letters of two bytes and nothing between them: nearly every word.
      let isPlain = Int(first.end) - start == 2 * Int(first.letters)
      start = isPlain ? start + 2 * Int(hit.stripped) : first.offset(after: Int(hit.stripped), in: bytes)
    }
    return ByteSpan(start, Int(tokens[Int(hit.token) + Int(hit.count) - 1].end))
  }

  /// The hits that begin at token `t`, not compared with the text: for every reading of the token, bare word first, the longest phrase first.
  public func hits(_ tokens: [Token], at t: Int) -> [Hit] {
    var hits: [Hit] = []
    findHits(tokens, t..<t + 1, &hits)
    return hits
  }

  /// Appends the hits that begin at tokens of `range`, in the order of ``hits(_:at:)``.
  public func findHits(_ tokens: [Token], _ range: Range<Int>, _ hits: inout [Hit]) {
    // A token has five readings at most: bare, one to three letters off, and with the alef of لل; each alone and with the next word.
    let room = min(range.count, Self.block) * 10 * gazetteers.count
    var found: [Found] = []
    found.reserveCapacity(Self.block)
    tokens.withUnsafeBufferPointer { tokens in
      tables.withUnsafeBufferPointer { tables in
        withUnsafeTemporaryAllocation(of: Candidate.self, capacity: max(room, 1)) { candidates in
          var start = range.lowerBound
          while start < range.upperBound {
            let end = min(range.upperBound, start + Self.block)
            var n = 0
            for t in start..<end { addCandidates(tokens, t, tables, candidates, &n) }
            search(candidates.extracting(0..<n), tokens, tables, &found)
            collect(candidates.extracting(0..<n), found, &hits)
            start = end
          }
        }
      }
    }
  }

  /// A word that may begin a phrase.
  private struct Candidate {
    /// The hash of the words up to `last`.
    var hash: UInt64
    var token: Int32
    /// The last token looked up.
    var last: Int32
    /// The longest phrase found, -1 where there is none.
    var found: Int32
    var source: UInt16
    var proclitics: Proclitics
    var stripped: UInt8
  }

  /// A phrase found for a candidate.
  private struct Found {
    var value: UInt32
    var last: Int32
    /// The next shorter one of the same candidate.
    var shorter: Int32
  }

  @inline(__always)
  private func addCandidates(
    _ tokens: UnsafeBufferPointer<Token>, _ t: Int, _ tables: UnsafeBufferPointer<PhraseTable>,
    _ candidates: UnsafeMutableBufferPointer<Candidate>, _ n: inout Int
  ) {
    let token = tokens[t]
    guard token.kind.isWord || token.kind == .period else { return }
    // Words of a phrase stand in one line; marks inside it are part of the phrase.
    let goesOn = t &+ 1 < tokens.count && !tokens[t &+ 1].flags.contains(.lineStart)
    let next = goesOn ? TokenHash.mixed(tokens[t &+ 1].hash) : 0
    add(token.hash, t, goesOn, next, [], 0, tables, candidates, &n)
    guard token.kind == .arabic, token.letters > 1 else { return }
    let c = token.firstCode
    guard c < 0x20, 0x08D0_1008 >> UInt32(c) & 1 != 0 else { return }
    token.eachProclitic(powers: powers.span) { a in
      add(a.hash, t, goesOn, next, a.proclitics, a.letters, tables, candidates, &n)
    }
  }

  @inline(__always)
  private func add(
    _ hash: UInt64, _ t: Int, _ goesOn: Bool, _ next: UInt64, _ proclitics: Proclitics, _ stripped: Int,
    _ tables: UnsafeBufferPointer<PhraseTable>, _ candidates: UnsafeMutableBufferPointer<Candidate>, _ n: inout Int
  ) {
    let word = TokenHash.mixed(hash)
    let pair = TokenHash.joined(word, next)
    for s in tables.indices {
      if goesOn, tables[s].maybePair(pair) { add(pair, t, t &+ 1) }
      if tables[s].maybeWord(word) { add(word, t, t) }

      @inline(__always)
      func add(_ hash: UInt64, _ t: Int, _ last: Int) {
        tables[s].prefetch(hash)
        candidates.initializeElement(
          at: n,
          to: Candidate(
            hash: hash, token: Int32(truncatingIfNeeded: t), last: Int32(truncatingIfNeeded: last), found: -1,
            source: UInt16(truncatingIfNeeded: s), proclitics: proclitics,
            stripped: UInt8(truncatingIfNeeded: stripped)))
        n &+= 1
      }
    }
  }

  /// Looks up the words of all candidates, the first words first, then the second ones of those that go on.
  private func search(
    _ candidates: UnsafeMutableBufferPointer<Candidate>, _ tokens: UnsafeBufferPointer<Token>,
    _ tables: UnsafeBufferPointer<PhraseTable>, _ found: inout [Found]
  ) {
    found.removeAll(keepingCapacity: true)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: max(candidates.count, 1)) { active in
      var n = candidates.count
      for k in 0..<n { active[k] = Int32(truncatingIfNeeded: k) }
      while n > 0 {
        var kept = 0
        for k in 0..<n {
          let c = Int(active[k])
          if look(&candidates[c], tokens, tables, &found) {
            active[kept] = active[k]
            kept &+= 1
          }
        }
        n = kept
      }
    }
  }

  /// Looks up the words of a candidate up to `last`; answers whether a longer phrase may begin so.
  @inline(__always)
  private func look(
    _ c: inout Candidate, _ tokens: UnsafeBufferPointer<Token>, _ tables: UnsafeBufferPointer<PhraseTable>,
    _ found: inout [Found]
  ) -> Bool {
    let table = tables[Int(c.source)]
    let v = table.probe(c.hash)
    if v & ~FlatFile.more != 0 {
      let shorter = c.found
      c.found = Int32(truncatingIfNeeded: found.count)
      found.append(Found(value: v & ~FlatFile.more, last: c.last, shorter: shorter))
    }
    let next = Int(c.last) &+ 1
    // What begins with this word alone is looked up with the next word as a candidate of its own.
    guard c.last != c.token, v & FlatFile.more != 0, next < tokens.count, !tokens[next].flags.contains(.lineStart)
    else { return false }
    c.hash = TokenHash.joined(c.hash, TokenHash.mixed(tokens[next].hash))
    table.prefetch(c.hash)
    c.last = Int32(truncatingIfNeeded: next)
    return true
  }

  private func collect(_ candidates: UnsafeMutableBufferPointer<Candidate>, _ found: [Found], _ hits: inout [Hit]) {
    for c in candidates {
      var k = c.found
      while k >= 0 {
        let f = found[Int(k)]
        hits.append(
          Hit(
            token: c.token, count: UInt16(truncatingIfNeeded: f.last &- c.token &+ 1), proclitics: c.proclitics,
            stripped: c.stripped, source: c.source, value: f.value))
        k = f.shorter
      }
    }
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
    let span = span(hit, tokens, bytes)
    return Folding.agreement(bytes[span.start..<span.end], with: Array(form.bytes)[...])
  }

  /// Removes the hits whose phrase is not that of the text; what is stored is asked for some hits ahead.
  private func verify(_ hits: inout [Hit], _ tokens: [Token], _ bytes: [UInt8]) {
    var kept = 0
    for k in hits.indices {
      if k + 16 < hits.count {
        let far = hits[k + 16]
        isnad_prefetch(gazetteers[Int(far.source)].firstForm(far.value).record)
        let near = hits[k + 8]
        isnad_prefetch(gazetteers[Int(near.source)].firstForm(near.value).start)
      }
      guard isSame(hits[k], tokens, bytes) else { continue }
      if kept < k { hits[kept] = hits[k] }
      kept += 1
    }
    hits.removeLast(hits.count - kept)
  }

  /// Whether the text really has the stored phrase: hashes can collide.
  private func isSame(_ hit: Hit, _ tokens: [Token], _ bytes: [UInt8]) -> Bool {
    let form = gazetteers[Int(hit.source)].firstForm(hit.value)
    let span = span(hit, tokens, bytes)
    if bytes.withUnsafeBytes({ form.equals(UnsafeRawBufferPointer(rebasing: $0[span.start..<span.end])) }) {
      return true
    }
    let stored = form.bytes
    return Folding.sameLetters(
      bytes, span.start, span.end, stored, skippingFirstOfStored: hit.proclitics.contains(.lamLam))
  }
}
