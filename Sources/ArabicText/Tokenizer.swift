/// Splits UTF-8 text into tokens, folding, classifying and hashing in the same pass.
public enum Tokenizer {
  /// The tokens of the bytes from `range` of a valid UTF-8 text.
  public static func tokenize(_ bytes: [UInt8], range: ByteSpan? = nil) -> [Token] {
    let range = range ?? ByteSpan(0, bytes.count)
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 9 + 16)
    tokenize(bytes, range: range, into: &tokens)
    return tokens
  }

  /// Appends the tokens of the bytes from `range` of a valid UTF-8 text.
  public static func tokenize(_ bytes: [UInt8], range: ByteSpan? = nil, into tokens: inout [Token]) {
    let range = range ?? ByteSpan(0, bytes.count)
    let codes = FoldTable.standard.codes
    var scanner = TokenScanner(bytes: bytes.span, table: codes.span, start: range.start, end: range.end)
    scanner.run(into: &tokens)
  }
}

/// The state of one tokenising pass.
struct TokenScanner: ~Escapable {
  let bytes: Span<UInt8>
  let table: Span<UInt8>
  let end: Int
  var i: Int

  @_lifetime(copy bytes, copy table)
  init(bytes: Span<UInt8>, table: Span<UInt8>, start: Int, end: Int) {
    self.bytes = bytes
    self.table = table
    self.i = start
    self.end = end
  }

  /// The fold code at `at` and the length of its sequence; long sequences are classified by ``LongCharacters``.
  @inline(__always)
  func code(at: Int) -> (code: UInt8, length: Int) {
    let b = Int(bytes[at])
    if b < 0x80 { return (table[b], 1) }
    if b < 0xE0 { return (at &+ 1 < end ? table[(b & 0x1F) << 6 | Int(bytes[at &+ 1] & 0x3F)] : FoldCode.symbol, 2) }
    return (FoldCode.long, b < 0xF0 ? 3 : 4)
  }

  /// The scalar of a sequence of three or four bytes.
  @inline(never)
  func longScalar(at: Int) -> UInt32 {
    let n = bytes[at] < 0xF0 ? 3 : 4
    guard at + n <= end else { return 0xFFFD }
    var v = UInt32(bytes[at]) & (n == 3 ? 0x0F : 0x07)
    for k in 1..<n { v = v << 6 | UInt32(bytes[at + k] & 0x3F) }
    return v
  }

  mutating func run(into tokens: inout [Token]) {
    var flags: TokenFlags = [.lineStart, .paragraphStart]
    var newlines = 2
    while i < end {
      if bytes[i] == 0x20 {
        flags.insert(.spaceBefore)
        i &+= 1
        continue
      }
      var (c, n) = code(at: i)
      var expansion: LongCharacters.Expansion?
      if c == FoldCode.long {
        let x = LongCharacters.classify(longScalar(at: i))
        c = x.code
        expansion = x
      }
      if c < FoldCode.firstNonWord {
        if newlines > 0 { flags.insert(.lineStart) }
        if newlines > 1 { flags.insert(.paragraphStart) }
        newlines = 0
        word(flags, first: c, expansion, n, into: &tokens)
        flags = []
        continue
      }
      switch c {
      case FoldCode.space: flags.insert(.spaceBefore)
      case FoldCode.newline:
        flags.insert(.spaceBefore)
        if bytes[i] == 0x0D, i + 1 < end, bytes[i + 1] == 0x0A { n = 2 }
        newlines += 1
      case FoldCode.format: break
      case FoldCode.mark where bytes[i] != 0xD9 || bytes[i &+ 1] != 0x80: break
      case FoldCode.mark:
        // Tatweel by itself is a dash.
        punctuation(FoldCode.punctuation + TokenKind.dash.rawValue, n, flags, into: &tokens)
        flags = []
        newlines = 0
        continue
      default:
        if newlines > 0 { flags.insert(.lineStart) }
        if newlines > 1 { flags.insert(.paragraphStart) }
        newlines = 0
        punctuation(c, n, flags, into: &tokens)
        flags = []
        continue
      }
      i &+= n
    }
  }

  /// Appends a mark; runs of periods become one ellipsis, doubled marks («<<», ‘’ pairs) one quotation mark.
  mutating func punctuation(_ c: UInt8, _ n: Int, _ flags: TokenFlags, into tokens: inout [Token]) {
    let start = i
    var kind = c == FoldCode.symbol ? TokenKind.symbol : TokenKind(rawValue: c &- FoldCode.punctuation) ?? .symbol
    i += n
    switch kind {
    case .dash:
      while i + 1 < end, bytes[i] == 0xD9, bytes[i + 1] == 0x80 { i += 2 }
    case .period:
      while i < end, bytes[i] == 0x2E {
        i += 1
        kind = .ellipsis
      }
    case .angle where i < end && bytes[i] == bytes[start]:
      kind = bytes[start] == 0x3C ? .openQuote : .closeQuote
      i += 1
    case .apostrophe where n == 1 && i < end && bytes[i] == bytes[start]:
      kind = .quote
      i += 1
    default: break
    }
    // A mark's hash is its kind, so that phrases may hold marks.
    tokens.append(
      Token(
        start: UInt32(start), end: UInt32(i), hash: 0x100 + UInt64(kind.rawValue), lead: 0, trail: 0, letters: 0,
        kind: kind,
        flags: flags))
  }

