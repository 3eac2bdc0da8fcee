extension GazetteerImport {
  /// Why a name or row was left out that is not broken.
  public enum SkipReason: String, Sendable, CaseIterable {
    /// The row is in another language.
    case language = "in another language"
    /// The name or thing is of the past, or colloquial.
    case historic = "historic or colloquial"
    /// The name has no Arabic letter.
    case noArabic = "no Arabic letters"
    /// The name has Latin or other letters beside Arabic ones.
    case foreign = "Arabic mixed with other letters"
    /// The name has letters of Persian, Urdu or Kurdish spelling.
    case persian = "letters of Persian or Urdu spelling"
    /// The name has presentation forms of letters.
    case presentation = "presentation forms of letters"
    /// The name is too short to be one.
    case short = "too short"
    /// The thing is none of person, organization and place.
    case kind = "no person, organization or place of the news"
    /// Another row has the same name, type and country.
    case sameName = "all names are those of another row of its type and country"
    /// A token pattern that is no plain sequence of words.
    case pattern = "a pattern with operators or attributes other than words"
  }

  /// How strict a source must be read.
  enum Alphabet {
    /// The letters of Arabic news, with پ چ ڤ گ ژ of foreign names.
    case news
    /// The letters of Arabic alone, for names whose language isn't told.
    case strict
  }

  /// What cleaning made of a name.
  enum Cleaned: Equatable {
    case name(String)
    case skip(SkipReason)
  }

  /// A name without tatweel, tashkeel, invisible marks, quotation marks and a closing remark in parentheses.
  static func clean(_ raw: some StringProtocol, _ alphabet: Alphabet = .news) -> Cleaned {
    var out: [Unicode.Scalar] = []
    var letters = 0
    var other: SkipReason?
    var space = false
    for u in withoutRemark(raw) {
      switch u.value {
      case 0x640, 0x610...0x61A, 0x64B...0x652, 0x656...0x65F, 0x670, 0x6D6...0x6ED: continue
      case 0x653, 0x654, 0x655:
        if let last = out.last, let whole = hamza[last.value]?[u.value] { out[out.count - 1] = whole }
        continue
      case 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF: continue
      case 0x22, 0x27, 0x60, 0xAB, 0xBB, 0x2018...0x201F, 0x2B0...0x2FF: continue
      default: break
      }
      guard let c = keep(u, alphabet, &letters, &other) else {
        space = !out.isEmpty
        continue
      }
      if space { out.append(" ") }
      space = false
      out.append(c)
    }
    if letters == 0 { return .skip(.noArabic) }
    if let other { return .skip(other) }
    if letters < (alphabet == .strict ? 3 : 2) { return .skip(.short) }
    let marks: Set<Unicode.Scalar> = ["-", ".", "،", ":", "/", "&", " "]
    while let last = out.last, marks.contains(last) { out.removeLast() }
    let name = out.drop { marks.contains($0) }
    // Yeh written as ى inside a word comes from Persian keyboards.
    if alphabet == .strict, zip(name, name.dropFirst()).contains(where: { $0 == "ى" && $1.properties.isAlphabetic }) {
      return .skip(.persian)
    }
    return .name(String(String.UnicodeScalarView(name)))
  }

  /// The character that stands for `u` in a name; nil for a space.
  private static func keep(
    _ u: Unicode.Scalar, _ alphabet: Alphabet, _ letters: inout Int, _ other: inout SkipReason?
  ) -> Unicode.Scalar? {
    switch u.value {
    case 0x621...0x63A, 0x641...0x64A, 0x671:
      letters += 1
      return u
    case 0x67E, 0x686, 0x6A4, 0x6AF, 0x698, 0x6A8, 0x6AD:
      letters += 1
      if alphabet == .strict { other = .persian }
      return u
    case 0x30...0x39, 0x660...0x669, 0x26, 0x2D, 0x2E, 0x2F, 0x3A, 0x60C: return u
    case 0x6F0...0x6F9: return Unicode.Scalar(u.value - 0x90)
    case 0x2010...0x2015: return "-"
    case 0x600...0x6FF where u.properties.isAlphabetic, 0x750...0x77F, 0x870...0x8C7:
      letters += 1
      other = .persian
      return u
    case 0xFB50...0xFDFF, 0xFE70...0xFEFC:
      letters += 1
      other = .presentation
      return u
    default:
      guard u.properties.isAlphabetic else { return nil }
      other = other ?? .foreign
      return u
    }
  }

  /// Letters that a combining madda or hamza makes.
  private static let hamza: [UInt32: [UInt32: Unicode.Scalar]] = [
    0x627: [0x653: "آ", 0x654: "أ", 0x655: "إ"], 0x648: [0x654: "ؤ"], 0x64A: [0x654: "ئ"], 0x649: [0x654: "ئ"],
  ]

  /// «باريس (تكساس)» without the remark.
  private static func withoutRemark(_ raw: some StringProtocol) -> ArraySlice<Unicode.Scalar> {
    let all = Array(raw.unicodeScalars)
    guard all.last == ")", let open = all.lastIndex(of: "("), all[..<open].contains(where: \.properties.isAlphabetic)
    else { return all[...] }
    return all[..<open]
  }
}
