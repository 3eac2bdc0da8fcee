import Gazetteer
import Testing

/// The mistakes of a list, as they are printed.
func mistakes(_ text: String, file: String = "قائمة.tsv") -> [String] {
  ListReader.read(file: file, text: text, list: file).errors.map(\.description)
}

/// The entries of a list without mistakes.
func entries(_ text: String) throws -> [Entry] {
  let read = ListReader.read(file: "list.tsv", text: text, list: "list.tsv")
  try #require(read.errors.isEmpty, "\(read.errors)")
  return read.entries
}

@Suite("Lists: reading")
struct ListReaderTests {
  static let names = "id\ttype\tsubtype\tname\tvariants\tshort\tflags\n"

  @Test(
    "a mistake names file, line and column",
    arguments: [
      ("", "قائمة.tsv:1:1: unknown kind"),
      ("x\ty\n", "قائمة.tsv:1:1: unknown kind"),
      (names + "per.a\tPERSON\t\tسالم\n", "قائمة.tsv:2:7: unknown type 'PERSON'"),
      (names + "# ملاحظة\n\nper.a\tPER\t\t\tسالم\n", "قائمة.tsv:4:12: the name is empty"),
      (names + "\tPER\t\tسالم\n", "قائمة.tsv:2:1: the id is empty"),
      (names + "per.a\tPER\t\tسالم\t\t\tكبير\n", "قائمة.tsv:2:19: unknown flag 'كبير'"),
      (names + "per.a\tPER\t\tسالم\t\t\tweak|strong\n", "قائمة.tsv:2:19: unknown flag 'strong'"),
      (names + "per.a\tPER\t\tسالم\t\t\t\tزائد\n", "قائمة.tsv:2:19: 8 cells, but the header has 7"),
      ("form\tclass\tvalue\nمارس\tmonth-name\tmonth\n", "قائمة.tsv:2:17: 'month' is not key=value"),
      ("form\tclass\nمارس\t\n", "قائمة.tsv:2:6: the cell is empty"),
      ("form\tclass\n\tmonth-name\n", "قائمة.tsv:2:1: the cell is empty"),
      ("form\tkind\nمارس\tmonth\n", "قائمة.tsv:1: a list of words needs"),
      ("id\tname\nper.a\tسالم\n", "قائمة.tsv:1: a list of names needs"),
    ])
  func places(_ text: String, _ expected: String) {
    let found = mistakes(text)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test("a wrong row is reported and the others are read")
  func others() {
    let read = ListReader.read(
      file: "l", text: Self.names + "per.a\tX\t\tأول\nper.b\tPER\t\tسالم\nper.c\tY\t\tثالث\n", list: "l")
    #expect(read.entries.map(\.id) == ["per.b"])
    #expect(read.errors.map(\.line) == [2, 4])
  }

  @Test("CR LF is a mistake with its line, not a silent loss")
  func carriageReturns() {
    let all = ListReader.read(file: "l", text: "form\tclass\r\nمارس\tmonth-name\r\n", list: "l")
    #expect(!all.errors.isEmpty)
    let one = ListReader.read(file: "l", text: "form\tclass\nمارس\tmonth-name\r\nأبريل\tmonth-name\n", list: "l")
    #expect(one.errors.map(\.line) == [2])
    #expect(one.entries.map(\.name) == ["أبريل"])
  }

  @Test("names have their forms and classes")
  func formsOfNames() throws {
    let e = try entries(Self.names + "org.x\tORG\tparty\tالنهضة\tحركة النهضة|حزب النهضة\tالحركة الأم\tcommon-word\n")
    try #require(e.count == 1)
    #expect(e[0].line == 2)
    #expect(e[0].attribute("subtype") == "party")
    #expect(e[0].forms.map(\.text) == ["النهضة", "حركة النهضة", "حزب النهضة", "الحركة الأم"])
    // The flag speaks of the single word.
    #expect(e[0].forms[0].classes == ["organization-weak", "party-weak"])
    #expect(e[0].forms[1].classes == ["organization", "party"])
    #expect(e[0].forms[3].classes == ["organization-short"])
  }

  @Test(
    "flags add forms",
    arguments: [
      ("رئيس", "al", ["رئيس", "الرئيس"]), ("نائب سابق", "al-all", ["نائب سابق", "النائب السابق"]),
      ("تصريح", "pron", ["تصريح", "تصريحه", "تصريحها"]),
      ("كلمة", "pron", ["كلمة", "كلمته", "كلمتها"]), ("فتوى", "pron", ["فتوى", "فتواه"]), ("مارس", "", ["مارس"]),
    ])
  func inflection(_ form: String, _ flags: String, _ expected: [String]) throws {
    let e = try entries("form\tclass\tvalue\tflags\n\(form)\tx\t\t\(flags)\n")
    try #require(e.count == 1)
    #expect(Set(e[0].forms.map(\.text)).isSuperset(of: expected))
    #expect(flags != "" || e[0].forms.count == 1)
  }

  @Test("words have values, verbs the classes of their columns")
  func wordsAndVerbs() throws {
    let word = try entries("form\tclass\tvalue\tflags\nآذار\tmonth-name\tmonth=3;calendar=gregorian\tweak\n")
    #expect(word.first?.attribute("month") == "3")
    #expect(word.first?.forms.first?.classes == ["month-name-weak"])
    let verb = try entries(
      "lemma\tpast\tpresent\tspeech-act\tstrength\tflags\nأفاد\tأفاد|أفادت\tيفيد\tinform\tstrong\t\n")
    #expect(verb.map(\.type) == ["cue-past", "cue-present"])
    #expect(verb[0].forms.map(\.text) == ["أفاد", "أفادت"])
    #expect(verb[0].forms[0].classes == ["cue-past", "cue-strong"])
    #expect(verb[0].forms.allSatisfy { $0.isExact })
  }

  @Test(
    "a cell of anything at all is read or refused, never fatal",
    arguments: ["\u{0}", "\t\t\t\t\t\t", "|||", "\u{301}", "😀|😀", "per.a\tPER\t\t|\t|\u{64B}|"])
  func hostile(_ row: String) {
    let read = ListReader.read(file: "l", text: Self.names + row + "\n", list: "l")
    #expect(read.entries.count + read.errors.count > 0)
  }
}

@Suite("Lists: checking")
struct ListCheckTests {
  static func row(_ id: String, _ name: String, _ variants: String = "") -> String {
    "\(id)\tLOC\tcity\t\(name)\t\(variants)\n"
  }
  static let head = "id\ttype\tsubtype\tname\tvariants\n"

