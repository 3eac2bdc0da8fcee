import ArabicText
import Gazetteer

/// The tokens of a stretch of text with the bits by which rules see them.
///
/// Position 0 and the last one are the virtual edges of the text; token `t` stands at position `t + 1`.
public struct Lattice: Sendable {
  /// The text.
  public let bytes: [UInt8]
  /// The tokens.
  public let tokens: [Token]
  /// The quotations, in order.
  public let quotations: [Quotation]
  /// The first tokens of the sentences.
  public let sentences: [Int]
  /// How many letters of each token are proclitics, by the best reading found in the lists.
  public internal(set) var stripped: [UInt8]
  let width: Int
  var bits: [UInt64]

  init(bytes: [UInt8], tokens: [Token], width: Int) {
    self.bytes = bytes
    self.tokens = tokens
    self.width = width
    quotations = Quotations.find(in: tokens)
    sentences = Sentences.starts(in: tokens)
    stripped = [UInt8](repeating: 0, count: tokens.count)
    bits = [UInt64](repeating: 0, count: (tokens.count + 2) * width)
    setShapes()
  }

  /// The number of positions, with the two edges.
  var positions: Int { tokens.count + 2 }

  @inline(__always)
  mutating func set(_ bit: Int, position: Int) { bits[position &* width &+ bit >> 6] |= 1 << UInt64(bit & 63) }

  @inline(__always)
  func has(_ bit: Int, position: Int) -> Bool { bits[position &* width &+ bit >> 6] >> UInt64(bit & 63) & 1 != 0 }

  /// Whether token `t` has the property.
  public func has(_ p: Property, _ t: Int) -> Bool { has(p.rawValue, position: t + 1) }

  /// Gives token `t` a property.
  public mutating func set(_ p: Property, _ t: Int) { set(p.rawValue, position: t + 1) }

  /// Whether a member of the class with this first bit begins at token `t`.
  public func begins(_ bit: Int?, _ t: Int) -> Bool { bit.map { has($0, position: t + 1) } ?? false }

  /// The tokens of the member of the class with this first bit that begins at `t`.
  public func member(_ bit: Int?, _ t: Int) -> Range<Int>? {
    guard let bit, has(bit, position: t + 1) else { return nil }
    var e = t
    while has(bit + 1, position: e + 1), e + 1 < tokens.count { e += 1 }
    return t..<e + 1
  }

  /// The union of the masks of all bits of token `t`; `masks` has one for each bit of a token.
  public func union(of masks: [UInt64], _ t: Int) -> UInt64 {
    var out: UInt64 = 0
    for w in 0..<width {
      var rest = bits[(t + 1) * width + w]
      while rest != 0 {
        out |= masks[w * 64 + rest.trailingZeroBitCount]
        rest &= rest &- 1
      }
    }
    return out
  }

  /// Marks `count` tokens from `t` as one member of the class whose first bit is `bit`.
  mutating func mark(_ bit: Int, token t: Int, count: Int) {
    set(bit, position: t + 1)
    for k in 0..<max(0, count - 1) { set(bit + 1, position: t + 1 + k) }
  }

  /// Takes away what ``mark(_:token:count:)`` set.
  mutating func unmark(_ bit: Int, token t: Int, count: Int) {
    func clear(_ bit: Int, _ position: Int) { bits[position &* width &+ bit >> 6] &= ~(1 << UInt64(bit & 63)) }
    clear(bit, t + 1)
    for k in 0..<max(0, count - 1) { clear(bit + 1, t + 1 + k) }
  }

  /// The first byte of the word in token `t`, after its proclitics.
  public func start(_ t: Int) -> Int {
    stripped[t] == 0 ? Int(tokens[t].start) : tokens[t].offset(after: Int(stripped[t]), in: bytes)
  }

  /// The bytes of some tokens; the proclitics of the first one are left out.
  public func span(_ range: Range<Int>) -> ByteSpan {
    guard !range.isEmpty else { return ByteSpan(0, 0) }
    return ByteSpan(start(range.lowerBound), Int(tokens[range.upperBound - 1].end))
  }