  /// Appends the word, number or abbreviation that begins here.
  mutating func word(
    _ flags: TokenFlags, first: UInt8, _ firstLong: LongCharacters.Expansion?, _ firstLength: Int,
    into tokens: inout [Token]
  ) {
    let start = i
    var flags = flags
    var hash: UInt64 = 0
    var lead: UInt32 = 0
    var trail: UInt32 = 0
    var letters = 0
    let script = Script(first)
    var kind = script.kind
    var c = first
    var n = firstLength
    var long = firstLong
    var wordEnd = i
    if script == .arabic, firstLong == nil {
      arabicLetters(&flags, &hash, &lead, &trail, &letters)
      wordEnd = i
      if i < end, bytes[i] == 0x20, letters > 1 {
        tokens.append(
          Token(
            start: UInt32(start), end: UInt32(i), hash: hash, lead: lead, trail: trail,
            letters: UInt8(min(letters, 255)),
            kind: kind, flags: flags))
        return
      }
      if i < end {
        (c, n) = code(at: i)
        if c == FoldCode.long {
          let x = LongCharacters.classify(longScalar(at: i))
          c = x.code
          long = x
        }
      }
    }
    while i < end {
      if c < FoldCode.firstNonWord {
        let s = Script(c)
        if s != script {
          guard script != .arabic, s != .arabic, script != .digit || s == .latin, s != .other, script != .other else {
            break
          }
          kind = .mixed
        }
        if let x = long {
          for k in 0..<x.count { add(x[k], &hash, &lead, &trail, &letters) }
        } else {
          add(c, &hash, &lead, &trail, &letters)
          if n == 2 {
            let low = bytes[i &+ 1]
            let high = bytes[i]
            if high == 0xD8, low >= 0xA2, low <= 0xA6 { flags.insert(.hamza) }
            if high == 0xD8, low == 0xA9 { flags.insert(.tehMarbuta) } else { flags.remove(.tehMarbuta) }
          }
        }
        flags.remove(.tatweel)
        i &+= n
        wordEnd = i
      } else if c == FoldCode.mark {
        flags.insert(bytes[i] == 0xD9 && bytes[i &+ 1] == 0x80 ? .tatweel : .marked)
        i &+= n
        wordEnd = i
      } else if c == FoldCode.format {
        i &+= n
      } else if script == .digit, kind == .number, let skip = separator(c, n) {
        i &+= skip
      } else {
        break
      }
      guard i < end else { break }
      (c, n) = code(at: i)
      long = nil
      if c == FoldCode.long {
        let x = LongCharacters.classify(longScalar(at: i))
        c = x.code
        long = x
      }
    }
    i = wordEnd
    if letters == 1, kind == .arabic, abbreviation(&hash, &lead, &trail, &letters) {
      kind = .abbreviation
      // «أ.ب» is not the word اب.
      hash = hash &+ TokenHash.dotted
    }
    tokens.append(
      Token(
        start: UInt32(start), end: UInt32(i), hash: hash, lead: lead, trail: trail, letters: UInt8(min(letters, 255)),
        kind: kind, flags: flags))
  }

  /// Takes the letters of two bytes that follow each other: nearly all of every Arabic word.
  @inline(__always)
  mutating func arabicLetters(
    _ flags: inout TokenFlags, _ hash: inout UInt64, _ lead: inout UInt32, _ trail: inout UInt32, _ letters: inout Int
  ) {
    // The last eight letters, the last one lowest.
    var window: UInt64 = 0
    var h: UInt64 = 0
    var k = 0
    var point: UInt32 = 0
    var hamza = false
    var j = i
    while j &+ 1 < end, bytes[j] & 0xFC == 0xD8 {
      let p = UInt32(bytes[j] & 0x1F) << 6 | UInt32(bytes[j &+ 1] & 0x3F)
      let c = table[Int(p)]
      guard c < 0x30 else { break }
      point = p
      hamza = hamza || p &- 0x622 <= 4
      h = h &* TokenHash.base &+ UInt64(c)
      window = window << 8 | UInt64(c)
      k &+= 1
      if k == 4 { lead = UInt32(truncatingIfNeeded: window).byteSwapped }
      j &+= 2
    }
    i = j
    hash = h
    letters = k
    trail = UInt32(truncatingIfNeeded: window)
    if k < 4 { lead = (trail << UInt32(8 &* (4 &- k))).byteSwapped }
    if hamza { flags.insert(.hamza) }
    if point == 0x629 { flags.insert(.tehMarbuta) }
  }

  @inline(__always)
  func add(_ c: UInt8, _ hash: inout UInt64, _ lead: inout UInt32, _ trail: inout UInt32, _ letters: inout Int) {
    hash = hash &* TokenHash.base &+ UInt64(c)
    if letters < 4 { lead |= UInt32(c) << UInt32(letters &* 8) }
    trail = trail << 8 | UInt32(c)
    letters &+= 1
  }
}

/// The groups of letters that make one token.
private enum Script {
  case arabic, digit, latin, other

  @inline(__always)
  init(_ c: UInt8) {
    self = c < 0x30 ? .arabic : c < 0x3A ? .digit : c < 0x7C ? .latin : .other
  }

  var kind: TokenKind {
    switch self {
    case .arabic: .arabic
    case .digit: .number
    case .latin: .latin
    case .other: .other
    }
  }
}
