import Isnad
import Testing

@Suite("Statements: who is meant, through whom and when")
struct SpeakerTests {
  /// The names of the sources of a text in order.
  static func names(_ text: String) throws -> [String] {
    try annotate(text).statements.map { $0.source.name ?? "-" }
  }

  @Test("offices, omitted subjects and pairs")
  func speakers() throws {
    #expect(
      try Self.names(
        "قال وزير الصحة سالم المرزوقي إن العمل اكتمل. وأضاف أن الطريق مفتوح. وأكد وزير الصحة أن الجميع حضر.")
        == ["سالم المرزوقي", "سالم المرزوقي", "سالم المرزوقي"])
    #expect(try Self.names("أكدت ألمانيا وفرنسا أن العمل اكتمل.") == ["ألمانيا وفرنسا"])
  }

  @Test("an outlet carries on with the speech and may stand after the content")
  func outlets() throws {
    let carried = try annotate("قال سالم المرزوقي في حديث لصحيفة «الحياة» إن العمل اكتمل. وأضاف أن الطريق مفتوح.")
    #expect(carried.statements.map { $0.agency?.name } == ["الحياة", "الحياة"])
    let after = try annotate("قال سالم المرزوقي إن العمل اكتمل، وفقا لوكالة رويترز.")
    #expect(after.statements.map { $0.agency?.name } == ["رويترز"])
  }
}