  /// The text of some bytes.
  public func text(_ span: ByteSpan) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }

  /// The folded text of token `t` after its proclitics.
  public func folded(_ t: Int) -> String { Folding.text(bytes[start(t)..<Int(tokens[t].end)]) }

  /// Sets the bits of the properties.
  private mutating func setShapes() {
    set(Property.start.rawValue, position: 0)
    set(Property.end.rawValue, position: positions - 1)
    for t in tokens.indices { shape(t) }
    for s in sentences {
      set(.sentenceStart, s)
      if s > 0 { set(.sentenceEnd, s - 1) }
    }
    if !tokens.isEmpty { set(.sentenceEnd, tokens.count - 1) }
    for q in quotations {
      set(.quoteOpen, q.open)
      if q.isClosed { set(.quoteClose, q.close) }
      // A quotation of three words or fewer is rather a name than speech.
      if q.isClosed, (q.open + 1..<max(q.open + 1, q.close)).reduce(0, { $0 + (tokens[$1].kind.isWord ? 1 : 0) }) <= 3 {
        set(.shortQuote, q.open)
      }
      if q.open + 1 < q.close { for t in q.open + 1..<q.close { set(.inQuote, t) } }
    }
  }

  private mutating func shape(_ t: Int) {
    let token = tokens[t]
    set(.any, t)
    if token.kind.isWord { set(.word, t) } else { set(.mark, t) }
    if let p = Self.kinds[Int(token.kind.rawValue)] { set(p, t) }
    if token.flags.contains(.lineStart) { set(.lineStart, t) }
    if token.flags.contains(.paragraphStart) { set(.paragraphStart, t) }
    if token.flags.contains(.spaceBefore) { set(.spaceBefore, t) }
    switch token.kind {
    case .number: number(t)
    case .arabic:
      if token.letters == 1 { set(.singleLetter, t) }
      if token.flags.contains(.marked) { set(.marked, t) }
      if token.letters >= 7 { set(.longWord, t) }
      let last = token.lastCode
      let second = UInt8(truncatingIfNeeded: token.trail >> 8)
      if token.flags.contains(.tehMarbuta) { set(.feminine, t) }
      if token.letters >= 4, last == 0x1C || token.flags.contains(.tehMarbuta) && second == 0x1C { set(.nisbaShape, t) }
      if token.letters >= 5, last == 0x19 && (second == 0x1B || second == 0x1C) || last == 0x04 && second == 0x02 {
        set(.pluralShape, t)
      }
      if Self.isDefinite(token.lead, Int(token.letters)) { set(.definite, t) }
      if ForeignShape.matches(token) { set(.foreignShape, t) }
    default: break
    }
  }

  /// Whether the word begins with the article, also after proclitics: «بال», «وال», «لل».
  private static func isDefinite(_ lead: UInt32, _ letters: Int) -> Bool {
    func pair(_ shift: UInt32) -> Bool {
      UInt8(truncatingIfNeeded: lead >> shift) == 0x02 && UInt8(truncatingIfNeeded: lead >> (shift + 8)) == 0x17
    }
    let c = UInt8(truncatingIfNeeded: lead)
    if letters >= 4, pair(0) { return true }
    guard letters >= 5 else { return false }
    let isProclitic = c == 0x1B || c == 0x14 || c == 0x03 || c == 0x16
    return isProclitic && pair(8) || isProclitic && letters >= 6 && pair(16)
      || c == 0x17 && UInt8(truncatingIfNeeded: lead >> 8) == 0x17
  }

  private mutating func number(_ t: Int) {
    let token = tokens[t]
    guard let v = integer(t) else { return }
    set(.integer, t)
    if v >= 1, v <= 31, token.letters <= 2 { set(.dayNumber, t) }
    if v >= 1, v <= 12, token.letters <= 2 { set(.monthNumber, t) }
    if token.letters == 4 {
      set(.fourDigits, t)
      if v >= 1000, v <= 2200 { set(.yearNumber, t) }
    }
    if token.letters == 2 { set(.twoDigits, t) }
  }

  /// The value of a token of digits only, nil for decimals, groups and numbers of more than nine digits.
  public func integer(_ t: Int) -> Int? {
    let token = tokens[t]
    guard token.kind == .number, token.letters <= 9 else { return nil }
    var v = 0
    var i = Int(token.start)
    while i < Int(token.end) {
      let b = bytes[i]
      if b < 0x80 {
        guard b >= 0x30, b <= 0x39 else { return nil }
        v = v * 10 + Int(b) - 0x30
        i += 1
      } else {
        let s = Int(b & 0x1F) << 6 | Int(bytes[i + 1] & 0x3F)
        guard (0x660...0x669).contains(s) || (0x6F0...0x6F9).contains(s) else { return nil }
        v = v * 10 + s & 0x0F
        i += 2
      }
    }
    return v
  }

  private static let kinds: [Property?] = TokenKind.allCases.map { kind in
    switch kind {
    case .arabic: .arabic
    case .number: .number
    case .latin: .latin
    case .mixed: .mixed
    case .abbreviation: .abbreviation
    case .comma: .comma
    case .semicolon: .semicolon
    case .colon: .colon
    case .period: .period
    case .ellipsis: .ellipsis
    case .question: .question
    case .exclamation: .exclamation
    case .dash: .dash
    case .slash: .slash
    case .openParen: .openParen
    case .closeParen: .closeParen
    case .quote, .openQuote, .closeQuote: .quote
    case .apostrophe: .apostrophe
    case .percent: .percent
    case .bullet: .bullet
    case .bar: .bar
    case .hash: .hash
    case .other, .angle, .decimal, .symbol: .symbol
    }
  }
}

/// Endings of foreign names in Arabic letters: «لافروف», «زيلينسكي», «بوهلر».
enum ForeignShape {
  static let endings: [[UInt8]] = [
    "وف", "وفا", "ييف", "يفا", "سكي", "سكايا", "فيتش", "نكو", "شفيلي", "سون", "سن", "برغ", "بيرغ", "شتاين", "تش",
    "ياهو", "فيلد", "تون",
    "ينيو", "ونغ", "ينغ", "وغلو", "زاده", "بور", "يرو", "كس", "نز", "يتش", "وسكي", "ايف", "اوسكاس",
  ].map { Tokenizer.tokenize(Array($0.utf8)) }.compactMap { $0.first }.map { token in
    (0..<min(4, Int(token.letters))).map { UInt8(truncatingIfNeeded: token.trail >> UInt32(8 * $0)) }
  }

  /// Whether the word ends like a foreign name, or has a letter that Arabic words lack.
  static func matches(_ token: Token) -> Bool {
    guard token.letters >= 4, token.letters <= 14 else { return false }
    for k in 0..<4 {
      let c = UInt8(truncatingIfNeeded: token.lead >> UInt32(8 * k))
      if c >= 0x1E, c <= 0x22 { return true }
    }
    let first = token.firstCode
    if first == 0x02, UInt8(truncatingIfNeeded: token.lead >> 8) == 0x17 { return false }
    for e in endings where Int(token.letters) > e.count + 1 {
      if e.indices.allSatisfy({ UInt8(truncatingIfNeeded: token.trail >> UInt32(8 * $0)) == e[$0] }) { return true }
    }
    return false
  }
}
