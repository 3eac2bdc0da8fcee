import Testing

@testable import ArabicText

/// The tokens of a text, each with the slice that it covers.
func tokens(_ text: String) -> [(token: Token, text: String)] {
  let bytes = Array(text.utf8)
  return Tokenizer.tokenize(bytes).map { ($0, String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self)) }
}

@Suite("Tokenizer: where tokens begin and end")
struct TokenizerCutTests {
  @Test(
    "words, numbers and marks",
    arguments: [
      ("", ""),
      (" \n\t ", ""),
      ("وصل الوفد.", "وصل|الوفد|."),
      ("قال:«نعم»", "قال|:|«|نعم|»"),
      ("نسبة 2.4%", "نسبة|2.4|%"),
      ("بلغ 1,200 طن", "بلغ|1,200|طن"),
      ("بلغ ١٬٢٠٠ طن", "بلغ|١٬٢٠٠|طن"),
      ("بلغ ١٫٥ طن", "بلغ|١٫٥|طن"),
      ("بين 1,20 طن", "بين|1|,|20|طن"),
      ("في 5.3.2015 وصل", "في|5|.|3|.|2015|وصل"),
      ("في 5/3/2015", "في|5|/|3|/|2015"),
      ("في 2015-03-05", "في|2015|-|03|-|05"),
      ("بلغ 5. ثم", "بلغ|5|.|ثم"),
      ("عام2015", "عام|2015"),
      ("5أيام", "5|أيام"),
      ("طائرة B787 وصلت", "طائرة|B787|وصلت"),
      ("iPhone15", "iPhone15"),
      ("وكالة أ.ف.ب قالت", "وكالة|أ.ف.ب|قالت"),
      ("وكالة أ. ف. ب قالت", "وكالة|أ|.|ف|.|ب|قالت"),
      ("عن د.ب.أ.", "عن|د.ب.أ|."),
      ("د. سالم", "د|.|سالم"),
      ("#غزة_الآن", "#|غزة|الآن"),
      ("مهلا... ثم", "مهلا|...|ثم"),
      ("مهلا… ثم", "مهلا|…|ثم"),
      ("<<نعم>>", "<<|نعم|>>"),
      ("''نعم''", "''|نعم|''"),
      ("أهلا😀وسهلا", "أهلا|😀|وسهلا"),
      ("القاهرة\u{A0}اليوم", "القاهرة|اليوم"),
      ("القاهرة\u{0}اليوم", "القاهرة|اليوم"),
      ("شركةGoogle", "شركة|Google"),
      ("中国新闻", "中国新闻"),
    ])
  func cuts(_ text: String, _ expected: String) {
    #expect(tokens(text).map(\.text).joined(separator: "|") == expected)
  }

