import Rules
import Testing

@Suite("Rules: patterns")
struct PatternTests {
  @Test(
    "operators",
    arguments: [
      ("apple", "تفاح موز تفاح", ["تفاح", "تفاح"]), ("apple", "موز", []), ("apple", "", []),
      ("apple banana", "تفاح موز", ["تفاح موز"]), ("apple banana", "تفاح برتقال موز", []),
      ("apple | banana", "موز تفاح", ["موز", "تفاح"]), ("apple (banana | orange)", "تفاح برتقال", ["تفاح برتقال"]),
      ("apple banana?", "تفاح موز", ["تفاح موز"]), ("apple banana?", "تفاح برتقال", ["تفاح"]),
      ("apple? banana", "موز", ["موز"]),
      ("apple+", "تفاح تفاح تفاح موز تفاح", ["تفاح تفاح تفاح", "تفاح"]),
      ("apple* banana", "تفاح تفاح موز", ["تفاح تفاح موز"]), ("apple* banana", "موز", ["موز"]),
      ("apple{2}", "تفاح تفاح تفاح", ["تفاح تفاح"]), ("apple{2}", "تفاح موز", []),
      ("apple{1,2} banana", "تفاح تفاح تفاح موز", ["تفاح تفاح موز"]),
      ("apple{0,2} banana", "موز", ["موز"]), ("(apple banana){2}", "تفاح موز تفاح موز", ["تفاح موز تفاح موز"]),
      ("(apple banana){2}", "تفاح موز تفاح", []),
      ("(apple | banana)+", "تفاح موز موز برتقال", ["تفاح موز موز"]), ("apple !banana", "تفاح موز", []),
      ("apple !banana", "تفاح برتقال", ["تفاح برتقال"]),
      ("!apple & arabic", "تفاح موز", ["موز"]), ("apple & line-start", "تفاح تفاح\nتفاح", ["تفاح", "تفاح"]),
      ("apple & with-waw", "تفاح وتفاح", ["تفاح"]),
      ("(apple | banana) & with-beh", "تفاح بتفاح بموز", ["تفاح", "موز"]), ("orange", "عصير برتقال", ["عصير برتقال"]),
      ("orange banana", "عصير برتقال موز", ["عصير برتقال موز"]),
      ("apple orange banana", "تفاح عصير برتقال موز", ["تفاح عصير برتقال موز"]), ("apple any", "تفاح", []),
      ("apple any{0,3}", "تفاح موز", ["تفاح موز"]), ("!banana", "موز", []),
      ("apple (!banana)+", "تفاح برتقال", ["تفاح برتقال"]),
      ("number apple", "5 تفاح", ["5 تفاح"]), ("apple period", "تفاح.", ["تفاح."]),
      ("quote-open apple quote-close", "«تفاح»", ["«تفاح»"]), ("apple & in-quote", "تفاح «تفاح»", ["تفاح"]),
    ])
  func operators(_ pattern: String, _ text: String, _ expected: [String]) throws {
    #expect(found(try cascade(rule(pattern)), text) == expected)
  }

  @Test(
    "context is looked at and not consumed",
    arguments: [
      ("apple", nil, "banana", "موز تفاح تفاح موز", ["تفاح"]), ("apple", "banana", nil, "موز تفاح تفاح موز", ["تفاح"]),
      ("apple", nil, "!banana", "تفاح موز تفاح برتقال", ["تفاح"]),
      ("apple", "start", nil, "تفاح تفاح", ["تفاح"]), ("apple", nil, "end", "تفاح تفاح", ["تفاح"]),
      ("apple", "start | banana", nil, "تفاح تفاح موز تفاح", ["تفاح", "تفاح"]),
      ("apple", "banana?", nil, "تفاح موز تفاح", ["تفاح", "تفاح"]),
      ("apple", "banana", "banana", "موز تفاح موز تفاح موز", ["تفاح", "تفاح"]),
      ("apple", nil, "!banana", "تفاح", ["تفاح"]), ("apple", "!banana", nil, "تفاح", ["تفاح"]),
      ("apple+", nil, "apple banana", "تفاح تفاح تفاح موز", ["تفاح تفاح"]),
    ] as [(String, String?, String?, String, [String])])
  func context(_ pattern: String, _ before: String?, _ after: String?, _ text: String, _ expected: [String]) throws {
    #expect(found(try cascade(rule(pattern, before: before, after: after)), text) == expected)
  }

  @Test(
    "proclitics of the first token stay outside of the span",
    arguments: [("وتفاح", "تفاح"), ("وبتفاح", "تفاح"), ("تفاح", "تفاح")])
  func proclitics(_ text: String, _ expected: String) throws {
    #expect(found(try cascade(rule("apple")), text) == [expected])
  }

