/// Folding of words outside the tokenising pass: keys to show, to compare and to give to the number parser.
public enum Folding {
  /// The folded letters of a token as text: «الأمّة» gives الامه.
  public static func text(_ token: Token, in bytes: [UInt8]) -> String {
    text(bytes[Int(token.start)..<Int(token.end)])
  }

  /// The folded letters and digits of UTF-8 bytes; everything else is left out, white space between words becomes one space.
  public static func text(_ bytes: some Collection<UInt8>) -> String {
    var out: [UInt8] = []
    var pending = false
    each(Array(bytes)) { code in
      if code < FoldCode.firstNonWord {
        if pending, !out.isEmpty { out.append(0x20) }
        pending = false
        out.append(contentsOf: letters[Int(code)])
      } else if code != FoldCode.mark, code != FoldCode.format {
        pending = true
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The folded form of a string.
  public static func text(_ string: String) -> String { text(string.utf8) }

  /// Calls `body` with every fold code.
  private static func each(_ bytes: [UInt8], _ body: (UInt8) -> Void) {
    let codes = FoldTable.standard.codes
    var s = TokenScanner(bytes: bytes.span, table: codes.span, start: 0, end: bytes.count)
    while s.i < s.end {
      let (c, n) = s.code(at: s.i)
      if c == FoldCode.long {
        let x = LongCharacters.classify(s.longScalar(at: s.i))
        for k in 0..<x.count { body(x[k]) }
      } else {
        body(c)
      }
      s.i += n
    }
  }

  /// Whether the letters of `bytes[start..<end]` fold to those of `stored`; marks and spaces are passed over.
  public static func sameLetters(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ stored: UnsafeBufferPointer<UInt8>, skippingFirstOfStored skip: Bool
  ) -> Bool {
    let codes = FoldTable.standard.codes
    let table = codes.span
    let span = bytes.span
    var i = start
    var j = skip ? (stored.isEmpty ? 0 : stored[0] < 0x80 ? 1 : 2) : 0
    while true {
      var a: UInt8 = 0
      var b: UInt8 = 0
      while i < end {
        let x = Int(span[i])
        if x >= 0xE0 { return true }  // presentation forms: trust the hash
        let c = x < 0x80 ? table[x] : i &+ 1 < end ? table[(x & 0x1F) << 6 | Int(span[i &+ 1] & 0x3F)] : FoldCode.symbol
        i &+= x < 0x80 ? 1 : 2
        if c < FoldCode.firstNonWord {
          a = c
          break
        }
      }
      while j < stored.count {
        let x = Int(stored[j])
        if x >= 0xE0 { return true }
        let c =
          x < 0x80
          ? table[x] : j &+ 1 < stored.count ? table[(x & 0x1F) << 6 | Int(stored[j &+ 1] & 0x3F)] : FoldCode.symbol
        j &+= x < 0x80 ? 1 : 2
        if c < FoldCode.firstNonWord {
          b = c
          break
        }
      }
      if a != b { return false }
      if a == 0 { return true }
    }
  }

  /// UTF-8 of the letter that stands for each fold code.
  private static let letters: [[UInt8]] = {
    let arabic: [UInt32] = [
      0x20, 0x621, 0x627, 0x628, 0x62A, 0x62B, 0x62C, 0x62D, 0x62E, 0x62F, 0x630, 0x631, 0x633, 0x632, 0x634, 0x635,
      0x636,
      0x637, 0x638, 0x639, 0x641, 0x642, 0x643, 0x644, 0x645, 0x646, 0x647, 0x648, 0x64A, 0x63A, 0x67E, 0x686, 0x6A4,
      0x6AF,
      0x698,
    ]
    return (0..<0x80).map { code in
      if code < arabic.count, let scalar = Unicode.Scalar(arabic[code]) { return Array(String(Character(scalar)).utf8) }
      return [code < 0x7B ? UInt8(code) : 0x5F]
    }
  }()

  /// Whether the written form of `token` does not contradict `form`: where both write hamza or shadda they must agree.
  ///
  /// «إبان» contradicts أبان, «ابان» does not; «بيّن» agrees with بيّن, «بين» does too, but only weakly, as «علي» does with على: see ``Agreement``.
  public static func agreement(_ text: ArraySlice<UInt8>, with form: ArraySlice<UInt8>) -> Agreement {
    var a = LetterReader(text)
    var b = LetterReader(form)
    var result = Agreement.exact
    while true {
      let x = a.next()
      let y = b.next()
      guard let x, let y else { return x == nil && y == nil ? result : .contradicts }
      if x.letter != y.letter {
        let alefs = Self.isAlef(x.letter) && Self.isAlef(y.letter)
        if alefs { return .contradicts }
        // «علي» is hardly the preposition على, nor «على» the name.
        let yeh = x.letter == 0x64A && y.letter == 0x649 || x.letter == 0x649 && y.letter == 0x64A
        result = min(result, yeh || x.letter == 0x627 && Self.isAlef(y.letter) ? .weak : .folded)
      }
      if y.shadda, !x.shadda { result = .weak }
    }
  }

  private static func isAlef(_ v: UInt32) -> Bool { v == 0x622 || v == 0x623 || v == 0x625 || v == 0x671 }

  /// How far a written word agrees with a listed form.
  public enum Agreement: Int, Sendable, Comparable {
    /// Another hamza or shadda than the form's.
    case contradicts
    /// The text leaves out the hamza or shadda that would tell.
    case weak
    /// Other letters that fold together (ى and ي, ه and ة).
    case folded
    /// The same letters, hamza and shadda.
    case exact

    /// Orders from contradiction to identity.
    public static func < (a: Agreement, b: Agreement) -> Bool { a.rawValue < b.rawValue }
  }

  /// Reads letters with their shadda, leaving out other marks.
  private struct LetterReader {
    var rest: ArraySlice<UInt8>
    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func next() -> (letter: UInt32, shadda: Bool)? {
      var letter: UInt32?
      var shadda = false
      while let b = rest.first {
        let n = b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4
        var v = n == 1 ? UInt32(b) : UInt32(b) & (n == 2 ? 0x1F : n == 3 ? 0x0F : 0x07)
        for k in rest.dropFirst().prefix(n - 1) { v = v << 6 | UInt32(k & 0x3F) }
        let isMark = (0x64B...0x65F).contains(v) || v == 0x640 || v == 0x670 || (0x200B...0x200F).contains(v)
        if isMark {
          if v == 0x651, letter != nil { shadda = true }
        } else if letter != nil {
          break
        } else {
          letter = v
        }
        rest = rest.dropFirst(n)
      }
      return letter.map { ($0, shadda) }
    }
  }
}
