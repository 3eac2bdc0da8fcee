import Gazetteer

/// Parses rule files. The language is described in Documentation/Rules.md.
public enum RuleParser {
  /// The content of a rule file.
  public struct File: Sendable {
    /// Its rules.
    public var rules: [Rule] = []
    /// The entries of its own word lists.
    public var entries: [Entry] = []
    /// The mistakes; a rule with a mistake is left out.
    public var errors: [DataError] = []
    /// Patterns that later files of the cascade may name too.
    public var macros: [String: Pattern] = [:]
  }

  /// Parses `text`, knowing the patterns of earlier files.
  public static func parse(file: String, text: String, macros: [String: Pattern] = [:]) -> File {
    var parser = FileParser(file: file, macros: macros)
    var number = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let body = line.drop { $0 == 0x20 }
      guard let first = body.first, first != 0x23 else { continue }
      parser.line(Substring(line), number)
    }
    parser.endClause()
    parser.endRule()
    parser.result.macros = parser.macros
    return parser.result
  }
}

/// The state of parsing one file.
private struct FileParser {
  let file: String
  var macros: [String: Pattern]
  var result = RuleParser.File()
  var draft: Draft?
  var list: String?
  var clause: (keyword: String, signs: [RuleSign], line: Int, column: Int)?

  struct Draft {
    var id: String
    var line: Int
    var before: Pattern?
    var match: Pattern?
    var after: Pattern?
    var make: Rule.Make?
    var trust = 0.8
    var prefersShortest = false
    var examples: [Rule.Example] = []
    var isBroken = false
  }

  init(file: String, macros: [String: Pattern]) {
    self.file = file
    self.macros = macros
  }

  mutating func fail(_ e: DataError) {
    result.errors.append(e)
    draft?.isBroken = true
  }

  mutating func line(_ raw: Substring, _ number: Int) {
    let indent = raw.utf8.prefix { $0 == 0x20 }.count
    var bytes = raw.utf8.dropFirst(indent)
    while let c = bytes.last, c == 0x20 || c == 0x0D { bytes.removeLast() }
    let body = Substring(bytes)
    if indent == 0 {
      endClause()
      endRule()
      list = nil
      top(body, number)
      return
    }
    if list != nil {
      word(body, number, indent)
      return
    }
    if indent >= 4, clause != nil {
      append(body, number, indent + 1)
      return
    }
    endClause()
    guard draft != nil else {
      fail(DataError(file: file, line: number, column: indent + 1, "an indented line must belong to a rule or a list"))
      return
    }
    let c = body.utf8.first
    if c == 0x2B || c == 0x2D {
      example(body.dropFirst(), positive: c == 0x2B, number)
      return
    }
    let keyword = Substring(body.utf8.prefix { $0 != 0x20 })
    let rest = Substring(body.utf8.dropFirst(keyword.utf8.count))
    switch keyword {
    case "before", "match", "after", "make", "trust", "prefer":
      clause = (String(keyword), [], number, indent + 1)
      append(rest, number, indent + 1 + keyword.utf8.count)
    default:
      fail(
        DataError(
          file: file, line: number, column: indent + 1,
          "unknown clause '\(keyword)'; known: before, match, after, make, trust, prefer, + and - for examples"))
    }
  }

  mutating func append(_ text: Substring, _ number: Int, _ column: Int) {
    do throws(DataError) {
      clause?.signs += try RuleLexer.signs(text, file: file, line: number, column: column)
    } catch {
      fail(error)
    }
  }

  mutating func top(_ body: Substring, _ number: Int) {
    let parts = body.split(separator: " ", maxSplits: 1)
    let rest = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
    switch parts[0] {
    case "rule":
      draft = Draft(id: String(rest), line: number)
      if rest.isEmpty || rest.contains(" ") {
        fail(DataError(file: file, line: number, column: 6, "a rule needs a name without spaces"))
      }
      if result.rules.contains(where: { $0.id == rest }) {
        fail(DataError(file: file, line: number, column: 6, "there is another rule '\(rest)' in this file"))
      }
    case "list":
      list = String(rest)
      if rest.isEmpty || rest.contains(" ") {
        fail(DataError(file: file, line: number, column: 6, "a list needs a name without spaces"))
      }
    case "let":
      let halves = rest.split(separator: "=", maxSplits: 1)
      guard halves.count == 2 else {
        fail(DataError(file: file, line: number, column: 1, "write: let name = pattern"))
        return
      }
      let name = String(halves[0].filter { $0 != " " })
      clause = ("let " + name, [], number, 1)
      append(halves[1], number, body.count - halves[1].count + 1)
    default:
      fail(
        DataError(
          file: file, line: number, column: 1,
          "a line at the margin must begin with rule, list or let, not '\(parts[0])'"))
    }
  }

