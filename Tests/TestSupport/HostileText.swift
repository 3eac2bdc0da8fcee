/// Texts of pieces that go wrong where a tool counts characters, splits at bytes or trusts its input.
public enum HostileText {
  /// Words and phrases as news has them.
  public static let news: [String] = [
    "قال", "وأضاف", "أكد", "الرئيس", "وزير الخارجية", "محمد", "أحمد", "سالم", "القاهرة", "وبالقاهرة", "لبنان",
    "للأمم المتحدة",
    "الأمم المتحدة", "رويترز", "إن", "أن", "أنّ", "أمس الثلاثاء", "5 مارس 2025", "٥ آذار ٢٠٢٥", "۱۲", "2.4", "١٬٢٠٠",
    "1,200",
    "أ.ف.ب", "د.", "«لن نعود»", "«", "»", "\"", "“", "”", "''", "<<", ">>", ":", "،", "؛", "؟", "!", ".", "...", "…",
    "-", "–", "/",
    "(", ")", "[", "]", "#غزة_الآن", "@user", "B787", "COVID-19", "100%", "https://example.org/a?b=c",
  ]

  /// Characters of every length in every unit, marks without a letter, controls.
  public static let hostile: [String] = [
    "😀", "👨‍👩‍👧‍👦", "🏳️‍🌈", "\u{0}", "\u{200F}", "\u{200E}", "\u{202B}", "\u{202C}", "\u{2067}", "\u{2069}", "\u{200C}",
    "\u{200D}", "\u{FEFF}",
    "\u{61C}", "\u{AD}", "\u{64B}", "\u{651}", "\u{670}", "\u{6D6}", "\u{640}", "\u{640}\u{640}", "\u{301}", "e\u{301}",
    "é", "ﻻ", "ﷲ", "ﷺ",
    "ﻭﺍﻟﻘﺎﻫﺮﺓ", "ﹷ", "\u{FE70}", "中", "ア", "א", "𐤀", "𝔸", "\u{10FFFF}", "\u{FFFD}", "\u{FFFE}", "\u{1}", "\u{7F}",
    "\u{85}", "\u{2028}", "\u{2029}",
    "\r\n", "\r", "\n", "\n\n", "\t", "\u{A0}", "\u{3000}", "مـ", "لـ", "هـ", "م\u{651}ح\u{64E}م\u{651}د", "ک", "ی",
    "ہ", "ے", "پ", "گ",
    "‘", "’", "„", "›", "\u{2033}", "٪", "٫", "٬", "\u{66D}", "۔", "\\", "\u{E000}", "\u{1F1F1}\u{1F1E7}",
  ]

  /// A text of about `pieces` pieces; the greater `badness`, 0 to 100, the fewer of them are from the news.
  public static func make(_ random: inout TestRandom, pieces: Int, badness: Int) -> String {
    var out = ""
    for _ in 0..<pieces {
      let pool = Int.random(in: 0..<100, using: &random) < badness ? hostile : news
      out += pool[Int.random(in: 0..<pool.count, using: &random)]
      if Int.random(in: 0..<100, using: &random) < 70 { out += " " }
    }
    return out
  }

  /// A text of any code points at all.
  public static func scalars(_ random: inout TestRandom, count: Int) -> String {
    var out = String.UnicodeScalarView()
    while out.count < count {
      let limit: UInt32 = [0x80, 0x800, 0x1_0000, 0x11_0000][Int.random(in: 0..<4, using: &random)]
      if let s = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) { out.append(s) }
    }
    return String(out)
  }
}
