import Testing

@testable import Time

@Suite struct NumberWordsTests {
  @Test(arguments: [
    ("واحد", 1), ("إحدى", 1), ("اثنتين", 2), ("ثلاثة", 3), ("ثماني", 8), ("عشر", 10), ("أحد عشر", 11),
    ("إحدى عشرة", 11), ("اثنا عشر", 12), ("اثني عشر", 12), ("اثنتا عشرة", 12), ("ثلاثة عشر", 13),
    ("تسع عشرة", 19), ("عشرين", 20), ("أربعون", 40), ("خمسة وعشرين", 25), ("خمسة و عشرين", 25),
    ("الخمسة والعشرين", 25), ("واحد وأربعين", 41), ("مئة", 100), ("مائة", 100), ("مئتان", 200), ("مائتي", 200),
    ("ثلاثمئة", 300), ("ثلاثمائة", 300), ("ثلاث مئة", 300), ("ثمانمائة", 800), ("مئة وخمسة", 105),
    ("مائة وثلاثة وعشرين", 123), ("أربعمئة واثني عشر", 412), ("ألف", 1000), ("ألفان", 2000), ("ألفين", 2000),
    ("ثلاثة آلاف", 3000), ("عشرة آلاف وخمسمئة", 10_500), ("خمسة عشر ألفا", 15_000), ("مئة ألف", 100_000),
    ("مئة وخمسين ألفا", 150_000), ("ألف وتسعمئة وسبعة وستين", 1967), ("ألفين وأربعة وعشرين", 2024),
    ("مليون", 1_000_000), ("مليونين", 2_000_000), ("ثلاثة ملايين ومئتي ألف", 3_200_000),
    ("خمسة مليارات", 5_000_000_000),
    ("مليون ونصف المليون", 1_500_000), ("نصف مليون", 500_000), ("صفر", 0), ("7 آلاف", 7000), ("٣٥ ألفا", 35_000),
  ])
  func cardinals(text: String, number: Int) {
    let parsed = NumberWords.parse(words(text))
    #expect(parsed?.integer == number)
    #expect(parsed?.count == words(text).count)
    #expect(parsed?.isOrdinal == false)
  }

  @Test(arguments: [
    ("الأول", 1), ("الأولى", 1), ("الثاني", 2), ("الثالثة", 3), ("السابع", 7), ("العاشر", 10), ("الحادي عشر", 11),
    ("الحادية عشرة", 11), ("الثاني عشر", 12), ("الثامن عشر", 18), ("الحادي والعشرين", 21), ("الثالثة والأربعون", 43),
    ("الحادي والثلاثين", 31),
  ])
  func ordinals(text: String, number: Int) {
    let parsed = NumberWords.parse(words(text))
    #expect(parsed?.integer == number)
    #expect(parsed?.count == words(text).count)
    #expect(parsed?.isOrdinal == true)
  }

  @Test(arguments: [
    ("2.4", 2.4), ("٢٫٤", 2.4), ("۲٫۵", 2.5), ("1,200", 1200), ("١٬٢٠٠", 1200), ("1,234,567", 1_234_567), ("3,5", 3.5),
    ("1.200.000", 1_200_000), ("1,200.5", 1200.5), ("٢٠٢٤", 2024), ("۱۴۴۵", 1445), ("007", 7),
  ])
  func digits(text: String, number: Double) {
    #expect(NumberWords.digits(text) == number)
  }

  @Test(arguments: ["", ".", "5/3", "a1", "1..2", "12,34,56", "1٬20", "8:30"])
  func noDigits(text: String) {
    #expect(NumberWords.digits(text) == nil)
  }

  @Test func stopsAtOtherWords() {
    #expect(NumberWords.parse(words("ثلاثة رجال"))?.count == 1)
    #expect(NumberWords.parse(words("خمسة وقالت"))?.integer == 5)
    #expect(NumberWords.parse(words("ثلاثة وأربعة"))?.count == 1)
    #expect(NumberWords.parse(words("2.5 مليون شخص"))?.value == 2_500_000)
    #expect(NumberWords.parse(words("ثلاثة ونصف"))?.value == 3.5)
    #expect(NumberWords.parse(words("ربع"))?.value == 0.25)
    #expect(NumberWords.parse(words("آلاف القتلى")) == nil)
    #expect(NumberWords.parse(words("كتاب")) == nil)
    #expect(NumberWords.parse([String]()) == nil)
  }

  @Test func recognisesNumberWords() {
    for word in ["وعشرين", "الثالثة", "مايه", "٢٠", "واحد"] { #expect(NumberWords.isNumberWord(folded(word))) }
    for word in ["وقال", "كتاب", "و"] { #expect(!NumberWords.isNumberWord(folded(word))) }
  }

  @Test func everyNumberBelowTwoThousandIsRead() {
    let units = ["", "واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
    let tens = ["", "", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"]
    let hundreds = [
      "", "مئة", "مئتين", "ثلاثمئة", "أربعمائة", "خمسمئة", "ستمائة", "سبعمئة", "ثمانمئة", "تسعمائة",
    ]
    func below(_ number: Int) -> String {
      switch number {
      case 0..<10: units[number]
      case 10: "عشرة"
      case 11..<20: units[number - 10] + " عشر"
      default: [units[number % 10], tens[number / 10]].filter { !$0.isEmpty }.joined(separator: " و")
      }
    }
    for number in 1..<2000 {
      let parts = [number >= 1000 ? "ألف" : "", hundreds[number / 100 % 10], below(number % 100)]
      let text = parts.filter { !$0.isEmpty }.joined(separator: " و")
      #expect(NumberWords.parse(words(text))?.integer == number, "\(text)")
    }
  }
}
