import Isnad
import Testing

@Suite("Statements: forms of reporting")
struct StatementTests {
  /// The statements of a text: cue, source, content, type.
  static func statements(_ text: String) throws -> [String] {
    let d = try annotate(text)
    return d.statements.map { s in
      "\(slice(d, s.cue.span)) | \(s.source.name ?? "-") | \(slice(d, s.content)) | \(s.type.rawValue)"
    }
  }

  static let forms: [(String, [String])] = [
    ("أكد سالم المرزوقي أن الطريق مفتوح.", ["أكد | سالم المرزوقي | الطريق مفتوح | indirect"]),
    ("وقالت الأمم المتحدة إن المساعدات وصلت.", ["قالت | الأمم المتحدة | المساعدات وصلت | indirect"]),
    ("بحسب مصدر أمني، فإن الطريق مغلق أمام السيارات.", ["بحسب | مصدر أمني | الطريق مغلق أمام السيارات | indirect"]),
    (
      "الطريق مغلق أمام السيارات منذ أمس، بحسب مصدر أمني.",
      ["بحسب | مصدر أمني | الطريق مغلق أمام السيارات منذ أمس | indirect"]
    ),
    ("نقلت وكالة رويترز عن سالم المرزوقي قوله إن الطريق مفتوح.", ["نقلت | سالم المرزوقي | الطريق مفتوح | indirect"]),
    ("قال سالم المرزوقي: \"الطريق مفتوح أمام الجميع\".", ["قال | سالم المرزوقي | الطريق مفتوح أمام الجميع | direct"]),
    (
      "قال سالم المرزوقي إن الطريق مفتوح، مشيرا إلى أن العمل اكتمل.",
      ["قال | سالم المرزوقي | الطريق مفتوح | indirect", "مشيرا | سالم المرزوقي | العمل اكتمل | indirect"]
    ),
    (
      "شدد سالم المرزوقي على أن الطريق «آمن تماما ولا خطر فيه» اليوم.",
      ["شدد | سالم المرزوقي | الطريق «آمن تماما ولا خطر فيه» اليوم | mixed"]
    ),
    (
      "قال سالم المرزوقي «نعم نوافق على كل ما جاء فيه»، فيما غادر الوفد.",
      ["قال | سالم المرزوقي | نعم نوافق على كل ما جاء فيه | direct"]
    ),
    ("أضاف الملح إلى الطعام.", []), ("وصل الوفد إلى القاهرة مساء.", []),
  ]

  @Test("cue, source, content and type", arguments: forms)
  func table(_ text: String, _ expected: [String]) throws {
    #expect(try Self.statements(text) == expected)
  }

  @Test("tashkeel, tatweel and invisible marks change nothing but the slices", arguments: forms)
  func marked(_ text: String, _ expected: [String]) throws {
    let written = text.replacing("قال ", with: "قَالَ ").replacing("الطريق", with: "الطـريق").replacing(
      "سالم", with: "\u{200F}سالم\u{200F}")
    let d = try annotate(written)
    #expect(d.statements.count == expected.count)
    #expect(d.statements.map(\.type) == (try annotate(text)).statements.map(\.type))
    #expect(mistakes(d).isEmpty)
  }

  @Test("a negated cue is said so, and the relaying agency is named")
  func facts() throws {
    #expect(try annotate("لم يؤكد سالم المرزوقي أن الطريق مغلق.").statements.map(\.isNegated) == [true])
    #expect(
      try annotate("نقلت وكالة رويترز عن سالم المرزوقي قوله إن الطريق مفتوح.").statements.first?.agency?.name
        == "رويترز")
    #expect(try annotate("بحسب مصدر أمني، فإن الطريق مغلق أمام السيارات.").statements.first?.source.kind == .anonymous)
  }
}
