import Gazetteer
import TestSupport
import Testing

/// Imports a text as a file of this format.
func imported(
  _ format: GazetteerImport.Format, _ text: String, kind: GazetteerImport.Kind? = nil, columns: String? = nil
) throws -> GazetteerImport.Result {
  let places = try columns.map { text throws(DataError) in try GazetteerImport.Columns(text) }
  let settings = GazetteerImport.Settings(kind: kind, columns: places)
  let result = try GazetteerImport.read(format, file: "ملف", bytes: Array(text.utf8), settings: settings)
  try sound(result)
  return result
}

/// What is imported passes the checks of lists.
func sound(_ result: GazetteerImport.Result) throws {
  let table = String(decoding: GazetteerImport.table(result.rows), as: UTF8.self)
  let errors = ListCheck.errors([(file: "out.tsv", text: table)])
  try #require(errors.isEmpty, "\(errors)")
  let read = ListReader.read(file: "out.tsv", text: table, list: "out.tsv")
  try #require(read.entries.map(\.id) == result.rows.map(\.id))
}

/// The rows as `id|name|variants`.
func brief(_ result: GazetteerImport.Result) -> [String] {
  result.rows.map { ([$0.id, $0.name] + $0.variants).joined(separator: "|") }
}

/// The errors as they are printed, without messages.
func spots(_ result: GazetteerImport.Result) -> [String] { result.errors.map { "\($0.file):\($0.line):\($0.column)" } }

/// How many names were left out for a reason.
func count(_ result: GazetteerImport.Result, _ reason: GazetteerImport.SkipReason) -> Int {
  result.skipped.first { $0.reason == reason }?.count ?? 0
}

@Suite("Lists: import")
struct ImportTests {
  @Test("GeoNames: alternate names of one place are one row, preferred ones first")
  func alternateNames() throws {
    let r = try imported(
      .geonames,
      """
      1\t281184\tar\tبيت المقدس\t\t\t\t\t\t
      2\t281184\tar\tالقُدس\t1\t\t\t\t\t
      3\t281184\tar\tالقدس\t\t\t\t\t\t
      4\t281184\ten\tJerusalem\t\t\t\t\t\t
      5\t281184\tar\tإيليا\t\t\t\t1\t\t
      6\t281184\tar\tقدس البلد\t\t\t1\t\t\t
      7\t281184\tar\tأورسالم\t\t\t\t\t-1000\t0100
      8\t281184\twkdt\tQ1218\t\t\t\t\t\t
      9\tx12\tar\tغزة\t\t\t\t\t\t
      10\t281133\tar
      11\t281133\tar\tغزة\t\t1\t\t\t\t
      12\t281133\tar\tمدينة غزة
      """)
    #expect(brief(r) == ["loc.gn-281133|مدينة غزة|غزة", "loc.gn-281184|القدس|بيت المقدس"])
    #expect(r.rows.map(\.links) == [["gn:281133"], ["gn:281184", "wd:Q1218"]])
    #expect(spots(r) == ["ملف:9:3", "ملف:10:1"])
    #expect(r.errors.first?.message == "'x12' is no geonameid")
    #expect(count(r, .historic) == 3 && count(r, .language) == 1 && r.lineCount == 12 && r.errorCount == 2)
  }

  /// A line of cities500.txt.
  static func city(_ id: String, _ name: String, _ alternates: String, _ code: String, _ country: String, _ n: String)
    -> String
  {
    "\(id)\t\(name)\t\(name)\t\(alternates)\t31.9\t35.2\t\(code)\t\(country)\t\t\t\t\t\t\(n)\t\t1\tAsia/X\t2024-01-01\n"
  }

