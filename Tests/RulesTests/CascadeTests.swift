import ArabicText
import TestSupport
import Testing

@testable import Rules

@Suite("Rules: cascade")
struct CascadeTests {
  static let two =
    "rule short\n  match apple\n  make X\n  trust 0.9\nrule long\n  match apple banana\n  make X\n  trust 0.5\nrule tie\n  match apple (banana | orange)\n  make X\n  trust 0.6\n"

  static func ids(_ mode: String, _ text: String) throws -> [String] {
    records(try cascade(two, mode: mode), text).records.map(\.rule.id)
  }

  @Test("modes")
  func modes() throws {
    #expect(try Self.ids("longest", "تفاح موز") == ["tie"])
    #expect(try Self.ids("first", "تفاح موز") == ["short"])
    #expect(Set(try Self.ids("all", "تفاح موز")) == ["short", "long", "tie"])
    #expect(try Self.ids("longest", "تفاح تفاح برتقال") == ["short", "tie"])
  }

  @Test("the leftmost match wins over a longer one that begins later")
  func leftmost() throws {
    let c = try cascade("rule a\n  match apple banana\n  make X\nrule b\n  match banana orange apple\n  make X\n")
    #expect(records(c, "تفاح موز برتقال تفاح").records.map(\.rule.id) == ["a"])
    #expect(records(c, "موز برتقال تفاح موز").records.map(\.rule.id) == ["b"])
  }

  @Test("later phases see the results of earlier ones, and only those that were chosen")
  func phases() throws {
    let c = try cascade([
      (fruit + "rule pair\n  match apple banana\n  make PAIR\n", "longest"),
      ("rule x\n  before orange\n  match PAIR PAIR?\n  make X\n", "longest"),
    ])
    let (all, lattice) = records(c, "تفاح موز برتقال تفاح موز تفاح موز")
    #expect(all.map(\.rule.make.type) == ["PAIR", "PAIR", "PAIR", "X"])
    #expect(all.last.map { lattice.text(lattice.span($0.extent)) } == "تفاح موز تفاح موز")
    var runner = c.makeRunner()
    var fresh = c.annotator.lattice(lattice.bytes, lattice.tokens)
    #expect(runner.run(&fresh) { r, _ in r.rule.make.type != "PAIR" }.isEmpty)
  }

  @Test("a runner gives the same for a text whatever it has seen before", arguments: 1...12 as ClosedRange<UInt64>)
  func reuse(_ seed: UInt64) throws {
    let c = try cascade(
      Self.two + rule("(apple | banana & with-waw)+ any{0,3} orange", before: "any? mark | start"), mode: "all")
    var random = TestRandom(seed: seed)
    let words = ["تفاح", "موز", "وموز", "برتقال", "عصير برتقال", "،", ".", "«", "»", "5", "كتاب", "\n"]
    var runner = c.makeRunner()
    for _ in 0..<40 {
      let text = (0..<30).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      let bytes = Array(text.utf8)
      var lattice = c.annotator.lattice(bytes, Tokenizer.tokenize(bytes))
      let reused = runner.run(&lattice).map { "\($0.rule.id) \($0.tokens) \($0.captures)" }
      let fresh = records(c, text).records.map { "\($0.rule.id) \($0.tokens) \($0.captures)" }
      #expect(reused == fresh)
    }
  }

  @Test("matches are those of a plain backtracking matcher", arguments: 1...20 as ClosedRange<UInt64>)
  func reference(_ seed: UInt64) throws {
    var random = TestRandom(seed: seed)
    for _ in 0..<12 {
      let text = Self.pattern(&random, 3)
      guard case let parsed = RuleParser.parse(file: "x", text: fruit + rule(text)), parsed.errors.isEmpty,
        let match = parsed.rules.first?.match
      else { continue }
      let c = try cascade(rule(text))
      let words = (0..<12).map { _ in ["apple", "orange", "banana"].randomElement(using: &random) ?? "apple" }
      let arabic = ["apple": "تفاح", "orange": "برتقال", "banana": "موز"]
      let input = words.compactMap { arabic[$0] }.joined(separator: " ")
      var expected: [Range<Int>] = []
      var p = 0
      while p < words.count {
        if let end = Self.ends(match, words, p).filter({ $0 > p }).max() {
          expected.append(p..<end)
          p = end
        } else {
          p += 1
        }
      }
      #expect(records(c, input).records.map(\.tokens) == expected, "\(text) on \(words)")
    }
  }

