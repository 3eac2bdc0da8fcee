/// Folding of characters of three and four bytes: presentation forms, general punctuation, other scripts.
enum LongCharacters {
  /// What a long character folds to: one class, or up to four letters of a ligature («ﻻ» is لا).
  struct Expansion: Sendable {
    /// The fold code, or that of the first letter.
    var code: UInt8
    private var letters: UInt32
    /// The number of letters.
    var count: Int

    init(_ code: UInt8) {
      self.code = code
      letters = UInt32(code)
      count = 1
    }

    init(letters codes: [UInt8]) {
      code = codes[0]
      letters = 0
      for (i, c) in codes.prefix(4).enumerated() { letters |= UInt32(c) << UInt32(8 * i) }
      count = min(codes.count, 4)
    }

    subscript(_ i: Int) -> UInt8 { UInt8(truncatingIfNeeded: letters >> UInt32(8 * i)) }
  }

  static func classify(_ v: UInt32) -> Expansion {
    switch v {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xFE00...0xFE0F:
      return Expansion(FoldCode.format)
    case 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return Expansion(FoldCode.space)
    case 0x2028, 0x2029: return Expansion(FoldCode.newline)
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return mark(.dash)
    case 0x201C, 0x2039, 0x300C, 0x300E, 0x301D: return mark(.openQuote)
    case 0x201D, 0x203A, 0x300D, 0x300F, 0x301E: return mark(.closeQuote)
    case 0x201E, 0x201F: return mark(.quote)
    case 0x2018...0x201B, 0x2032: return mark(.apostrophe)
    case 0x2033: return mark(.quote)
    case 0x2026: return mark(.ellipsis)
    case 0x2022, 0x2023, 0x2043, 0x25A0...0x25FF, 0x2605, 0x2606: return mark(.bullet)
    case 0x2030: return mark(.percent)
    case 0xFB50...0xFDFF, 0xFE70...0xFEFC: return presentation(v)
    case 0xFF10...0xFF19: return Expansion(UInt8(v - 0xFF10 + 0x30))
    case 0xFF21...0xFF3A: return Expansion(UInt8(v - 0xFF21 + 0x61))
    case 0xFF41...0xFF5A: return Expansion(UInt8(v - 0xFF41 + 0x61))
    case 0xFF0C, 0xFE50: return mark(.comma)
    case 0x800...0x1FFF, 0x3040...0xD7FF, 0xF900...0xFAFF, 0xFB00...0xFB4F, 0x20000...0x3FFFF, 0x10000...0x1BFFF:
      return Expansion(FoldCode.otherLetter)
    default: return Expansion(FoldCode.symbol)
    }
  }

  private static func mark(_ kind: TokenKind) -> Expansion { Expansion(FoldCode.punctuation + kind.rawValue) }

  /// Presentation forms by their NFKC letters, which ICU knows.
  private static func presentation(_ v: UInt32) -> Expansion {
    if v == 0xFD3E { return mark(.openParen) }
    if v == 0xFD3F { return mark(.closeParen) }
    guard let letters = PresentationForms.standard.letters[v] else { return Expansion(FoldCode.symbol) }
    return letters.isEmpty ? Expansion(FoldCode.mark) : Expansion(letters: letters)
  }
}