  mutating func word(_ body: Substring, _ number: Int, _ indent: Int) {
    guard let list else { return }
    let cells = body.split(separator: "\t", omittingEmptySubsequences: false)
    let text =
      "form\tclass\tvalue\tflags\n" + [String(cells[0]), list].joined(separator: "\t") + "\t"
      + cells.dropFirst().joined(separator: "\t") + "\n"
    let read = ListReader.read(file: file, text: text, list: file)
    for var e in read.errors {
      e.line = number
      // The class column that was put in is not in the file.
      if e.column > 0 { e.column += indent - list.unicodeScalars.count - 1 }
      fail(e)
    }
    for var e in read.entries {
      e.line = number
      result.entries.append(e)
    }
  }

  mutating func example(_ body: Substring, positive: Bool, _ number: Int) {
    var text = ""
    var spans: [Range<Int>] = []
    var open: Int?
    for c in body.drop(while: { $0 == " " }).unicodeScalars {
      if c == "[" {
        open = text.utf8.count
      } else if c == "]", let start = open {
        spans.append(start..<text.utf8.count)
        open = nil
      } else {
        text.unicodeScalars.append(c)
      }
    }
    if open != nil || positive == spans.isEmpty {
      fail(
        DataError(
          file: file, line: number, column: 3,
          positive ? "mark the expected span with [ and ]" : "a negative example has no brackets"))
    }
    draft?.examples.append(Rule.Example(text: text, spans: spans, isPositive: positive, line: number))
  }

  mutating func endClause() {
    guard let c = clause else { return }
    clause = nil
    do throws(DataError) {
      var parser = PatternParser(c.signs, file: file, line: c.line, macros: macros)
      switch c.keyword {
      case "before": draft?.before = try parser.whole()
      case "match": draft?.match = try parser.whole()
      case "after": draft?.after = try parser.whole()
      case "make": draft?.make = try MakeParser.parse(&parser)
      case "trust":
        guard case .number(let n)? = c.signs.first?.kind, let v = Double(n), v >= 0, v <= 1 else {
          throw DataError(file: file, line: c.line, column: c.column, "trust is a number from 0 to 1")
        }
        draft?.trust = v
      case "prefer":
        guard c.signs.first?.kind == .name("shortest") else {
          throw DataError(
            file: file, line: c.line, column: c.column, "only 'prefer shortest' is known; longest is the rule")
        }
        draft?.prefersShortest = true
      default: macros[String(c.keyword.dropFirst(4))] = try parser.whole()
      }
    } catch {
      fail(error)
    }
  }

  mutating func endRule() {
    guard let d = draft else { return }
    draft = nil
    guard !d.isBroken else { return }
    guard let match = d.match, var make = d.make else {
      fail(DataError(file: file, line: d.line, column: 1, "rule '\(d.id)' needs a match and a make clause"))
      return
    }
    guard !match.isNullable else {
      fail(DataError(file: file, line: d.line, column: 1, "rule '\(d.id)' could match nothing at all"))
      return
    }
    let captures = Set((d.before?.captures ?? []) + match.captures + (d.after?.captures ?? []))
    for k in make.fields.indices {
      switch make.fields[k].value {
      case .constant(let s) where captures.contains(s): make.fields[k].value = .capture(s)
      case .call(let name, let arguments):
        make.fields[k].value = .call(
          name,
          arguments.map { Rule.Make.Argument(name: $0.name, value: $0.value, isCapture: captures.contains($0.value)) })
      default: break
      }
    }
    result.rules.append(
      Rule(
        id: d.id, file: file, line: d.line, before: d.before, match: match, after: d.after, make: make, trust: d.trust,
        prefersShortest: d.prefersShortest, examples: d.examples))
  }
}

/// Parses `TYPE key=value key=function(argument, parameter: argument)`.
enum MakeParser {
  static func parse(_ p: inout PatternParser) throws(DataError) -> Rule.Make {
    guard let type = p.name() else { throw p.error("what is made needs a type") }
    var make = Rule.Make(type: type, fields: [])
    while p.i < p.signs.count {
      guard let key = p.name(), p.take("=") else { throw p.error("write key=value") }
      let value = try operand(&p)
      if p.take("(") {
        var arguments: [Rule.Make.Argument] = []
        while !p.take(")") {
          let first = try operand(&p)
          if p.take(":") {
            arguments.append(Rule.Make.Argument(name: first, value: try operand(&p), isCapture: false))
          } else {
            arguments.append(Rule.Make.Argument(name: first, value: first, isCapture: false))
          }
          if !p.take(","), !p.peek(")") { throw p.error("',' or ')' is expected here") }
        }
        make.fields.append((key, .call(value, arguments)))
      } else {
        make.fields.append((key, .constant(value)))
      }
    }
    return make
  }

  private static func operand(_ p: inout PatternParser) throws(DataError) -> String {
    guard p.i < p.signs.count else { throw p.error("a value is expected here") }
    let sign = p.signs[p.i].kind
    p.i += 1
    switch sign {
    case .name(let s), .number(let s), .string(let s): return s
    case .symbol:
      p.i -= 1
      throw p.error("a value is expected here")
    }
  }
}