  @Test("a good list has no mistakes")
  func good() {
    #expect(
      ListCheck.errors([("a.tsv", Self.head + Self.row("loc.a", "سنديان") + Self.row("loc.b", "زيتونة", "الزيتونة"))])
        .isEmpty)
  }

  @Test(
    "what does not belong is found with its line",
    arguments: [
      (row("loc.a", "سنـديان"), "tatweel"), (row("loc.a", "سندیان"), "U+06CC"), (row("loc.a", "کرمة"), "U+06A9"),
      (row("loc.a", "سنديان\u{200F}"), "invisible"),
      (row("loc.a", "ﺳﻨﺪﻳﺎﻥ"), "presentation form"), (row("loc.a", "بلدة  سنديان"), "spaces"),
      (row("loc.a", " سنديان"), "spaces"),
      (row("loc.a", "سنديان", "بلدة سنديان "), "spaces"), (row("Loc.A", "سنديان"), "small Latin letters"),
      (row("loc.a_b", "سنديان"), "small Latin letters"),
    ])
  func bad(_ row: String, _ word: String) throws {
    let errors = ListCheck.errors([("a.tsv", Self.head + row)])
    let e = try #require(errors.first)
    #expect(e.description.hasPrefix("a.tsv:2:"))
    #expect(e.message.contains(word))
  }

  @Test("an id that stands in another list too names both places")
  func twice() throws {
    let errors = ListCheck.errors([
      ("a.tsv", Self.head + Self.row("loc.a", "سنديان")), ("b.tsv", Self.head + "# x\n" + Self.row("loc.a", "زيتونة")),
    ])
    try #require(errors.count == 1)
    #expect(errors[0].description.hasPrefix("b.tsv:3:1: "))
    #expect(errors[0].message.contains("a.tsv:2"))
  }

  @Test("two entries of one name are a mistake, unless their countries differ")
  func names() {
    let head = "id\ttype\tsubtype\tname\tvariants\tcountry\n"
    let same = ListCheck.errors([("a.tsv", head + "loc.a\tLOC\t\tسنديان\t\tLB\nloc.b\tLOC\t\tسِنديان\t\tLB\n")])
    #expect(same.count == 1)
    let apart = ListCheck.errors([("a.tsv", head + "loc.a\tLOC\t\tسنديان\t\tLB\nloc.b\tLOC\t\tسنديان\t\tSY\n")])
    #expect(apart.isEmpty)
  }
}
