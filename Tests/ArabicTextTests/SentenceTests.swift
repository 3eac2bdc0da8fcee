import Testing

@testable import ArabicText

@Suite("Sentences")
struct SentenceTests {
  /// The sentences, their tokens joined by spaces.
  static func sentences(_ text: String) -> [String] {
    let all = tokens(text)
    let starts = Sentences.starts(in: all.map(\.token))
    return starts.indices.map { k in
      all[starts[k]..<(k + 1 < starts.count ? starts[k + 1] : all.count)].map(\.text).joined(separator: " ")
    }
  }

  @Test(
    "where sentences end",
    arguments: [
      ("", 0), ("وصل الوفد", 1), ("وصل الوفد. غادر الوزير.", 2), ("وصل الوفد؟ نعم! غادر.", 3),
      ("وصل الوفد\nغادر الوزير", 2), ("بلغ 2.4 مليون.", 1),
      ("بلغ ٢.٤ مليون. انتهى", 2), ("قال د. سالم إن", 1), ("التقى أ. د. سالم الوزير", 1), ("نقلت أ.ف.ب عن مصدر", 1),
      ("نقلت عن أ.ف.ب. وأضافت", 2),
      ("في 5.3.2015 وصل", 1), ("مهلا... ثم مضى", 1), ("مهلا...\nثم مضى", 2), ("زار example.com أمس", 1),
      ("وصل الوفد.غادر الوزير", 2), ("نعم؟! لا", 2),
      ("يلتقي الوفدان،\r\nثم يغادران", 2), (". . .", 1),
    ])
  func count(_ text: String, _ expected: Int) {
    #expect(Self.sentences(text).count == expected, "\(Self.sentences(text))")
  }

  @Test(
    "a closing mark stays with its sentence",
    arguments: [
      ("قال: «نعم.» ثم مضى.", "قال : « نعم . »|ثم مضى ."), ("قال (نعم.) ثم مضى.", "قال ( نعم . )|ثم مضى ."),
      ("قال \"نعم.\" ثم مضى.", "قال \" نعم . \"|ثم مضى ."),
      ("وصل. «نعم»", "وصل .|« نعم »"),
    ])
  func closing(_ text: String, _ expected: String) {
    #expect(Self.sentences(text).joined(separator: "|") == expected)
  }

  @Test("starts are sorted, begin at the first token, and none stands twice", arguments: 1...30 as ClosedRange<UInt64>)
  func random(_ seed: UInt64) {
    var random = DecodingRandom(seed: seed)
    let pieces = ["قال", ".", "!", "؟", "\n", "»", "«", "\"", "...", "د", "5", ")", " "]
    let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let all = tokens(text).map(\.token)
    let starts = Sentences.starts(in: all)
    #expect(starts.first == (all.isEmpty ? nil : 0))
    #expect(starts == Set(starts).sorted())
    #expect(starts.allSatisfy { all.indices.contains($0) })
  }
}
