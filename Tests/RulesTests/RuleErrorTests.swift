import Gazetteer
import Testing

@testable import Rules

@Suite("Rules: mistakes")
struct RuleErrorTests {
  @Test(
    "a mistake names file, line and column",
    arguments: [
      ("rule\n", "1:6: a rule needs a name"), ("rule a b\n", "1:6: a rule needs a name"),
      ("foo bar\n", "1:1: a line at the margin"), ("  match apple\n", "1:3: an indented line must belong"),
      ("rule x\n  macth apple\n", "2:3: unknown clause 'macth'"),
      ("rule x\n  match (apple\n  make X\n", "2:10: ')' is missing"),
      ("rule x\n  match apple)\n  make X\n", "2:14: the pattern should end"),
      ("rule x\n  match apple{3,1}\n  make X\n", "2:18: a repetition is from"),
      ("rule x\n  match apple{41}\n  make X\n", "2:17: a repetition is from"),
      ("rule x\n  match apple{0}\n  make X\n", "2:16: a repetition is from"),
      ("rule x\n  match apple{a}\n  make X\n", "2:15: a whole number"),
      ("rule x\n  match ?\n  make X\n", "2:9: a name of a list"),
      ("rule x\n  match\n  make X\n", "2:1: a pattern is expected"),
      ("rule x\n  match apple |\n  make X\n", "2:15: a pattern is expected"),
      ("rule x\n  match apple $\n  make X\n", "2:15: unexpected '$'"),
      ("rule x\n  match apple\n    & تفاح\n  make X\n", "3:7: unexpected 'ت'"),
      ("rule x\n  match apple\n    make X\n", "1:1: rule 'x' needs"),
      ("rule x\n  match apple\n", "1:1: rule 'x' needs"),
      ("rule x\n  match apple?\n  make X\n", "1:1: rule 'x' could match nothing"),
      ("rule x\n  match (apple?)*\n  make X\n", "2:17: what is repeated"),
      ("rule x\n  match apple\n  make X y\n", "3:10: write key=value"),
      ("rule x\n  match apple\n  make X v=f(a\n", "3:14: ',' or ')'"),
      ("rule x\n  match apple\n  make X v=\n", "3:11: a value is expected"),
      ("rule x\n  match apple\n  make\n", "3:1: what is made"),
      ("rule x\n  match apple\n  make X\n  trust 2\n", "4:3: trust is a number"),
      ("rule x\n  match apple\n  make X\n  trust\n", "4:3: trust is a number"),
      ("rule x\n  match apple\n  make X\n  prefer longest\n", "4:3: only 'prefer shortest'"),
      ("rule x\n  match apple\n  make X\n  + تفاح بلا علامة\n", "4:3: mark the expected span"),
      ("rule x\n  match apple\n  make X\n  - [تفاح]\n", "4:3: a negative example"),
      ("rule x\n  match apple\n  make X\n  + [تفاح\n", "4:3: mark the expected span"),
      ("rule x\n  match apple\n  make X\nrule x\n  match apple\n  make X\n", "4:6: there is another rule 'x'"),
      ("list\n", "1:6: a list needs a name"), ("let x\n", "1:1: write: let name = pattern"),
      ("let x = (apple\n", "1:10: ')' is missing"),
      ("let x = apple\nrule y\n  match !x\n  make X\n", "3:10: 'x' is a pattern"),
      ("let x = apple\nrule y\n  match x & word\n  make X\n", "3:11: 'x' is a pattern"),
      ("rule x\n  match (apple?) & word\n  make X\n", "2:"),
      ("list fruit\n  تفاح\tmonth\n", "2:8: 'month' is not key=value"),
      ("rule x\n  match \"apple\n", "2:9: the string has no closing"),
    ])
  func places(_ text: String, _ expected: String) {
    let errors = RuleParser.parse(file: "قواعد.rules", text: text).errors.map(\.description)
    #expect(errors.contains { $0.hasPrefix("قواعد.rules:" + expected) }, "\(errors)")
  }

  @Test("a broken rule is left out, and the others are read")
  func others() {
    let file = RuleParser.parse(
      file: "x", text: "rule a\n  match (\n  make X\nrule b\n  match apple\n  make X\nrule c\n  make X\n")
    #expect(file.rules.map(\.id) == ["b"])
    #expect(file.errors.map(\.line) == [2, 7])
  }

