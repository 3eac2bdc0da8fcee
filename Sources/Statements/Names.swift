import ArabicText

/// Small helpers for names.
enum Names {
  /// A phrase without quotation marks.
  static func clean(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { !"\"«»“”„".unicodeScalars.contains($0) }
    return String(String.UnicodeScalarView(scalars)).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  /// The folded words of a phrase without articles.
  static func words(_ phrase: String) -> Set<String> {
    Set(bare(Folding.text(phrase)).split(separator: " ").map(String.init))
  }

  /// A folded phrase whose words have no article.
  static func bare(_ folded: String) -> String {
    folded.split(separator: " ").map { $0.hasPrefix("ال") && $0.utf8.count > 6 ? $0.dropFirst(2) : $0 }.joined(
      separator: " ")
  }

  /// The first word of a phrase that is no form of honour, folded and without article.
  static func head(_ phrase: String) -> String {
    let all = bare(Folding.text(phrase)).split(separator: " ").map(String.init)
    return all.first { !honours.contains($0) } ?? all.first ?? ""
  }

  /// Whether two names are one: equal, or one is a part of the other.
  static func same(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let x = words(a)
    let y = words(b)
    return x.isSubset(of: y) || y.isSubset(of: x)
  }

  /// Forms of honour before an office, folded and without article.
  static let honours: Set<String> = [
    "معالي", "سعاده", "فضيله", "سمو", "صاحب", "فخامه", "دوله", "سماحه", "سياده", "جلاله", "سيد", "سيده", "استاذ",
    "دكتور", "دكتوره", "مهندس", "لواء", "عميد", "شيخ", "امير",
  ]

  /// Words that point back to a source without telling more of it.
  static let pointing: Set<String> = ["ذاته", "ذاتها", "نفسه", "نفسها", "مذكور", "مذكوره"]

  /// Nouns before the quoted name of a programme, folded.
  static let programs: Set<String> = ["برنامج", "لبرنامج", "برنامجه", "موقع", "لموقع", "مجله", "لمجله"]

  /// Verbs by which somebody goes on speaking, folded.
  static let continuing = [
    "اضاف", "اضافت", "تابع", "تابعت", "اردف", "اردفت", "استطرد", "استطردت", "ختم", "اختتم", "زاد",
  ]

  /// Forms of honour with a pronoun, which stand for a person, folded.
  static let respects: Set<String> = [
    "معاليه", "سموه", "سعادته", "فضيلته", "فخامته", "دولته", "سماحته", "جلالته", "سيادته", "معاليها", "سموها",
    "سعادتها",
    "حضرته", "غبطته", "قداسته", "نيافته",
  ]
}