  /// A random pattern that is not empty.
  private static func pattern(_ random: inout TestRandom, _ depth: Int) -> String {
    let name = ["apple", "orange", "banana"].randomElement(using: &random) ?? "apple"
    guard depth > 0 else { return name }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return "(\(pattern(&random, depth - 1)) | \(pattern(&random, depth - 1)))"
    case 1: return "(\(pattern(&random, depth - 1)) \(pattern(&random, depth - 1)))"
    case 2: return "(\(pattern(&random, depth - 1)))+"
    case 3: return "(\(name) \(pattern(&random, depth - 1))?)"
    case 4: return "(\(pattern(&random, depth - 1))){1,2}"
    case 5: return "(\(pattern(&random, depth - 1))* \(name))"
    default: return "!\(name) & any"
    }
  }

  /// Where a pattern can end that begins at word `p`.
  private static func ends(_ pattern: Pattern, _ words: [String], _ p: Int) -> Set<Int> {
    switch pattern {
    case .atom(let tests):
      return p < words.count && tests.allSatisfy { ($0.name == "any" || $0.name == words[p]) != $0.isNegated }
        ? [p + 1] : []
    case .sequence(let parts):
      return parts.reduce([p]) { at, part in at.reduce(into: Set<Int>()) { $0.formUnion(ends(part, words, $1)) } }
    case .choice(let parts): return parts.reduce(into: []) { $0.formUnion(ends($1, words, p)) }
    case .capture(_, let inner): return ends(inner, words, p)
    case .repetition(let inner, let min, let max, _):
      var at: Set<Int> = [p]
      var out: Set<Int> = min == 0 ? [p] : []
      for n in 1...(max ?? words.count + 1) {
        at = at.reduce(into: []) { $0.formUnion(ends(inner, words, $1)) }
        if n >= min { out.formUnion(at) }
      }
      return out
    }
  }

  @Test(
    "nested repetition takes time in proportion",
    arguments: [
      "(apple+)+ banana", "(apple | apple apple)+ banana", "((apple+)+)+ banana",
      "apple{0,40} apple{0,40} apple{0,40} banana", "(any+ apple)+ banana", "x:(apple+) y:(apple+) z:(apple+)",
      "(apple{1,9}){1,9} banana", "((apple | any)+ (any | apple)+)+ banana",
    ])
  func linear(_ pattern: String) throws {
    let c = try cascade(rule(pattern))
    let growth = Growth.factor(300) { n in _ = records(c, String(repeating: "تفاح ", count: n)) }
    #expect(growth < 9)
    #expect(records(c, String(repeating: "تفاح ", count: 10_000)).lattice.tokens.count == 10_000)
  }

  @Test("random and hostile text", arguments: 1...10 as ClosedRange<UInt64>)
  func hostile(_ seed: UInt64) throws {
    let c = try cascade(
      rule(
        "(any{1,3} | quote-open any+ quote-close) (number | word & !single-letter)", before: "start | mark",
        after: "end | any"), mode: "all")
    var random = TestRandom(seed: seed)
    let (all, lattice) = records(c, HostileText.make(&random, pieces: 200, badness: 60))
    for r in all {
      #expect(!r.tokens.isEmpty && r.tokens.upperBound <= lattice.tokens.count)
      let span = lattice.span(r.extent)
      #expect(String(validating: lattice.bytes[span.start..<span.end], as: UTF8.self) != nil)
    }
  }
}