  @Test(
    "mistakes of the cascade",
    arguments: [
      ("a.rules longest\n", "rule x\n  match nothing & apple\n  make X\n", "a.rules:2:9: unknown name 'nothing'"),
      ("# x\nb.rules longest\n", "", "cascade.txt:2:1: there is no file 'b.rules'"),
      ("a.rules best\n", "", "cascade.txt:1:1: write: file mode"),
      ("a.rules\n", "", "cascade.txt:1:1: write: file mode"),
      ("a.rules longest\n", "rule x\n  match LATER\n  make X\n", "a.rules:2:9: unknown name 'LATER'"),
      ("a.rules longest\n", "rule\n", "a.rules:1:6: a rule needs a name"),
    ])
  func cascade(_ index: String, _ rules: String, _ expected: String) throws {
    let sources = [
      Cascade.Source(name: "cascade.txt", text: index), Cascade.Source(name: "a.rules", text: fruit + rules),
    ]
    // The fruit lists stand before the rules.
    let shift = fruit.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    do {
      let parsed = try Cascade.parse(sources)
      _ = try Cascade(parsed.phases, [try Gazetteer(compiled: GazetteerCompiler.compile(parsed.entries))])
      Issue.record("no mistake was found")
    } catch let errors as DataErrors {
      let texts = errors.errors.map { e in
        var e = e
        if e.file == "a.rules" { e.line -= shift }
        return e.description
      }
      #expect(texts.contains { $0.hasPrefix(expected) }, "\(texts)")
    }
  }

  @Test("two files with a rule of one name, and a missing cascade")
  func names() {
    let one = Cascade.Source(name: "a.rules", text: "rule x\n  match any\n  make X\n")
    let other = Cascade.Source(name: "b.rules", text: "\nrule x\n  match any\n  make X\n")
    #expect {
      try Cascade.parse([Cascade.Source(name: "cascade.txt", text: "a.rules all\nb.rules all\n"), one, other])
    } throws: { error in
      "\(error)".hasPrefix("b.rules:2:6: ")
    }
    #expect(throws: DataErrors.self) { try Cascade.parse([one]) }
  }

  @Test("a file with CR LF is read like one with LF, or refused")
  func carriageReturns() {
    let text = "list a\n  تفاح\nrule x\n  match a\n    | number\n  make X\n  + [تفاح]\n  - موز\n"
    let plain = RuleParser.parse(file: "x", text: text)
    let windows = RuleParser.parse(file: "x", text: text.replacing("\n", with: "\r\n"))
    #expect(plain.rules.count == 1 && plain.errors.isEmpty)
    #expect(
      windows.errors.isEmpty && windows.rules.map(\.match) == plain.rules.map(\.match)
        && windows.entries == plain.entries || !windows.errors.isEmpty)
    #expect(windows.errors.allSatisfy { $0.line > 0 })
  }

  @Test("brackets nested a hundred deep")
  func nested() throws {
    let pattern = String(repeating: "(", count: 100) + "apple" + String(repeating: ")", count: 100)
    #expect(found(try Self.compiled(pattern), "تفاح") == ["تفاح"])
  }

  private static func compiled(_ pattern: String) throws -> Cascade {
    let parsed = try Cascade.parse([
      Cascade.Source(name: "cascade.txt", text: "a.rules longest\n"),
      Cascade.Source(name: "a.rules", text: fruit + rule(pattern)),
    ])
    return try Cascade(parsed.phases, [try Gazetteer(compiled: GazetteerCompiler.compile(parsed.entries))])
  }
}

@Suite("Rules: examples")
struct RuleExampleTests {
  static func failures(_ examples: String) throws -> [String] {
    RuleExamples.check(try cascade([(rule("apple banana?", more: examples) + fruit, "longest")])).failures.map(
      \.description)
  }

  @Test("examples that hold")
  func hold() throws {
    #expect(try Self.failures("  + أكل [تفاح موز] ثم و[تفاح]\n  - أكل موز\n").isEmpty)
  }

  @Test(
    "examples that do not hold are named with their line",
    arguments: [
      ("  + أكل [تفاح] موز\n  - لا\n", "0.rules:4:3: x: finds «تفاح موز»"),
      ("  + أكل [خبز]\n  - لا\n", "0.rules:4:3: x: finds nothing"),
      ("  + [تفاح]\n  - أكل تفاح\n", "0.rules:5:3: x: must not match, but finds «تفاح»"),
      ("  + [تفاح] وتفاح\n  - لا\n", "0.rules:4:3: x: finds «تفاح», «تفاح»"),
      ("  + [تفاح]\n", "0.rules:1:1: rule 'x' has no negative example"),
      ("  - لا\n", "0.rules:1:1: rule 'x' has no positive example"),
    ])
  func fail(_ examples: String, _ expected: String) throws {
    #expect(try Self.failures(examples) == [expected])
  }
}
