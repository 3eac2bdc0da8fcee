import Isnad
import TestSupport
import Testing

@Suite("Pipeline: hostile text")
struct HostileTests {
  @Test(
    "every span is its slice in every unit, and the document keeps to the schema",
    arguments: 1...28 as ClosedRange<UInt64>)
  func random(_ seed: UInt64) throws {
    var random = TestRandom(seed: seed)
    var text =
      switch seed % 4 {
      case 0: HostileText.scalars(&random, count: 200)
      case 1: HostileText.make(&random, pieces: 150, badness: 10)
      case 2: HostileText.make(&random, pieces: 150, badness: 40)
      default: HostileText.make(&random, pieces: 150, badness: 85)
      }
    if seed % 2 == 0 {
      text += "\nقال الرئيس 😀 محمود عباس، أمس، إن \u{200F}الأمم المتحدة\u{200F} «مستعدة 👨‍👩‍👧». وَأَضَافَ أنّ مـصر موافقة."
    }
    let d = try annotate(text)
    #expect(mistakes(d).isEmpty)
    let schema = try JSONSchema(try Repository.text("Models/schema/document.schema.json"))
    for unit in OffsetUnit.allCases {
      let printed = try json(d, unit)
      #expect(printed["text"]?.string.map { Array($0.utf8) } == Array(text.utf8))
      #expect(wrongSlices(printed).isEmpty)
      if unit == .codepoint { #expect(schema.mistakes(printed).isEmpty) }
    }
  }

  @Test("the statements and names of such text are found, not only passed over")
  func notEmpty() throws {
    var found = 0
    for seed in 1...10 as ClosedRange<UInt64> {
      var random = TestRandom(seed: seed)
      found += try annotate(HostileText.make(&random, pieces: 150, badness: 30)).entities.count
    }
    #expect(found > 50)
  }

  @Test(
    "short and odd texts",
    arguments: [
      "", " ", "\n", "\u{0}", "\u{200F}", "\u{64B}", ".", "«", "\"", "قال", "قال:", "قال إن", "قال «", "إن", "😀",
      "\u{FFFD}", "د.", "أ.ف.ب", "و", "بـ", "\r\n\r\n", "المصدر:", "اقرأ أيضا:", "-",
    ])
  func odd(_ text: String) throws {
    let d = try annotate(text)
    #expect(mistakes(d).isEmpty)
    #expect(wrongSlices(try json(d, .utf16)).isEmpty)
    #expect(d.statements.isEmpty)
  }

  @Test(
    "a quotation of nothing but marks is no content",
    arguments: ["\"- \" أظهر الله", "«-»، قال محمود عباس", "قال محمود عباس: «…»"])
  func emptyQuotation(_ text: String) throws {
    #expect(mistakes(try annotate(text)).isEmpty)
  }

  @Test("every beginning of a text is handled")
  func prefixes() throws {
    let text = Array("قال الوزير 😀 سالم المرزوقي لـ«رويترز»: \"لن نعود\".\nوأضاف أنّ 5 مارس 2025 موعدٌ.".unicodeScalars)
    for n in 0...text.count {
      let d = try annotate(String(String.UnicodeScalarView(text[..<n])))
      #expect(mistakes(d).isEmpty, "\(n)")
    }
  }

  @Test(
    "time grows in proportion",
    arguments: [
      "\"", "«", "»", "( ", "قال إن ", "قال ", "«قال» ", "\"قال\" إن ", "وقال، ", "قال محمد: «نعم» ", "القاهرة\n",
      "محمد عباس، ", "5 مارس 2025 ", "المصدر: ", "أ.ف.ب ", "بحسب مصدر ",
    ])
  func linear(_ piece: String) throws {
    var worker = try toolkit().makeWorker()
    let growth = Growth.factor(150) { n in
      _ = worker.annotate(Input(id: "x", text: Array(String(repeating: piece, count: n).utf8)))
    }
    #expect(growth < 9, "\(growth)")
  }

  @Test(
    "languages",
    arguments: [
      ("قال الوزير إن المدارس ستفتح أبوابها غدا في القرى كلها.", "ar"),
      ("The minister said that schools would open tomorrow.", "und"), ("中国的新闻今天没有变化", "und"),
      ("Министр сказал, что школы откроются.", "und"),
      (
        "وزیر آموزش گفت که مدارس کشور فردا باز می‌شوند و کتاب‌ها پیش از آغاز سال به روستاهای دورافتاده می‌رسند چون برف کمتری باریده است.",
        "fa"
      ),
      ("وزیر تعلیم نے کہا ہے کہ ملک کے سکول کل کھلیں گے اور کتابیں بڑے گاؤں تک پہنچ گئی ہیں جہاں ٹھنڈ ہے۔", "ur"),
      ("قال الوزير لشركة Google إن الخدمة ستبدأ غدا.", "ar"),
    ])
  func languages(_ text: String, _ expected: String) throws {
    let d = try annotate(text)
    #expect(d.language == expected)
    #expect(expected == "ar" || d.statements.isEmpty)
    #expect(mistakes(d).isEmpty)
  }

  @Test("a text longer than the window is worked through in stretches without a loss", arguments: ["", "\n"])
  func long(_ separator: String) throws {
    let sentence = "قال سالم المرزوقي إن الطريق بين القاهرة وبيروت مفتوح. " + separator
    let some = String(repeating: sentence, count: 100)
    // Blanks bring the end of the window, 512 KiB, into the middle of the second hundred.
    let blanks = String(repeating: " ", count: (1 << 19) - some.utf8.count * 3 / 2)
    let d = try annotate(some + blanks + some)
    #expect(mistakes(d).isEmpty)
    #expect(d.entities.filter { $0.text == "القاهرة" }.count == 200)
    #expect(d.statements.count >= 199)
  }
}