  @Test("GeoNames: places whose alternate names have no language are told by the alphabet")
  func places() throws {
    let r = try imported(
      .geonames,
      Self.city("360630", "Cairo", "Cairo,Kahire,قاهره,القاهرة,قاہرہ,Каир", "P\tPPLC", "EG", "9606916")
        + Self.city("3169070", "Rome", "Roma,رم,رىم,روما,رُم", "P\tPPLC", "IT", "2318895")
        + Self.city("99", "Rayy", "شهر ری,Rey", "P\tPPL", "IR", "900")
        + Self.city("98", "Hotel", "فندق السلام", "S\tHTL", "EG", "0")
        + Self.city("97", "Salama", "السلامة", "P\tPPL", "EG", "900")
        + Self.city("96", "Salama", "السلامة,سلامة البحر", "P\tPPL", "EG", "6000")
        + Self.city("95", "Salama", "السلامه", "P\tPPL", "EG", "5")
        + Self.city("ab", "Broken", "كسر", "P\tPPL", "EG", "1")
        + Self.city("94", "Broken", "كسر", "P\tPPL", "EG", "many"))
    #expect(
      brief(r) == ["loc.gn-3169070|روما", "loc.gn-360630|القاهرة|قاهره", "loc.gn-96|السلامة|سلامة البحر"])
    #expect(r.rows.map(\.subtype) == ["capital", "capital", "town"])
    #expect(r.rows.map(\.country) == ["IT", "EG", "EG"])
    #expect(r.rows.map(\.latin) == ["Rome", "Cairo", "Salama"])
    #expect(spots(r) == ["ملف:8:1", "ملف:9:46"])
    #expect(count(r, .kind) == 1 && count(r, .noArabic) == 1 && count(r, .sameName) == 2)
  }

  @Test("Wikidata: dump lines and simplified ones, typed by their class")
  func wikidata() throws {
    let r = try imported(
      .wikidata,
      #"""
      [
      {"type":"item","id":"Q42","labels":{"ar":{"language":"ar","value":"دوغلاس آدمز"},"en":{"language":"en","value":"Douglas Adams"},"fa":{"value":"x"}},"aliases":{"ar":[{"language":"ar","value":"دوجلاس آدمز"},{"language":"ar","value":"آدمز"}]},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"},"type":"wikibase-entityid"}},"rank":"normal","references":[{"a":"}\""}]}],"P21":[{"mainsnak":{"datavalue":{"value":{"id":"Q6581097"}}}}],"P570":[{"mainsnak":{"datavalue":{"value":{"time":"+2001-05-11T00:00:00Z"}}}}],"P9":[1,{"x":[true]}]},"sitelinks":{"arwiki":{},"enwiki":{}}},
      {"id":"Q1218","labels":{"ar":"القدس"},"aliases":[],"claims":{"P31":["Q99999","Q515"],"P1566":["281184"],"P17":["Q801","Q219060"]}},
      {"id":"Q79","labels":{"ar":"\u0645\u0635\u0631"},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}},"rank":"deprecated"},{"mainsnak":{"datavalue":{"value":{"id":"Q6256"}}},"rank":"normal"}]}},
      {"id":"Q7","labels":{"ar":"نابليون بونابرت"},"claims":{"P31":["Q5"],"P570":["+1821-05-05T00:00:00Z"],"P27":["Q142"]}},
      {"id":"Q8","labels":{"ar":"كتاب"},"claims":{"P31":["Q571"]}},
      {"id":"Q9","labels":{"en":"Nobody"},"claims":{"P31":["Q5"]}},
      {"id":"P31","labels":{"ar":"نوع"}},
      {"id":"Q10","labels":{"ar":"سالم
      {"id":"Q11","labels":{"ar":"سالم"},,}
      {"labels":{"ar":"سالم"}}
      ]
      """#)
    #expect(
      brief(r) == [
        "loc.wd-q1218|القدس", "loc.wd-q79|مصر", "per.wd-q42|دوغلاس آدمز|دوجلاس آدمز|آدمز", "per.wd-q7|نابليون بونابرت",
      ])
    #expect(r.rows.map(\.links) == [["gn:281184", "wd:Q1218"], ["wd:Q79"], ["wd:Q42"], ["wd:Q7"]])
    #expect(r.rows.map(\.subtype) == ["city", "country", "", ""])
    #expect(r.rows.map(\.country) == ["", "", "", "FR"])
    #expect(r.rows.map(\.flags) == [[], [], [.givenName], [.historic]])
    #expect(r.rows.map(\.gender) == ["", "", "m", ""] && r.rows.map(\.latin) == ["", "", "Douglas Adams", ""])
    #expect(spots(r) == ["ملف:9:28", "ملف:10:36", "ملف:11:1"])
    #expect(count(r, .kind) == 2 && count(r, .noArabic) == 1)
  }

  @Test("JRC-Names: spellings of an id are one row")
  func jrc() throws {
    let r = try imported(
      .jrcNames,
      """
      # id type language name
      10\tP\tu\tKofi+Annan
      10\tP\tar\tكوفي+أنان
      10\tP\tu\tكوفي+عنان
      10\tP\tfa\tکوفی+عنان
      10\tP\tu\tКофи+Аннан
      20\tO\tu\tحركة+الشباب
      20\tO\tar\tالشباب
      30\tU\tu\tشيء+ما
      40\tP\tu
      x\tP\tu\tسالم+كريم
      50\tperson\tu\tسالم+كريم
      """)
    #expect(brief(r) == ["org.jrc-20|الشباب|حركة الشباب", "per.jrc-10|كوفي أنان|كوفي عنان"])
    #expect(r.rows.last?.latin == "Kofi Annan")
    #expect(spots(r) == ["ملف:10:1", "ملف:11:1", "ملف:12:4"])
    #expect(count(r, .language) == 1 && count(r, .kind) == 1 && count(r, .noArabic) == 2)
  }

  @Test("ParaNames: with the header in any order, and without it")
  func paranames() throws {
    let lines = [
      ["Q1", "Ramallah", "رام الله", "ar", "LOC"], ["Q1", "Ramallah", "رامالله", "ar", "LOC"],
      ["Q2", "BBC", "بي بي سي (هيئة)", "ar", "ORG-LOC"], ["Q3", "Iran", "ایران", "fa", "LOC"],
      ["Q4", "BMW", "شركة BMW", "ar", "ORG"], ["4", "x", "سالم", "ar", "PER"], ["Q5", "x", "سالم", "ar", "THING"],
      ["Q6", "x", "سالم"],
    ]
    let plain = lines.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    let turned = lines.map { $0.reversed().joined(separator: "\t") }.joined(separator: "\n")
    let a = try imported(.paranames, plain)
    #expect(brief(a) == ["loc.wd-q1|رام الله|رامالله", "org.wd-q2|بي بي سي"])
    #expect(a.rows.map(\.links) == [["wd:Q1"], ["wd:Q2"]] && a.rows.map(\.latin) == ["Ramallah", "BBC"])
    #expect(spots(a) == ["ملف:6:1", "ملف:7:14", "ملف:8:1"])
    #expect(count(a, .foreign) == 1 && count(a, .language) == 1)
    let b = try imported(.paranames, "type\tlanguage\tlabel\teng\twikidata_id\r\n" + turned + "\r\n")
    #expect(brief(b) == brief(a))
    #expect(spots(b) == ["ملف:7:15", "ملف:8:1", "ملف:9:1"])
  }
}

@Suite("Lists: import of patterns and tables")
struct ImportTableTests {
  @Test("spaCy: string and token patterns, ids of any kind")
  func spacy() throws {
    let r = try imported(
      .spacyJSONL,
      #"""
      {"label": "GPE", "pattern": "رام الله", "id": "Ramallah_City"}
      {"label": "GPE", "pattern": [{"LOWER": "رامالله"}], "id": "Ramallah_City"}
      {"label": "ORG", "pattern": [{"TEXT": "الجبهة"}, {"ORTH": "الشعبية"}], "id": "Q123"}
      {"label": "PERSON", "pattern": "\u0633\u0627\u0644\u0645 كريم"}
      {"label": "PERSON", "pattern": "سالم كريم"}
      {"label": "PERSON", "pattern": [{"LOWER": "سالم"}, {"OP": "?"}]}
      {"label": "NORP", "pattern": "عرب"}
      {"label": "GPE"}
      {"pattern": "غزة"}
      {"label": "GPE", "pattern": 5}
      {"label": "GPE", "pattern": "غز\q"}
      ["GPE", "غزة"]
      {"label": "GPE", "pattern": "غزة"} x
      """#)
    #expect(brief(r).prefix(2) == ["loc.ramallah-city|رام الله|رامالله", "org.wd-q123|الجبهة الشعبية"])
    #expect(r.rows.count == 3 && r.rows[2].id.hasPrefix("per.x-") && r.rows[2].name == "سالم كريم")
    #expect(r.rows[1].links == ["wd:Q123"])
    #expect(spots(r) == ["ملف:8:1", "ملف:9:1", "ملف:10:1", "ملف:11:32", "ملف:12:1", "ملف:13:36"])
    #expect(count(r, .pattern) == 1 && count(r, .kind) == 1)
    #expect(try imported(.spacyJSONL, #"{"label":"NORP","pattern":"بنو تميم"}"#, kind: .organization).rows.count == 1)
  }

  @Test("GATE: names with features after any separator")
  func gate() throws {
    let r = try imported(
      .gateLst,
      "الخرطوم\nأم درمان&country=SD&english=Omdurman\nبورتسودان\tid=Q192\tcountry=SD\n\nك\nLondon\n"
        + "كسلا:شرق=\n القضارف :=x\n{\"a\":1}\nأمدرمان:x=1:y\n", kind: .place)
    #expect(Set(r.rows.map(\.name)) == ["الخرطوم", "أم درمان", "بورتسودان", "كسلا"])
    let omdurman = try #require(r.rows.first { $0.name == "أم درمان" })
    #expect(omdurman.country == "SD" && omdurman.latin == "Omdurman" && omdurman.id.hasPrefix("loc.x-"))
    #expect(r.rows.first { $0.id == "loc.wd-q192" }?.links == ["wd:Q192"])
    #expect(spots(r) == ["ملف:8:11", "ملف:9:1", "ملف:10:13"])
    #expect(count(r, .short) == 1 && count(r, .noArabic) == 1)
    let again = try imported(.gateLst, "أمّ درمـان\n", kind: .place)
    #expect(again.rows.first?.id == omdurman.id)
  }

  @Test("GATE: an index tells the types of its lists")
  func index() {
    let text =
      "city.lst:location:city:arabic\n\ngiven.lst:person_first:male\r\nbroken\nparty.lst:organization:party:ar:Organization\n"
    let (definitions, errors) = GazetteerImport.gateDefinitions(file: "lists.def", bytes: Array(text.utf8))
    #expect(definitions.map(\.file) == ["city.lst", "given.lst", "party.lst"])
    #expect(definitions.map(\.kind) == [.place, nil, .organization])
    #expect(definitions.map(\.subtype) == ["city", "", "party"])
    #expect(errors.map(\.description).first?.hasPrefix("lists.def:4:1: 'broken'") == true && errors.count == 1)
  }

  @Test("tables: our own header, columns by number, columns by name")
  func tables() throws {
    let own = try imported(
      .tsv,
      "id\ttype\tname\tvariants\tflags\tcountry\textra\nper.a\tPER\tسالم كريم\tسالم كرِيم|سلم كريم|x\tweak\tom\tz\n"
        + "b\tXX\tسالم\nc\tPER\t\nd\tORG\tهيئة\t\tstrong\ne\tLOC\n")
    #expect(brief(own) == ["per.a|سالم كريم|سلم كريم"])
    #expect(own.rows.first?.flags == [.weak] && own.rows.first?.country == "OM")
    #expect(spots(own) == ["ملف:3:3", "ملف:4:7", "ملف:5:13", "ملف:6:1"])
    let text = "Salim\tسالم كريم\tperson\nHay'a\tالهيئة|هيئة\tORG\n\tقناة\n"
    let numbered = try imported(.tsv, text, kind: .organization, columns: "latin=1,name=2,type=3")
    #expect(Set(numbered.rows.map(\.name)) == ["سالم كريم", "الهيئة هيئة", "قناة"])
    #expect(Set(numbered.rows.map(\.kind)) == [.person, .organization])
    let named = try imported(.tsv, "a\tاسم\n1\tسالم كريم\n", kind: .person, columns: "name=اسم,id=a")
    #expect(brief(named) == ["per.1|سالم كريم"])
  }

  @Test(
    "columns that can't be",
    arguments: [
      ("name=2,kind=3", "--columns:1:8: unknown column 'kind'"), ("type=2", "--columns:1:1: there is no 'name'"),
      ("name=0", "--columns:1:1: columns count from 1"), ("name", "--columns:1:1: 'name' is not column=place"),
      ("name=1,name=2", "--columns:1:8: 'name' is given twice"), ("", "--columns:1:1: '' is not"),
    ])
  func columns(_ text: String, _ expected: String) {
    do throws(DataError) {
      _ = try GazetteerImport.Columns(text)
      Issue.record("accepted: \(text)")
    } catch {
      #expect(error.description.hasPrefix(expected), "\(error)")
    }
  }

  @Test(
    "names are cleaned, or left out with the reason",
    arguments: [
      ("محمّـــد", "محمد"), ("\u{202B}غزة\u{202C}", "غزة"), ("«اليوم»", "اليوم"), ("باريس (تكساس)", "باريس"),
      ("ا\u{654}حمد", "أحمد"),
      ("  أبو \u{A0} ظبي ", "أبو ظبي"), ("أ|ب ج", "أ ب ج"), ("أ.ف.ب.", "أ.ف.ب"), ("قناة ۲۴", "قناة ٢٤"),
      ("جنوب–شرق", "جنوب-شرق"),
      ("پاريس", "پاريس"), ("- حماس -", "حماس"),
    ])
  func cleaned(_ raw: String, _ expected: String) throws {
    #expect(try imported(.gateLst, raw + "\n", kind: .organization).rows.map(\.name) == [expected])
  }

  @Test(
    "names that are left out",
    arguments: [
      ("Paris", GazetteerImport.SkipReason.noArabic), ("123", .noArabic), ("شركة BMW", .foreign), ("شهر ری", .persian),
      ("اردو کتاب", .persian), ("ﻏﺰة", .presentation), ("ك", .short), ("مكتبة Ё", .foreign), ("😀", .noArabic),
    ])
  func leftOut(_ raw: String, _ reason: GazetteerImport.SkipReason) throws {
    let r = try imported(.gateLst, raw + "\nغزة\n", kind: .place)
    #expect(r.rows.map(\.name) == ["غزة"])
    #expect(count(r, reason) == 1, "\(r.skipped)")
  }

  @Test("a file of another format is refused", arguments: GazetteerImport.Format.allCases)
  func refused(_ format: GazetteerImport.Format) {
    for text in ["", "\n \n", "<xml>غزة</xml>\n"] {
      do throws(DataError) {
        _ = try GazetteerImport.read(format, file: "x", bytes: Array(text.utf8))
        Issue.record("\(format) accepted \(text)")
      } catch {
        #expect(error.description.hasPrefix("x: no line has the form of \(format.rawValue)"))
      }
    }
  }

  @Test("bytes that are not UTF-8 are broken rows, with their column")
  func invalid() throws {
    let bytes = Array("1\t2\tar\tغز".utf8) + [0xD8] + Array("\n1\t2\tar\tغزة\n".utf8)
    let r = try GazetteerImport.read(.geonames, file: "f", bytes: bytes)
    #expect(r.errors.map(\.description) == ["f:1:10: not valid UTF-8"])
    #expect(r.rows.map(\.name) == ["غزة"])
    let lists = try GazetteerImport.read(
      .spacyJSONL, file: "f",
      bytes: Array(#"{"label":"LOC","pattern":"غز"#.utf8) + [0xFF]
        + Array("\"}\n{\"label\":\"LOC\",\"pattern\":\"غزة\"}".utf8))
    #expect(lists.errors.map(\.description) == ["f:1:29: not valid UTF-8"])
  }

  @Test("pieces that end anywhere, and random bytes", arguments: GazetteerImport.Format.allCases)
  func pieces(_ format: GazetteerImport.Format) throws {
    var random = TestRandom(seed: 7)
    let samples = [
      "1\t2\tar\tغزة\t\t\t\t\t\t\n", "10\tP\tu\tسالم+كريم\n", "Q1\tx\tرام الله\tar\tLOC\n",
      "{\"id\":\"Q5\",\"labels\":{\"ar\":\"سالم كريم\"},\"claims\":{\"P31\":[\"Q5\"]}}\n",
      "{\"label\":\"LOC\",\"pattern\":\"غزة\"}\n",
      "id\ttype\tname\n", "x\tLOC\tغزة\n",
    ]
    for _ in 0..<200 {
      var bytes = samples.shuffled(using: &random).flatMap { Array($0.utf8) }
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      var session = GazetteerImport.Session(format, GazetteerImport.Settings(kind: .place))
      session.begin(file: "f")
      var rest = bytes[...]
      while !rest.isEmpty {
        let n = Int.random(in: 1...min(40, rest.count), using: &random)
        session.add(Array(rest.prefix(n)))
        rest = rest.dropFirst(n)
      }
      let whole = try? GazetteerImport.read(
        format, file: "f", bytes: bytes, settings: GazetteerImport.Settings(kind: .place))
      let pieces = try? session.finish()
      #expect(pieces?.rows == whole?.rows && pieces?.errors == whole?.errors)
      if let whole { try sound(whole) }
    }
  }

  @Test("a compiled file that is damaged is told from a sound one")
  func compiled() throws {
    let list = "id\ttype\tname\tvariants\nloc.a\tLOC\tرام الله\tرامالله\nper.b\tPER\tسالم كريم\n"
    let entries = ListReader.read(file: "l", text: list, list: "l").entries
    for rows in [entries, []] {
      let bytes = try GazetteerCompiler.compile(rows)
      #expect(CompiledCheck.isCompiled(bytes) && CompiledCheck.error(bytes, file: "f") == nil)
      for n in 0..<bytes.count {
        let cut = Array(bytes[..<n])
        #expect(CompiledCheck.error(cut, file: "f") != nil, "cut at \(n)")
      }
      var random = TestRandom(seed: 3)
      for _ in 0..<2000 {
        var b = bytes
        b[Int.random(in: 8..<b.count, using: &random)] = UInt8.random(in: 0...127, using: &random)
        if CompiledCheck.error(b, file: "f") != nil { continue }
        let g = try Gazetteer(compiled: b)
        for k in 0..<g.entryCount { _ = (g.entry(k).id, g.entry(k).attributes, g.entry(k).list) }
        for k in 0..<g.formCount { _ = (g.form(k).text, g.form(k).entry, g.classSets[g.form(k).classSet]) }
      }
    }
    #expect(!CompiledCheck.isCompiled(Array(list.utf8)))
  }
}
