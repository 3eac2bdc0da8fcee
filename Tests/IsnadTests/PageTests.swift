import Isnad
import Testing

@Suite("A page with two articles")
struct PageTests {
  static let page = """
    وزير النقل يفتتح جسرا جديدا فوق الوادي
    القاهرة - رويترز
    قال وزير النقل المصري سالم المرزوقي، أمس الثلاثاء، إن الجسر الجديد سيخدم مليون مسافر. وأضاف أن العمل استغرق عامين كاملين. وأكد \
    المرزوقي لوكالة رويترز: «لن نتأخر يوما واحدا عن الموعد المحدد».

    المصدر: رويترز

    اقرأ أيضا:
    السيول تغلق الطريق بين عدن وأبين
    وزير المالية: لا زيادة في أسعار الخبز

    مدارس جديدة في الجنوب
    أعلنت وزارة السياحة الليبية أن الشواطئ ستفتح أبوابها في 5 مارس 2025، ودعت الزوار إلى احترام قواعد السلامة العامة على الشاطئ وفي \
    الطرق المؤدية إليه.
    """

  static func document() throws -> Document { try annotate(page) }

  @Test("blocks")
  func blocks() throws {
    let d = try Self.document()
    let found = d.blocks.map { "\($0.kind.rawValue) \($0.article) \(slice(d, $0.span).prefix(12))" }
    #expect(
      found == [
        "title 0 وزير النقل ي", "dateline 0 القاهرة - رو", "body 0 قال وزير الن", "source 0 المصدر: رويت",
        "related 0 اقرأ أيضا:", "related 0 السيول تغلق ",
        "related 0 وزير المالية", "title 1 مدارس جديدة ", "body 1 أعلنت وزارة ",
      ])
  }

  @Test("blocks cover all tokens")
  func cover() throws {
    let d = try Self.document()
    for t in Tokenizer.tokenize(d.text) { #expect(d.blocks.contains { $0.span.contains(t.span) }) }
  }

  @Test("names and dates")
  func entities() throws {
    let found = try Self.document().entities.map { "\($0.type.rawValue) \($0.text)" }
    for expected in [
      "LOC القاهرة", "PER سالم المرزوقي", "DATE أمس الثلاثاء", "PER المرزوقي", "ORG وزارة السياحة الليبية",
      "DATE 5 مارس 2025", "LOC عدن",
    ] {
      #expect(found.contains(expected), "\(expected) is not in \(found)")
    }
  }

  @Test("the values of dates")
  func dates() throws {
    let values = try Self.document().entities.compactMap { e in e.timex.map { "\(e.text) = \($0.value ?? "")" } }
    #expect(values == ["أمس الثلاثاء = 2025-03-04", "5 مارس 2025 = 2025-03-05"])
  }

  @Test("a short form is the actor of the full name, with its title")
  func actors() throws {
    let d = try Self.document()
    let people = d.actors.filter { $0.type == .person }
    #expect(people.map(\.name) == ["سالم المرزوقي"])
    #expect(people.first?.mentions.count == 2)
    #expect(people.first?.roles.contains { $0.hasPrefix("وزير") } == true)
  }

  @Test("no name crosses from one line into the next block")
  func borders() throws {
    let d = try annotate("وزير النقل يفتتح جسرا جديدا فوق النهر\nالقاهرة - رويترز\nقال وزير النقل إن الجسر مفتوح.")
    #expect(!d.entities.contains { $0.text.contains("\n") }, "\(d.entities.map(\.text))")
    #expect(d.entities.contains { $0.text == "القاهرة" })
  }

  @Test("who said what")
  func statements() throws {
    let d = try Self.document()
    let s = d.statements.filter { $0.article == 0 }
    #expect(s.map { slice(d, $0.cue.span) } == ["قال", "أضاف", "أكد"])
    #expect(s.map(\.source.name) == ["سالم المرزوقي", "سالم المرزوقي", "سالم المرزوقي"])
    #expect(
      s.map { slice(d, $0.content) } == [
        "الجسر الجديد سيخدم مليون مسافر", "العمل استغرق عامين كاملين", "لن نتأخر يوما واحدا عن الموعد المحدد",
      ])
    #expect(s.map(\.type) == [.indirect, .indirect, .direct])
    #expect(s.map(\.source.resolution) == [.explicit, .omitted, .explicit])
    #expect(s.first?.date?.value == "2025-03-04")
    #expect(s.last?.agency?.name == "رويترز")
    #expect(s.allSatisfy { !$0.isNegated })
  }

  @Test("related headlines and source lines are no statements, and their names are less sure")
  func furniture() throws {
    let d = try Self.document()
    let furniture = d.blocks.filter { !$0.kind.isText && $0.kind != .dateline }
    #expect(!d.statements.contains { s in furniture.contains { $0.span.contains(s.cue.span) } })
    let sure =
      d.entities.filter { e in d.blocks.contains { $0.kind == .body && $0.span.contains(e.span) } }.map(\.confidence)
      .max() ?? 0
    let unsure =
      d.entities.filter { e in d.blocks.contains { $0.kind == .related && $0.span.contains(e.span) } }.map(\.confidence)
      .max() ?? 1
    #expect(unsure < sure)
  }

  @Test("a speaker of one article does not speak in the other")
  func articles() throws {
    let d = try Self.document()
    let second = d.statements.filter { $0.article == 1 }
    #expect(second.first?.source.name == "وزارة السياحة الليبية")
    #expect(!second.contains { $0.source.name == "سالم المرزوقي" })
  }

  @Test("the same text gives the same bytes, also with a used worker")
  func deterministic() throws {
    let first = DocumentJSON().bytes(try Self.document())
    var worker = try toolkit().makeWorker()
    for other in ["", "قال سالم المرزوقي إن الطريق مغلق.", "\u{200F}", Self.page] {
      _ = worker.annotate(Input(id: "x", text: Array(other.utf8)))
      let again = worker.annotate(Input(id: "text", text: Array(Self.page.utf8), date: CivilDate(iso: "2025-03-05")))
      var d = try Self.document()
      d.date = again.date
      #expect(DocumentJSON().bytes(again) == DocumentJSON().bytes(d))
    }
    #expect(DocumentJSON().bytes(try Self.document()) == first)
  }

  @Test("line ends do not matter", arguments: ["\r\n", "\r", "\u{2028}"])
  func lineEnds(_ newline: String) throws {
    let plain = try Self.document()
    let other = try annotate(Self.page.replacing("\n", with: newline))
    #expect(other.entities.map(\.text) == plain.entities.map(\.text))
    #expect(other.statements.map { slice(other, $0.content) } == plain.statements.map { slice(plain, $0.content) })
    #expect(other.blocks.map(\.kind) == plain.blocks.map(\.kind))
  }
}
