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
  public var posting: UInt32
}

/// Finds all phrases of a set of gazetteers in tokens, with and without proclitics.
public struct Matcher: Sendable {
  /// The gazetteers; earlier ones win ties.
  public let gazetteers: [Gazetteer]

  /// Creates a matcher over `gazetteers`.
  public init(_ gazetteers: [Gazetteer]) { self.gazetteers = gazetteers }

  /// Calls `body` with the hits that begin at token `t`: for every reading of the token, bare word first, the longest phrase first.
  @inline(__always)
  public func hits(_ tokens: [Token], at t: Int, _ scratch: inout Scratch) {
    scratch.hits.removeAll(keepingCapacity: true)
    let token = tokens[t]
    guard token.kind.isWord || token.kind == .period else { return }
    find(tokens, t, TokenHash.mixed(token.hash), [], 0, &scratch)
    guard token.kind == .arabic, token.letters > 1 else { return }
    let c = token.firstCode
    guard c == 0x1B || c == 0x14 || c == 0x03 || c == 0x17 || c == 0x16 || c == 0x0C else { return }
    let powers = scratch.powers
    token.eachProclitic(powers: powers.span) { a in
      find(tokens, t, TokenHash.mixed(a.hash), a.proclitics, a.letters, &scratch)
    }
  }

  /// What a scan keeps between tokens.
  public struct Scratch {
    /// The hits of the token last asked for.
    public var hits: [Hit] = []
    let powers = TokenHash.powers
    /// Creates it.
    public init() {}
  }

  @inline(__always)
  private func find(
    _ tokens: [Token], _ t: Int, _ first: UInt64, _ proclitics: Proclitics, _ stripped: Int, _ scratch: inout Scratch
  ) {
    for s in gazetteers.indices where gazetteers[s].mayBegin(first) {
      extend(gazetteers[s], UInt16(s), tokens, t, first, proclitics, stripped, &scratch)
    }
  }

  @inline(never)
  private func extend(
    _ g: Gazetteer, _ source: UInt16, _ tokens: [Token], _ t: Int, _ first: UInt64, _ proclitics: Proclitics,
    _ stripped: Int,
    _ scratch: inout Scratch
  ) {
    let begin = scratch.hits.count
    var h = first
    var j = t
    while true {
      let v = g.probe(h)
      let posting = v & ~FlatFile.more
      if posting != 0 {
        scratch.hits.append(
          Hit(
            token: Int32(t), count: UInt16(j - t + 1), proclitics: proclitics, stripped: UInt8(stripped),
            source: source,
            posting: posting))
      }
      guard v & FlatFile.more != 0, j + 1 < tokens.count else { break }
      j += 1
      // Words of a phrase stand in one line; marks inside it are part of the phrase.
      if tokens[j].flags.contains(.lineStart) { break }
      h = TokenHash.joined(h, TokenHash.mixed(tokens[j].hash))
    }
    if scratch.hits.count - begin > 1 { scratch.hits[begin...].reverse() }
  }

  /// Calls `body` with each form of a hit that the written text does not contradict.
  public func eachForm(
    _ hit: Hit, _ tokens: [Token], _ bytes: [UInt8], _ body: (Gazetteer.FormReference, Folding.Agreement) -> Void
  ) {
    let g = gazetteers[Int(hit.source)]
    g.eachForm(Int(hit.posting)) { form in
      let stored = form.bytes
      guard verify(hit, tokens, bytes, stored) else { return }
      guard form.isExact, !hit.proclitics.contains(.lamLam) else {
        body(form, .exact)
        return
      }
      let first = tokens[Int(hit.token)]
      let start = hit.stripped == 0 ? Int(first.start) : first.offset(after: Int(hit.stripped), in: bytes)
      let end = Int(tokens[Int(hit.token) + Int(hit.count) - 1].end)
      let agreement = hit.count == 1 ? Folding.agreement(bytes[start..<end], with: Array(stored)[...]) : .folded
      if agreement != .contradicts { body(form, agreement) }
    }
  }

  /// Whether the text really has the stored phrase: hashes can collide.
  private func verify(_ hit: Hit, _ tokens: [Token], _ bytes: [UInt8], _ stored: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = tokens[Int(hit.token)]
    let start = hit.stripped == 0 ? Int(first.start) : first.offset(after: Int(hit.stripped), in: bytes)
    let end = Int(tokens[Int(hit.token) + Int(hit.count) - 1].end)
    return Folding.sameLetters(
      bytes, start, end, stored, skippingFirstOfStored: hit.proclitics.contains(.lamLam))
  }
}
