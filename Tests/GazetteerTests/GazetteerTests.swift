import ArabicText
import Testing
import TestSupport

@testable import Gazetteer

/// A found phrase: the id of its entry and its text.
struct Found: Hashable, CustomStringConvertible {
  var id: String
  var text: String
  var description: String { "\(id) «\(text)»" }
}

/// Everything that gazetteers find in a text, verified.
func found(_ text: String, _ gazetteers: [Gazetteer]) -> [Found] {
  let bytes = Array(text.utf8)
  let tokens = Tokenizer.tokenize(bytes)
  let matcher = Matcher(gazetteers)
  var out: [Found] = []
  for t in tokens.indices {
    for hit in matcher.hits(tokens, at: t) {
      let start = tokens[t].offset(after: Int(hit.stripped), in: bytes)
      let end = Int(tokens[t + Int(hit.count) - 1].end)
      matcher.eachForm(hit, tokens, bytes) { form, _ in
        out.append(
          Found(id: form.gazetteer.entry(form.entry).id, text: String(decoding: bytes[start..<end], as: UTF8.self)))
      }
    }
  }
  return out
}

func gazetteer(_ text: String) throws -> Gazetteer { try Gazetteer(compiled: GazetteerCompiler.compile(entries(text))) }

@Suite("Gazetteer: compiling")
struct CompilerTests {
  static let list = """
    id\ttype\tsubtype\tname\tvariants\tcountry
    loc.zaytuna\tLOC\tcity\tالزيتونة\tمدينة الزيتونة|بلدة الزيتونة الكبرى\tLB
    loc.lubnan\tLOC\tcountry\tلبنان\t\tLB
    loc.wadi\tLOC\ttown\tوادي الكرمة\t\tLB
    org.umma\tORG\tinternational\tالأمم الصديقة\tأ.م.ص\t
    per.salim\tPER\tpolitician\tسالم الزيتوني\tسليم الزيتوني\t
    per.wael\tPER\tpolitician\tوائل فلاحة\t\t

    """

