/// What a token is made of.
public enum TokenKind: UInt8, Sendable, CaseIterable {
  /// A run of Arabic letters with their marks.
  case arabic
  /// Digits of any of the three scripts, with decimals and grouping: «2.4», «١٬٢٠٠».
  case number
  /// Latin letters.
  case latin
  /// Latin letters and digits together: «B787».
  case mixed
  /// Letters of another script.
  case other
  /// Single Arabic letters joined by dots: «أ.ف.ب».
  case abbreviation
  case comma
  case semicolon
  case colon
  case period
  /// Two or more periods, or «…».
  case ellipsis
  case question
  case exclamation
  case dash
  case slash
  case openParen
  case closeParen
  /// «, “ and their like.
  case openQuote
  /// », ” and their like.
  case closeQuote
  /// The straight mark ", which opens and closes.
  case quote
  case apostrophe
  case percent
  case bullet
  case bar
  case hash
  case angle
  case decimal
  /// Anything else: emoji, arrows, currency signs.
  case symbol

  /// Whether the token is a word, number or other thing with letters or digits.
  @inlinable public var isWord: Bool { rawValue <= TokenKind.abbreviation.rawValue }
}

/// Facts about a token that are no part of its folded key.
public struct TokenFlags: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt16
  /// Creates a set from its bits.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// White space stands before it.
  @inlinable public static var spaceBefore: TokenFlags { TokenFlags(rawValue: 1) }
  /// It is the first token of a line.
  @inlinable public static var lineStart: TokenFlags { TokenFlags(rawValue: 2) }
  /// It is the first token after an empty line, or of the text.
  @inlinable public static var paragraphStart: TokenFlags { TokenFlags(rawValue: 4) }
  /// It holds tashkeel (shadda, vowels, tanween).
  @inlinable public static var marked: TokenFlags { TokenFlags(rawValue: 8) }
  /// Its last letter is ة.
  @inlinable public static var tehMarbuta: TokenFlags { TokenFlags(rawValue: 16) }
  /// It holds a letter with hamza, so that hamza can be relied on.
  @inlinable public static var hamza: TokenFlags { TokenFlags(rawValue: 32) }
  /// It ends in tatweel, as in «لـ».
  @inlinable public static var tatweel: TokenFlags { TokenFlags(rawValue: 64) }
}

/// A word, number or mark of the text with its folded key.
public struct Token: Sendable {
  /// First byte in the text.
  public var start: UInt32
  /// The byte after its last one.
  public var end: UInt32
  /// Polynomial hash of the fold codes; see ``TokenHash``.
  public var hash: UInt64
  /// The first four fold codes, the first one in the lowest byte.
  public var lead: UInt32
  /// The last four fold codes, the last one in the lowest byte.
  public var trail: UInt32
  /// Number of folded letters, at most 255.
  public var letters: UInt8
  /// What it is made of.
  public var kind: TokenKind
  /// Further facts.
  public var flags: TokenFlags

  /// Its bytes.
  @inlinable public var span: ByteSpan { ByteSpan(Int(start), Int(end)) }
  /// The fold code of its first letter, 0 where it has none.
  @inlinable public var firstCode: UInt8 { UInt8(truncatingIfNeeded: lead) }
  /// The fold code of its last letter, 0 where it has none.
  @inlinable public var lastCode: UInt8 { UInt8(truncatingIfNeeded: trail) }
}

/// The polynomial hash of folded letters: prefixes are taken off and put on by arithmetic.
///
/// After the token-hash trie measured in the project's performance notes: a word less its first letter is one subtraction.
public enum TokenHash {
  /// The odd base of the polynomial.
  public static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Added to the hash of letters joined by dots.
  static let dotted: UInt64 = 0x5851_F42D_4C95_7F2D

  /// The powers of the base, 0 to 63.
  public static let powers: [UInt64] = {
    var p: [UInt64] = [1]
    for _ in 1..<64 { p.append(p[p.count - 1] &* base) }
    return p
  }()

  /// The hash with its bits mixed, as tables use it.
  @inlinable
  public static func mixed(_ x: UInt64) -> UInt64 {
    let y = (x ^ (x >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return y ^ (y >> 32)
  }

  /// The hash of a phrase from the hash of its beginning and that of the next word.
  @inlinable
  public static func joined(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
    mixed(phrase &* 0xC2B2_AE3D_27D4_EB4F &+ word)
  }
}
