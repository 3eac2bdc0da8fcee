import ArabicText

/// What the tagger sees of a token.
public struct TaggerToken: Sendable, Hashable {
  /// Hash of the folded letters.
  public var word: UInt64
  /// Hash of the folded letters without the proclitics that the lists tell: «وبالقاهرة» gives that of القاهرة.
  public var stem: UInt64
  /// Hash of the bytes as they are written.
  public var raw: UInt64
  /// What the lists and rules say; the caller gives the bits their meaning, see ``TaggerClasses``.
  public var classes: UInt64
  /// The first four folded letters, the first one lowest.
  public var lead: UInt32
  /// The last four folded letters, the last one lowest.
  public var trail: UInt32
  /// The kind of the token, the flags and the number of letters, packed.
  public var shape: UInt32

  /// The number of folded letters.
  @inlinable public var letters: Int { Int(shape & 0xFF) }
  /// Whether it is a word or number rather than a mark.
  @inlinable public var isWord: Bool { shape >> 8 & 0xFF <= UInt32(TokenKind.abbreviation.rawValue) }

  /// Creates the token from one of a text.
  ///
  /// - Parameter stripped: how many letters of it the lists hold for proclitics.
  public init(_ token: Token, in bytes: [UInt8], stripped: Int, classes: UInt64) {
    word = token.hash
    stem = Self.stem(token, stripped)
    var h: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in Int(token.start)..<Int(token.end) { h = (h ^ UInt64(bytes[i])) &* 0x100_0000_01B3 }
    raw = h
    self.classes = classes
    lead = token.lead
    trail = token.trail
    shape = UInt32(token.letters) | UInt32(token.kind.rawValue) << 8 | UInt32(token.flags.rawValue) << 16
  }

  /// What stands beyond the edge of a sentence.
  init(edge: UInt64) {
    word = edge
    stem = edge
    raw = edge
    classes = 0
    lead = 0
    trail = 0
    shape = 0xFF00
  }

  private static func stem(_ token: Token, _ stripped: Int) -> UInt64 {
    var letters = stripped
    if letters == 0 {
      // No list knows the word: an article tells the letter before it.
      if token.procliticBeforeArticle != nil {
        letters = 1
      } else if token.kind == .arabic, token.letters >= 5, token.lead & 0xFFFF == 0x1717 {
        letters = 1
      } else {
        return token.hash
      }
    }
    var found = token.hash
    let powers = TokenHash.powers
    token.eachProclitic(powers: powers.span) { analysis in
      if analysis.letters == letters { found = analysis.hash }
    }
    return found
  }

  /// The hash of the word without its first letter, where that may be a proclitic: و ف ب ل ك.
  @inline(__always)
  func withoutFirstLetter(_ powers: [UInt64]) -> UInt64? {
    let first = UInt8(truncatingIfNeeded: lead)
    guard letters >= 4, letters < 64, shape >> 8 & 0xFF == 0 else { return nil }
    guard first == 0x1B || first == 0x14 || first == 0x03 || first == 0x17 || first == 0x16 else { return nil }
    return word &- UInt64(first) &* powers[letters &- 1]
  }
}

/// A document as the tagger sees it.
public struct TaggerDocument: Sendable {
  /// Its tokens.
  public var tokens: [TaggerToken]
  /// The first tokens of its sentences.
  public var sentences: [Int]

  /// Creates it.
  public init(tokens: [TaggerToken], sentences: [Int]) {
    self.tokens = tokens
    self.sentences = sentences
  }

  /// The tokens of sentence `k`.
  @inlinable public func sentence(_ k: Int) -> Range<Int> {
    sentences[k]..<(k + 1 < sentences.count ? sentences[k + 1] : tokens.count)
  }
}

extension TaggerToken {
  /// Creates a token from its parts.
  public init(
    word: UInt64, stem: UInt64, raw: UInt64, classes: UInt64, lead: UInt32, trail: UInt32, shape: UInt32
  ) {
    self.word = word
    self.stem = stem
    self.raw = raw
    self.classes = classes
    self.lead = lead
    self.trail = trail
    self.shape = shape
  }
}