  @Test("captures, and a record built from them")
  func captures() throws {
    let c = try cascade(
      "rule x\n  match first:apple mid:(banana | orange){0,2} last:apple\n  make X span=mid kind=\"two words\" value=f(first, day: last, calendar: \"h\")\n"
    )
    let (all, lattice) = records(c, "تفاح موز عصير برتقال تفاح")
    let r = try #require(all.first)
    func text(_ name: String) -> String? { r.capture(name).map { lattice.text(lattice.span($0)) } }
    #expect(text("first") == "تفاح")
    #expect(text("mid") == "موز عصير برتقال")
    #expect(r.capture("last") == 4..<5)
    #expect(r.capture("none") == nil)
    #expect(r.tokens == 0..<5)
    #expect(r.extent == 1..<4)
    #expect(r.rule.make.constant("kind") == "two words")
    guard case .call(let name, let arguments)? = r.rule.make.field("value") else {
      Issue.record("no call")
      return
    }
    #expect(name == "f")
    #expect(arguments.map(\.name) == ["first", "day", "calendar"])
    #expect(arguments.map(\.isCapture) == [true, true, false])
  }

  @Test("captures of context, and one in which an optional part is missing")
  func contextCaptures() throws {
    let c = try cascade("rule x\n  before b:banana\n  match m:orange? apple\n  after a:banana\n  make X\n")
    let r = try #require(records(c, "موز تفاح موز").records.first)
    #expect(r.capture("b") == 0..<1)
    #expect(r.capture("a") == 2..<3)
    #expect(r.capture("m") == nil || r.capture("m")?.isEmpty == true)
    #expect(r.tokens == 1..<2)
  }

  @Test("the longest match is taken, or the shortest where the rule prefers it")
  func shortest() throws {
    let text = "تفاح موز موز موز"
    #expect(found(try cascade(rule("apple banana+")), text) == [text])
    #expect(found(try cascade(rule("apple banana+", more: "  prefer shortest\n")), text) == ["تفاح موز"])
    let lazy = try cascade("rule x\n  match apple mid:any*? banana any*\n  make X span=mid\n")
    #expect(records(lazy, "تفاح تفاح موز موز").records.first?.capture("mid") == 1..<2)
  }

  @Test("patterns with a name, also in later files")
  func macros() throws {
    let c = try cascade([
      (fruit + "let sweet = apple | banana\nlet two = sweet sweet\nrule one\n  match two\n  make Y\n", "longest"),
      ("rule x\n  match (sweet) & with-waw\n  make X\n", "longest"),
    ])
    #expect(found(c, "تفاح موز برتقال وموز") == ["تفاح موز", "موز"])
  }

  @Test("a clause goes on over lines that are indented further, and comments are passed over")
  func layout() throws {
    let c = try cascade(
      "# تعليق\nrule x   # تعليق\n  match apple # تعليق\n    banana\n    | orange\n\n  # تعليق\n  make X\n".replacing(
        "rule x   # تعليق", with: "rule x"))
    #expect(found(c, "تفاح موز برتقال") == ["تفاح موز", "برتقال"])
  }

  @Test(
    "properties of tokens",
    arguments: [
      ("arabic", "مصر abc", "مصر"), ("latin", "مصر abc", "abc"), ("number", "مصر 2.4", "2.4"),
      ("integer", "2.4 12", "12"), ("day-number", "32 31", "31"), ("month-number", "13 12", "12"),
      ("year-number", "2025 25", "2025"), ("year-number", "٢٠٢٥", "٢٠٢٥"), ("two-digits", "5 05", "05"),
      ("definite", "كتاب الكتاب", "الكتاب"), ("definite", "للكتاب", "للكتاب"), ("feminine", "مدرس مدرسة", "مدرسة"),
      ("single-letter", "د سالم", "د"), ("marked", "بين بيّن", "بيّن"), ("comma", "مصر،", "،"), ("colon", "مصر:", ":"),
      ("dash", "مصر –", "–"), ("open-paren", "(مصر", "("), ("question", "لماذا؟", "؟"),
      ("abbreviation", "مصر أ.ف.ب", "أ.ف.ب"), ("mixed", "مصر B7", "B7"), ("hash", "#مصر", "#"),
      ("sentence-start & !line-start", "مصر. لبنان", "لبنان"), ("paragraph-start & !start", "", ""),
      ("quote", "«مصر", "«"),
      ("foreign-shape", "كتاب لافروف", "لافروف"), ("nisba-shape", "كتاب مصري", "مصري"), ("symbol", "مصر 😀", "😀"),
    ])
  func properties(_ pattern: String, _ text: String, _ expected: String) throws {
    #expect(found(try cascade(rule(pattern)), text) == (expected.isEmpty ? [] : [expected]))
  }
}