  @Test("the same lists give the same bytes, and every byte is ASCII outside the strings")
  func deterministic() throws {
    let e = try entries(Self.list)
    let bytes = try GazetteerCompiler.compile(e)
    for _ in 0..<5 { #expect(try GazetteerCompiler.compile(entries(Self.list)) == bytes) }
    #expect(String(validating: bytes, as: UTF8.self) != nil)
  }

  @Test("another list has another version")
  func version() throws {
    let changed = Self.list.replacing("سالم", with: "سامي")
    #expect(try gazetteer(Self.list).version != (try gazetteer(changed).version))
  }

  @Test("what was compiled is read back")
  func contents() throws {
    let g = try gazetteer(Self.list)
    let e = try entries(Self.list)
    #expect(g.entryCount == e.count)
    #expect(g.formCount == e.reduce(0) { $0 + $1.forms.count })
    #expect(g.listNames == ["list.tsv"])
    for k in e.indices {
      let x = g.entry(k)
      #expect([x.id, x.type, x.name, x.list] == [e[k].id, e[k].type, e[k].name, "list.tsv"])
      #expect(x.line == e[k].line)
      #expect(x.attributes.map { "\($0.key)=\($0.value)" } == e[k].attributes.map { "\($0.key)=\($0.value)" })
    }
    #expect(Set(g.classNames).isSuperset(of: ["place", "organization", "person", "country", "politician"]))
    #expect(g.maxWords == 3)
  }

  @Test("no entries at all compile")
  func empty() throws {
    let g = try Gazetteer(compiled: GazetteerCompiler.compile([]))
    #expect(g.entryCount == 0)
    #expect(found("وصل الوفد إلى لبنان", [g]).isEmpty)
  }

  @Test("a broken compiled file is refused")
  func broken() throws {
    let bytes = try GazetteerCompiler.compile(try entries(Self.list))
    func refused(_ b: [UInt8]) -> Bool {
      do {
        _ = try Gazetteer(compiled: b, name: "x.bin")
        return false
      } catch {
        return error.description.hasPrefix("x.bin: ")
      }
    }
    #expect(refused([]))
    #expect(refused(Array("hello".utf8)))
    #expect(refused(Array(repeating: 0, count: 4096)))
    #expect(refused([bytes[0] ^ 1] + bytes.dropFirst()))
    #expect(refused(Array("ISNADGZ0".utf8) + bytes.dropFirst(8)))
    for n in stride(from: 0, to: bytes.count - 1, by: 37) { #expect(refused(Array(bytes[..<n])), "cut to \(n) bytes") }
    #expect(!refused(bytes))
  }

  @Test("forms of hundreds of words and thousands of entries")
  func large() throws {
    let words = (0..<300).map { "كلمة\(String(repeating: "ن", count: $0 % 7 + 1))" }.joined(separator: " ")
    var text = "id\ttype\tname\nloc.long\tLOC\t\(words)\n"
    let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
    for n in 0..<3000 {
      text += "loc.n\(n)\tLOC\tقرية \(letters[n % 28])\(letters[n / 28 % 28])\(letters[n / 784 % 28])ن\n"
    }
    let g = try gazetteer(text)
    #expect(g.entryCount == 3001)
    #expect(found("في \(words) اليوم", [g]).contains { $0.id == "loc.long" })
    for n in stride(from: 0, to: 3000, by: 61) {
      #expect(found(g.entry(n + 1).name, [g]).contains { $0.id == "loc.n\(n)" })
    }
  }
}

@Suite("Gazetteer: finding")
struct MatcherTests {
  static let proclitics = ["", "و", "ف", "ب", "ل", "ك", "وب", "فل", "وك", "ول", "فب"]

  /// A name written after proclitics: the alef of the article falls after ل.
  static func written(_ p: String, _ name: String) -> String {
    p.hasSuffix("ل") && name.hasPrefix("ال") ? p + "ل" + name.dropFirst(2) : p + name
  }

  @Test("every form of every entry is found after every proclitic", arguments: proclitics)
  func afterProclitics(_ p: String) throws {
    let g = try gazetteer(CompilerTests.list)
    for e in try entries(CompilerTests.list) {
      for f in e.forms where p.isEmpty || !f.text.contains(".") {
        let text = Self.written(p, f.text)
        let hits = found("زار الوفد \(text) أمس.", [g])
        let expected = p.hasSuffix("ل") && f.text.hasPrefix("ال") ? String(text.dropFirst(p.count)) : f.text
        #expect(hits.contains(Found(id: e.id, text: expected)), "«\(text)» finds \(hits)")
      }
    }
  }

  @Test(
    "spellings that fold alike are found",
    arguments: [
      "الزيتونه", "الزَّيْتُونَة", "الزيتـــونة", "ﺍﻟﺰﻳﺘﻮﻧﺔ", "الزیتونة", "\u{200F}الزيتونة\u{200F}", "مدينه الزيتونة",
      "مدينة\u{A0}الزيتونة", "مدينة_الزيتونة",
    ])
  func spellings(_ text: String) throws {
    #expect(found("إلى \(text)،", [try gazetteer(CompilerTests.list)]).contains { $0.id == "loc.zaytuna" })
  }

  @Test(
    "other words are not found",
    arguments: [
      "الزيتون", "زيتونة", "لبناني", "للبنانا", "سالم", "سالم\nالزيتوني", "سالم، الزيتوني", "الأمم", "وادي",
      "ادي الكرمة", "ائل فلاحة", "مبنان",
    ])
  func others(_ text: String) throws {
    #expect(found(text, [try gazetteer(CompilerTests.list)]).isEmpty)
  }

  @Test("the longest phrase comes first, the shorter ones after it")
  func longest() throws {
    let g = try gazetteer("id\ttype\tname\nloc.a\tLOC\tبلدة\nloc.b\tLOC\tبلدة الكرمة\nloc.c\tLOC\tبلدة الكرمة العليا\n")
    #expect(found("بلدة الكرمة العليا", [g]).map(\.id) == ["loc.c", "loc.b", "loc.a"])
    #expect(found("بلدة الكرمة السفلى", [g]).map(\.id) == ["loc.b", "loc.a"])
  }

  @Test("an earlier gazetteer wins ties, a longer phrase does not lose to it")
  func ties() throws {
    let own = try gazetteer("id\ttype\tname\nloc.own\tLOC\tلبنان\n")
    let base = try gazetteer(CompilerTests.list + "loc.north\tLOC\tregion\tلبنان الشمالي\t\tLB\n")
    #expect(found("لبنان", [own, base]).map(\.id) == ["loc.own", "loc.lubnan"])
    #expect(found("لبنان", [base, own]).map(\.id) == ["loc.lubnan", "loc.own"])
    #expect(Set(found("لبنان الشمالي", [own, base]).map(\.id)) == ["loc.own", "loc.north", "loc.lubnan"])
  }

  @Test(
    "exact forms ask for their hamza and shadda",
    arguments: [("أن", ["أن"]), ("إن", ["إن"]), ("ان", ["أن", "إن"]), ("أنّ", ["أن"]), ("وأن", ["أن"])])
  func exact(_ text: String, _ expected: [String]) throws {
    let g = try gazetteer("form\tclass\tvalue\tflags\nأن\ta\t\texact\nإن\tb\t\texact\n")
    #expect(Set(found(text, [g]).map { String($0.id.dropFirst(2)) }) == Set(expected))
  }

  @Test(
    "phrases may hold marks and abbreviations",
    arguments: [("أ.م.ص", "org.umma"), ("(أ.م.ص)", "org.umma"), ("عن أ.م.ص.", "org.umma")])
  func marks(_ text: String, _ id: String) throws {
    #expect(found(text, [try gazetteer(CompilerTests.list)]).contains { $0.id == id })
  }

  @Test("a hit is verified: a phrase of an equal hash but other letters is dropped")
  func collision() throws {
    // The same compiled file, its stored letters changed under the hash.
    var bytes = try GazetteerCompiler.compile(try entries(CompilerTests.list))
    let name = Array("لبنان".utf8)
    let other = Array("ببنان".utf8)
    var changed = 0
    for i in 0...(bytes.count - name.count) where Array(bytes[i..<i + name.count]) == name {
      bytes.replaceSubrange(i..<i + name.count, with: other)
      changed += 1
    }
    try #require(changed > 0)
    #expect(found("لبنان", [try Gazetteer(compiled: bytes)]).isEmpty)
  }

  @Test(
    "random text brings no crash, and every hit is a slice that folds to its form",
    arguments: 1...20 as ClosedRange<UInt64>)
  func random(_ seed: UInt64) throws {
    let g = try gazetteer(CompilerTests.list)
    var random = TestRandom(seed: seed)
    let names = try entries(CompilerTests.list).flatMap { $0.forms.map(\.text) }
    var text = ""
    for _ in 0..<60 {
      text += HostileText.make(&random, pieces: 3, badness: 50) + (Self.proclitics.randomElement(using: &random) ?? "")
      text += names.randomElement(using: &random) ?? ""
    }
    let hits = found(text, [g])
    #expect(hits.count > 5)
    let forms = Dictionary(grouping: try entries(CompilerTests.list), by: \.id).mapValues {
      Set($0.flatMap(\.forms).map { Folding.text($0.text) })
    }
    for h in hits {
      let key = Folding.text(h.text)
      #expect(forms[h.id]?.contains { $0 == key || $0 == "ا" + key } == true, "\(h)")
    }
  }
}

@Suite("Gazetteer: the lists of the project")
struct ShippedListTests {
  @Test("no list has a mistake")
  func check() throws {
    let errors = ListCheck.errors(try Repository.lists())
    #expect(errors.isEmpty, "\(errors.count): \(errors.prefix(20).map(\.description).joined(separator: "\n"))")
  }

  @Test("lists.tsv names every list, and none twice")
  func index() throws {
    let named = try Repository.lists().map(\.file)
    #expect(Set(named).count == named.count)
    let files = try Repository.files(under: "Gazetteers", ending: ".tsv").filter {
      $0 != "Gazetteers/lists.tsv" && !$0.hasPrefix("Gazetteers/import/")
    }
    #expect(Set(named) == Set(files))
  }
}
