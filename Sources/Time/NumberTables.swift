/// What a number word contributes.
enum NumberEntry: Sendable, Hashable {
  /// 1 to 9.
  case unit(Int)
  /// 10, عشرة, which also ends the numbers 11 to 19.
  case ten
  /// 11 to 19 in one word: «اتناشر».
  case whole(Int)
  /// 20 to 90.
  case tens(Int)
  /// 100, which a unit may multiply.
  case hundred
  /// 200 to 900 in one word.
  case hundreds(Int)
  /// 1000 and more; `needsCount` for the plural, which is no number by itself.
  case scale(Double, times: Double, needsCount: Bool)
  /// The first to the ninth, and حادي.
  case ordinal(Int)
  /// The tenth.
  case tenth
  /// A fraction.
  case fraction(Double)
  /// The plural of a fraction: «أخماس» (fifths), which a unit before it counts.
  case parts(Double)
  /// Zero.
  case zero
  /// «فاصلة» (point), before decimals in words.
  case point
  /// «بعد» of «الثاني بعد المئة» (the hundred and second).
  case beyond
}

/// The number words, folded.
enum NumberTables {
  /// The entry of a word, with or without ال.
  static func entry(_ word: String) -> NumberEntry? {
    if let entry = words[word] { return entry }
    guard word.utf8.count > 6, word.hasPrefix("ال") else { return nil }
    return words[String(word.dropFirst(2))]
  }

  static let words: [String: NumberEntry] = {
    var table: [String: NumberEntry] = [:]
    func add(_ forms: String, _ entry: NumberEntry) {
      for form in forms.split(separator: " ") { table[String(form)] = entry }
    }
    add("صفر", .zero)
    for (index, forms) in units.enumerated() { add(forms, .unit(index + 1)) }
    add("عشر عشره", .ten)
    for (index, forms) in tens.enumerated() { add(forms, .tens((index + 2) * 10)) }
    add("ميه مايه ميات", .hundred)
    add("ميتان ميتين ميتا ميتي مايتان مايتين مايتا مايتي", .hundreds(200))
    for (index, stems) in hundredStems.enumerated() {
      for stem in stems.split(separator: " ") {
        add("\(stem)ميه \(stem)مايه", .hundreds((index + 3) * 100))
      }
    }
    addScales(add)
    for (index, forms) in ordinals.enumerated() { add(forms, .ordinal(index + 1)) }
    add("حادي حاديه", .ordinal(1))
    add("عاشر عاشره", .tenth)
    add("نصف", .fraction(0.5))
    add("ثلث", .fraction(1.0 / 3))
    add("ثلثان ثلثين ثلثا ثلثي", .fraction(2.0 / 3))
    add("ربع", .fraction(0.25))
    for (index, form) in ["اثلاث", "ارباع", "اخماس", "اسداس", "اسباع", "اثمان", "اتساع", "اعشار"].enumerated() {
      add(form, .parts(Double(index + 3)))
    }
    add("فاصله", .point)
    add("بعد", .beyond)
    addDialects(add)
    return table
  }()

  private static func addScales(_ add: (String, NumberEntry) -> Void) {
    let scales: [(Double, String, String, String)] = [
      (1e3, "الف الفا", "الفان الفين الفي", "الاف"),
      (1e6, "مليون مليونا", "مليونان مليونين مليوني", "ملايين"),
      (1e9, "مليار مليارا بليون", "ملياران مليارين ملياري", "مليارات بلايين"),
      (1e12, "تريليون تريليونا ترليون", "تريليونان تريليونين تريليوني", "تريليونات"),
    ]
    for (value, one, two, many) in scales {
      add(one, .scale(value, times: 1, needsCount: false))
      add(two, .scale(value, times: 2, needsCount: false))
      add(many, .scale(value, times: 1, needsCount: true))
    }
  }

  private static let units = [
    "واحد واحده واحدا احد احدي", "اثنان اثنين اثنا اثني اثنتان اثنتين اثنتا اثنتي", "ثلاث ثلاثه", "اربع اربعه",
    "خمس خمسه", "ست سته", "سبع سبعه", "ثمان ثماني ثمانيه ثمانيا", "تسع تسعه",
  ]
  private static let tens = [
    "عشرون عشرين", "ثلاثون ثلاثين", "اربعون اربعين", "خمسون خمسين", "ستون ستين", "سبعون سبعين", "ثمانون ثمانين",
    "تسعون تسعين",
  ]
  private static let hundredStems = ["ثلاث ثلث", "اربع", "خمس", "ست", "سبع", "ثمان ثماني", "تسع"]
  private static let ordinals = [
    "اول اولي فاتح غره", "ثاني ثانيه ثان", "ثالث ثالثه", "رابع رابعه", "خامس خامسه", "سادس سادسه", "سابع سابعه",
    "ثامن ثامنه", "تاسع تاسعه",
  ]
}
