import ArabicText

/// Counts by which a text's language is told.
struct LanguageCounts {
  private var arabic = 0
  private var others = 0
  private var persian = 0
  private var urdu = 0
  private var articles = 0

  /// Adds the tokens of a stretch.
  mutating func add(_ tokens: [Token], _ text: [UInt8]) {
    for t in tokens where t.kind.isWord {
      switch t.kind {
      case .arabic, .abbreviation:
        arabic += 1
        if t.lead & 0xFFFF == 0x1702 { articles += 1 }
        var i = Int(t.start)
        while i + 1 < Int(t.end) {
          switch (text[i], text[i + 1]) {
          case (0xDB, 0x8C), (0xDA, 0xA9), (0xDA, 0xAF), (0xD9, 0xBE), (0xDA, 0x86): persian += 1
          case (0xDB, 0x92), (0xD9, 0xB9), (0xDA, 0x88), (0xDA, 0xBA), (0xDA, 0x91), (0xDB, 0x81): urdu += 1
          default: break
          }
          i += 1
        }
      case .number: break
      default: others += 1
      }
    }
  }

  /// Whether the text is mostly Arabic.
  var isArabic: Bool { code == "ar" }

  /// `ar`, `fa`, `ur`, or `und`.
  var code: String {
    if others > arabic || arabic == 0 && others > 0 { return "und" }
    // Arabic news writes the article on about one word in four; Persian and Urdu write ک and ی on most words.
    if urdu * 6 > arabic, urdu > 3 { return "ur" }
    if persian * 3 > arabic, persian > 5, articles * 10 < arabic { return "fa" }
    return "ar"
  }
}