  @Test(
    "marks and invisible characters belong to the word they stand in, and to nothing where they stand alone",
    arguments: [
      ("مُحَمَّد", "مُحَمَّد"),
      ("مـــصر", "مـــصر"),
      ("لـ مصر", "لـ|مصر"),
      ("\u{200F}مصر\u{200F} اليوم", "مصر|اليوم"),
      ("می\u{200C}خواهم", "می\u{200C}خواهم"),
      ("مصر\u{200D}", "مصر"),
      ("\u{FEFF}مصر", "مصر"),
      ("\u{64B} مصر", "مصر"),
      ("مصر \u{200F} لبنان", "مصر|لبنان"),
      ("e\u{301}te\u{301}", "e\u{301}te\u{301}"),
    ])
  func invisible(_ text: String, _ expected: String) {
    #expect(
      tokens(text).map { Array($0.text.unicodeScalars) }
        == expected.split(separator: "|").map { Array($0.unicodeScalars) })
  }

  @Test(
    "kinds",
    arguments: [
      ("مصر", TokenKind.arabic), ("١٢", .number), ("۱۲", .number), ("12", .number), ("2.4", .number), ("abc", .latin),
      ("Ünal", .latin),
      ("A4", .mixed), ("4G", .mixed), ("中", .other), ("Москва", .other), ("أ.ب", .abbreviation), (",", .comma),
      ("،", .comma), ("؛", .semicolon),
      (":", .colon), (".", .period), ("۔", .period), ("..", .ellipsis), ("…", .ellipsis), ("؟", .question),
      ("!", .exclamation), ("–", .dash),
      ("-", .dash), ("/", .slash), ("(", .openParen), ("]", .closeParen), ("﴾", .openParen), ("«", .openQuote),
      ("“", .openQuote), ("»", .closeQuote),
      ("”", .closeQuote), ("\"", .quote), ("„", .quote), ("''", .quote), ("'", .apostrophe), ("’", .apostrophe),
      ("٪", .percent), ("•", .bullet),
      ("*", .bullet), ("|", .bar), ("#", .hash), ("<", .angle), ("😀", .symbol), ("€", .symbol), ("\u{FFFD}", .symbol),
    ])
  func kinds(_ text: String, _ kind: TokenKind) {
    #expect(tokens(text).map(\.token.kind) == [kind])
  }

  @Test("a word is what has letters or digits")
  func words() {
    let kinds: [TokenKind] = [.arabic, .number, .latin, .mixed, .other, .abbreviation]
    #expect(TokenKind.allCases.filter(\.isWord) == kinds)
  }

  @Test("a stretch of a text gives the tokens that the whole gives there")
  func ranges() {
    let text = Array("قال الرئيس إن 2.4 مليون وصلوا. «نعم»".utf8)
    let whole = Tokenizer.tokenize(text)
    for cut in whole.dropFirst() where cut.flags.contains(.spaceBefore) {
      let head = Tokenizer.tokenize(text, range: ByteSpan(0, Int(cut.start)))
      let tail = Tokenizer.tokenize(text, range: ByteSpan(Int(cut.start), text.count))
      #expect((head + tail).map(\.span) == whole.map(\.span))
      #expect((head + tail).map(\.hash) == whole.map(\.hash))
    }
  }
}

@Suite("Tokenizer: facts about tokens")
struct TokenizerFlagTests {
  @Test(
    "lines and paragraphs, whatever ends them",
    arguments: ["\n", "\r\n", "\r", "\u{2028}", "\u{85}", "\u{B}", "\u{C}"])
  func lines(_ newline: String) throws {
    let found = tokens("أول ثان\(newline)ثالث\(newline)\(newline)رابع").map(\.token.flags)
    try #require(found.count == 4)
    #expect(found[0].isSuperset(of: [.lineStart, .paragraphStart]))
    #expect(found[1].isDisjoint(with: [.lineStart, .paragraphStart]))
    #expect(found[1].contains(.spaceBefore))
    #expect(found[2].contains(.lineStart))
    #expect(!found[2].contains(.paragraphStart))
    #expect(found[3].isSuperset(of: [.lineStart, .paragraphStart]))
  }

  @Test("an invisible mark between two line ends does not join paragraphs")
  func invisibleLine() {
    #expect(tokens("أول\n\u{200F}\nثان").map { $0.token.flags.contains(.paragraphStart) } == [true, true])
  }

  @Test(
    "letters that rules ask for",
    arguments: [
      ("مدرسة", TokenFlags.tehMarbuta, true), ("مدرسه", .tehMarbuta, false), ("مدرستها", .tehMarbuta, false),
      ("مدرسةٌ", .tehMarbuta, true),
      ("أكد", .hamza, true), ("آمن", .hamza, true), ("مسؤول", .hamza, true), ("اكد", .hamza, false),
      ("بيّن", .marked, true),
      ("بين", .marked, false), ("لـ", .tatweel, true), ("مصر", .tatweel, false), ("مـصر", .tatweel, false),
    ])
  func letters(_ word: String, _ flag: TokenFlags, _ expected: Bool) throws {
    let token = try #require(tokens(word).first?.token)
    #expect(token.flags.contains(flag) == expected)
  }

  @Test(
    "space before a token",
    arguments: [("أول ثان", true), ("أول\tثان", true), ("أول،ثان", false), ("أول_ثان", true), ("أول\u{3000}ثان", true)])
  func space(_ text: String, _ expected: Bool) throws {
    let last = try #require(tokens(text).last?.token)
    #expect(last.flags.contains(.spaceBefore) == expected)
  }
}
