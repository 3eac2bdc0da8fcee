/// Fold codes: what the tokeniser and the hash see of a character.
///
/// Codes below 0x80 stand for letters and digits: Arabic letters 0x01-0x2F, digits and small Latin letters as in ASCII,
/// 0x7B for another Latin letter, 0x7C for a letter of another script. Codes from 0x80 stand for everything else.
@usableFromInline
enum FoldCode {
  @usableFromInline static let alef: UInt8 = 0x02
  @usableFromInline static let beh: UInt8 = 0x03
  @usableFromInline static let feh: UInt8 = 0x14
  @usableFromInline static let kaf: UInt8 = 0x16
  @usableFromInline static let lam: UInt8 = 0x17
  @usableFromInline static let waw: UInt8 = 0x1B
  @usableFromInline static let seen: UInt8 = 0x0C
  @usableFromInline static let yeh: UInt8 = 0x1C
  @usableFromInline static let heh: UInt8 = 0x1A
  @usableFromInline static let teh: UInt8 = 0x04

  static let otherLatin: UInt8 = 0x7B
  static let otherLetter: UInt8 = 0x7C
  /// First code that is no letter and no digit.
  static let firstNonWord: UInt8 = 0x80
  static let space: UInt8 = 0x80
  static let newline: UInt8 = 0x81
  /// Punctuation codes are 0x90 plus the raw value of the token kind.
  static let punctuation: UInt8 = 0x90
  /// Tashkeel and tatweel: part of the word, not of its key.
  static let mark: UInt8 = 0xFC
  /// Zero-width and bidirectional controls: no part of a word unless inside it.
  static let format: UInt8 = 0xFD
  static let symbol: UInt8 = 0xFE
  /// A lead byte of a three- or four-byte sequence: look further.
  static let long: UInt8 = 0xFF
}

/// The table that maps every one- and two-byte code point to its fold code.
struct FoldTable: Sendable {
  /// Indexed by code point, 0 to 0x7FF.
  let codes: [UInt8]

  static let standard = FoldTable()

  private init() {
    var t = [UInt8](repeating: FoldCode.symbol, count: 0x800)
    for c in 0..<0x20 { t[c] = FoldCode.space }
    t[0x0A] = FoldCode.newline
    t[0x0B] = FoldCode.newline
    t[0x0C] = FoldCode.newline
    t[0x0D] = FoldCode.newline
    for c in [0x20, 0x5F, 0xA0, 0x7F] { t[c] = FoldCode.space }
    t[0x85] = FoldCode.newline
    for c in 0x80..<0xA0 where c != 0x85 { t[c] = FoldCode.format }
    t[0xAD] = FoldCode.format
    t[0x61C] = FoldCode.format

    for c in 0x30...0x39 { t[c] = UInt8(c) }
    for c in 0x660...0x669 { t[c] = UInt8(c - 0x660 + 0x30) }
    for c in 0x6F0...0x6F9 { t[c] = UInt8(c - 0x6F0 + 0x30) }
    for c in 0x61...0x7A {
      t[c] = UInt8(c)
      t[c - 32] = UInt8(c)
    }
    for c in 0xC0..<0x250 { t[c] = FoldCode.otherLatin }
    t[0xD7] = FoldCode.symbol
    t[0xF7] = FoldCode.symbol
    let base = Array("aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty".utf8)
    for (i, b) in base.enumerated() where b != 0x2E { t[0xC0 + i] = b }
    for c in 0x250..<0x300 { t[c] = FoldCode.otherLetter }
    for c in 0x300..<0x370 { t[c] = FoldCode.mark }
    for c in 0x370..<0x600 { t[c] = FoldCode.otherLetter }
    for c in 0x590..<0x5D0 { t[c] = FoldCode.mark }
    for c in 0x620..<0x800 where t[c] == FoldCode.symbol { t[c] = FoldCode.otherLetter }

    // Arabic letters: hamza 0x01, alef forms 0x02, beh 0x03, teh 0x04 ...
    let order: [[Int]] = [
      [0x621], [0x627, 0x623, 0x625, 0x622, 0x671, 0x672, 0x673, 0x675], [0x628], [0x62A], [0x62B], [0x62C], [0x62D],
      [0x62E],
      [0x62F], [0x630], [0x631], [0x633], [0x632], [0x634], [0x635], [0x636], [0x637], [0x638], [0x639],
      [0x641], [0x642], [0x643, 0x6A9, 0x6AA], [0x644], [0x645], [0x646],
      [0x647, 0x629, 0x6C0, 0x6C1, 0x6C2, 0x6C3, 0x6D5, 0x6BE],
      [0x648, 0x624, 0x676], [0x64A, 0x649, 0x626, 0x6CC, 0x6D2, 0x6D3, 0x678], [0x63A], [0x67E], [0x686],
      [0x6A4, 0x6A8],
      [0x6AF, 0x6AD], [0x698],
    ]
    for (i, group) in order.enumerated() { for c in group { t[c] = UInt8(i + 1) } }

    for c in 0x64B...0x65F { t[c] = FoldCode.mark }
    for c in 0x610...0x61A { t[c] = FoldCode.mark }
    for c in 0x6D6...0x6DC { t[c] = FoldCode.mark }
    for c in 0x6DF...0x6ED { t[c] = FoldCode.mark }
    t[0x640] = FoldCode.mark
    t[0x670] = FoldCode.mark

    func put(_ kind: TokenKind, _ scalars: [Int]) {
      for c in scalars { t[c] = FoldCode.punctuation + kind.rawValue }
    }
    put(.comma, [0x2C, 0x60C, 0x66C])
    put(.semicolon, [0x3B, 0x61B])
    put(.colon, [0x3A])
    put(.period, [0x2E, 0x6D4])
    put(.question, [0x3F, 0x61F])
    put(.exclamation, [0x21])
    put(.dash, [0x2D])
    put(.slash, [0x2F, 0x5C])
    put(.openParen, [0x28, 0x5B, 0x7B])
    put(.closeParen, [0x29, 0x5D, 0x7D])
    put(.openQuote, [0xAB])
    put(.closeQuote, [0xBB])
    put(.quote, [0x22])
    put(.apostrophe, [0x27, 0x60, 0xB4])
    put(.percent, [0x25, 0x66A])
    put(.bullet, [0x2A, 0xB7, 0x66D, 0xA4])
    put(.bar, [0x7C])
    put(.hash, [0x23])
    put(.angle, [0x3C, 0x3E])
    put(.decimal, [0x66B])
    codes = t
  }
}
