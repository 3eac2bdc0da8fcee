/// The letters that are written together with the word after them: و ف ب ل ك س, and ال.
public struct Proclitics: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt8
  /// Creates a set from its bits.
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// و "and".
  @inlinable public static var waw: Proclitics { Proclitics(rawValue: 1) }
  /// ف "so".
  @inlinable public static var feh: Proclitics { Proclitics(rawValue: 2) }
  /// ب "in, by".
  @inlinable public static var beh: Proclitics { Proclitics(rawValue: 4) }
  /// ل "for, to".
  @inlinable public static var lam: Proclitics { Proclitics(rawValue: 8) }
  /// ك "as".
  @inlinable public static var kaf: Proclitics { Proclitics(rawValue: 16) }
  /// س of the future.
  @inlinable public static var seen: Proclitics { Proclitics(rawValue: 32) }
  /// The لل of ل and ال, whose alef is not written.
  @inlinable public static var lamLam: Proclitics { Proclitics(rawValue: 64) }
}

/// One way to read a token: what stands before the word, and the hash of the word that remains.
public struct CliticAnalysis: Sendable {
  /// What was taken off.
  public var proclitics: Proclitics
  /// How many letters of the text stand before the word.
  public var letters: Int
  /// The raw hash of the word; with لل it is that of the word with its full article.
  public var hash: UInt64

  @usableFromInline
  init(proclitics: Proclitics, letters: Int, hash: UInt64) {
    self.proclitics = proclitics
    self.letters = letters
    self.hash = hash
  }
}

extension Token {
  /// Calls `body` with each reading with proclitics, the shortest first; the bare word is not among them.
  ///
  /// «وبالقاهرة» gives بالقاهرة after و, and القاهرة after وب; «للأمم» gives لأمم after ل, and الأمم.
  @inlinable
  public func eachProclitic(powers: Span<UInt64>, _ body: (CliticAnalysis) -> Void) {
    guard kind == .arabic || kind == .abbreviation, letters >= 2, letters < 64 else { return }
    var rest = hash
    var left = Int(letters)
    var taken: Proclitics = []
    var codes = lead
    var depth = 0
    while left >= 2, depth < 3 {
      let c = UInt8(truncatingIfNeeded: codes)
      let p: Proclitics
      switch c {
      case 0x1B where depth == 0: p = .waw
      case 0x14 where depth == 0: p = .feh
      case 0x03 where taken.isDisjoint(with: [.beh, .lam, .kaf, .seen]): p = .beh
      case 0x17 where taken.isDisjoint(with: [.beh, .lam, .kaf, .seen]): p = .lam
      case 0x16 where taken.isDisjoint(with: [.beh, .lam, .kaf, .seen]): p = .kaf
      case 0x0C where taken.isDisjoint(with: [.beh, .lam, .kaf, .seen]):
        // The future particle stands before an imperfect verb only.
        let next = UInt8(truncatingIfNeeded: codes >> 8)
        guard next == 0x1C || next == 0x04 || next == 0x19 else { return }
        p = .seen
      default: return
      }
      rest = rest &- UInt64(c) &* powers[left &- 1]
      left &-= 1
      codes >>= 8
      depth &+= 1
      taken.insert(p)
      body(CliticAnalysis(proclitics: taken, letters: depth, hash: rest))
      if p == .lam, UInt8(truncatingIfNeeded: codes) == 0x17, left >= 2 {
        // لل: put the alef of the article back before the second lam.
        body(
          CliticAnalysis(
            proclitics: taken.union(.lamLam), letters: depth, hash: rest &+ 0x02 &* powers[left]))
      }
    }
  }

  /// What stands before the article of a word that no list knows: the و of «والزميل».
  public var procliticBeforeArticle: Proclitics? {
    guard kind == .arabic, letters >= 6, lead >> 8 & 0xFFFF == 0x1702 else { return nil }
    switch firstCode {
    case FoldCode.waw: return .waw
    case FoldCode.feh: return .feh
    case FoldCode.beh: return .beh
    case FoldCode.kaf: return .kaf
    default: return nil
    }
  }

  /// The byte at which the word begins after `letters` letters have been taken off.
  public func offset(after letters: Int, in bytes: [UInt8]) -> Int {
    let codes = FoldTable.standard.codes
    let scanner = TokenScanner(bytes: bytes.span, table: codes.span, start: Int(start), end: Int(end))
    var i = Int(start)
    var n = 0
    while i < Int(end) {
      var (c, length) = scanner.code(at: i)
      var count = 1
      if c == FoldCode.long {
        let x = LongCharacters.classify(scanner.longScalar(at: i))
        c = x.code
        count = x.count
      }
      // Tashkeel, tatweel and invisible marks belong to the letter before them.
      if c < FoldCode.firstNonWord {
        if n >= letters { return i }
        n += count
      }
      i += length
    }
    return Int(end)
  }
}
