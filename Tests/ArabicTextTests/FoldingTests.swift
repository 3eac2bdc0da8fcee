import Testing

@testable import ArabicText

@Suite("Folding")
struct FoldingTests {
  /// Pairs of spellings that the matcher must not tell apart.
  static let alike: [(String, String)] = [
    ("أحمد", "احمد"), ("إيران", "ايران"), ("آمال", "امال"), ("ٱلله", "الله"), ("مصطفى", "مصطفي"),
    ("القاهرة", "القاهره"), ("مسؤول", "مسوول"),
    ("رئيس", "رييس"), ("مُحَمَّدٌ", "محمد"), ("مـحـمـد", "محمد"), ("هٰذا", "هذا"), ("کریم", "كريم"), ("شیراز", "شيراز"),
    ("ﻣﺤﻤﺪ", "محمد"), ("ﻻ", "لا"),
    ("ﷲ", "الله"), ("ﻷن", "لأن"), ("٢٠٢٥", "2025"), ("۲۰۲۵", "2025"), ("２０２５", "2025"), ("Reuters", "REUTERS"),
    ("ＡＢＣ", "abc"), ("Élysée", "elysee"),
    ("می\u{200C}رود", "ميرود"), ("محمد\u{200F}", "محمد"),
  ]

  @Test("spellings that fold alike have one key, one hash and one text", arguments: alike)
  func same(_ a: String, _ b: String) throws {
    let x = try #require(tokens(a).first?.token)
    let y = try #require(tokens(b).first?.token)
    #expect(x.hash == y.hash)
    #expect(x.letters == y.letters)
    #expect(x.lead == y.lead)
    #expect(x.trail == y.trail)
    #expect(Folding.text(a) == Folding.text(b))
  }

  @Test(
    "letters that make another word stay apart",
    arguments: [
      ("سوريا", "سورية"), ("غاز", "كاز"), ("گاز", "كاز"), ("باريس", "پاريس"), ("سماء", "سما"), ("زين", "زبن"),
      ("عمر", "عمرو"), ("ذر", "در"),
    ])
  func different(_ a: String, _ b: String) throws {
    let x = try #require(tokens(a).first?.token)
    let y = try #require(tokens(b).first?.token)
    #expect(x.hash != y.hash)
    #expect(Folding.text(a) != Folding.text(b))
  }

  @Test(
    "the folded text",
    arguments: [
      ("الأُمّةُ المتّحدة", "الامه المتحده"), ("  قال،  إنّه ", "قال انه"), ("", ""), ("؟!", ""), ("2.4", "2 4"),
      ("وكالة «تاس»", "وكاله تاس"), ("لـ", "ل"),
    ])
  func text(_ text: String, _ expected: String) {
    #expect(Folding.text(text) == expected)
  }

  @Test("folding a folded text changes nothing", arguments: alike)
  func idempotent(_ a: String, _ b: String) {
    for s in [a, b] { #expect(Folding.text(Folding.text(s)) == Folding.text(s)) }
  }

  @Test("a token's folded text is that of its slice")
  func ofToken() {
    let bytes = Array("وصل مُحَمَّدٌ إلى ﺍﻟﻘﺎﻫﺮﺓ".utf8)
    #expect(Tokenizer.tokenize(bytes).map { Folding.text($0, in: bytes) } == ["وصل", "محمد", "الي", "القاهره"])
  }

  @Test("the hash is that of the polynomial of the fold codes, whatever the script's form")
  func polynomial() throws {
    let plain = try #require(tokens("لبنان").first?.token)
    let forms = try #require(tokens("ﻟﺒﻨﺎﻥ").first?.token)
    #expect(plain.hash == forms.hash)
    var hash: UInt64 = 0
    for scalar in "لبنان".unicodeScalars {
      hash = hash &* TokenHash.base &+ UInt64(FoldTable.standard.codes[Int(scalar.value)])
    }
    #expect(plain.hash == hash)
  }

  @Test(
    "agreement of hamza and shadda",
    arguments: [
      ("أبان", "أبان", Folding.Agreement.exact), ("ابان", "أبان", .weak), ("إبان", "أبان", .contradicts),
      ("بيّن", "بيّن", .exact), ("بين", "بيّن", .weak),
      ("بيّن", "بين", .exact), ("وافى", "وافي", .weak), ("مدرسه", "مدرسة", .folded), ("قال", "قالت", .contradicts),
      ("أَبَانَ", "أبان", .exact),
    ])
  func agreement(_ text: String, _ form: String, _ expected: Folding.Agreement) {
    #expect(Folding.agreement(Array(text.utf8)[...], with: Array(form.utf8)[...]) == expected)
  }

  @Test(
    "a key is verified letter by letter",
    arguments: [("القاهرة", "القاهره", true), ("القاهرة", "القاهر", false), ("قاهرة", "القاهرة", false)])
  func letters(_ text: String, _ stored: String, _ expected: Bool) {
    let bytes = Array(text.utf8)
    Array(stored.utf8).withUnsafeBufferPointer {
      #expect(Folding.sameLetters(bytes, 0, bytes.count, $0, skippingFirstOfStored: false) == expected)
    }
  }
}
