import Gazetteer

/// A sign of a pattern line with its column.
struct RuleSign: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case name(String)
    case number(String)
    case string(String)
    case symbol(Character)
  }
  var kind: Kind
  var line: Int
  var column: Int
}

/// Splits pattern lines into signs.
struct RuleLexer {
  static func signs(_ text: Substring, file: String, line: Int, column: Int) throws(DataError) -> [RuleSign] {
    var signs: [RuleSign] = []
    let bytes = Array(text.utf8)
    var i = 0
    func end(_ from: Int, _ belongs: (UInt8) -> Bool) -> Int {
      var j = from
      while j < bytes.count, belongs(bytes[j]) { j += 1 }
      return j
    }
    while i < bytes.count {
      let c = bytes[i]
      let at = column + i
      if c == 0x20 || c == 0x09 {
        i += 1
      } else if c == 0x23 {
        break
      } else if isLetter(c) {
        let j = end(i) { isLetter($0) || isDigit($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
        signs.append(RuleSign(kind: .name(String(decoding: bytes[i..<j], as: UTF8.self)), line: line, column: at))
        i = j
      } else if isDigit(c) {
        let j = end(i) { isDigit($0) || $0 == 0x2E }
        signs.append(RuleSign(kind: .number(String(decoding: bytes[i..<j], as: UTF8.self)), line: line, column: at))
        i = j
      } else if c == 0x22 {
        guard let j = bytes[(i + 1)...].firstIndex(of: 0x22) else {
          throw DataError(file: file, line: line, column: at, "the string has no closing quotation mark")
        }
        signs.append(
          RuleSign(kind: .string(String(decoding: bytes[(i + 1)..<j], as: UTF8.self)), line: line, column: at))
        i = j + 1
      } else if symbols.contains(c) {
        signs.append(RuleSign(kind: .symbol(Character(Unicode.Scalar(c))), line: line, column: at))
        i += 1
      } else {
        let wrong = String(decoding: bytes[i...], as: UTF8.self).first.map(String.init) ?? "?"
        throw DataError(
          file: file, line: line, column: at,
          "unexpected '\(wrong)' in a pattern; words of the language belong in lists, patterns name them")
      }
    }
    return signs
  }

  private static let symbols = Array("()|?*+{},&!:=".utf8)
  private static func isLetter(_ c: UInt8) -> Bool { c >= 0x41 && c <= 0x5A || c >= 0x61 && c <= 0x7A }
  private static func isDigit(_ c: UInt8) -> Bool { c >= 0x30 && c <= 0x39 }
}

/// Parses signs to patterns.
struct PatternParser {
  var signs: [RuleSign]
  var i = 0
  /// How many parentheses are open.
  private var depth = 0
  static let depthLimit = 200
  let file: String
  let line: Int
  let macros: [String: Pattern]

  init(_ signs: [RuleSign], file: String, line: Int, macros: [String: Pattern]) {
    self.signs = signs
    self.file = file
    self.line = line
    self.macros = macros
  }

  func error(_ message: String) -> DataError {
    let at = i < signs.count ? signs[i] : signs.last
    return DataError(file: file, line: at?.line ?? line, column: at?.column ?? 1, message)
  }

  func peek(_ c: Character) -> Bool { i < signs.count && signs[i].kind == .symbol(c) }

  mutating func take(_ c: Character) -> Bool {
    guard peek(c) else { return false }
    i += 1
    return true
  }

  mutating func name() -> String? {
    guard i < signs.count, case .name(let n) = signs[i].kind else { return nil }
    i += 1
    return n
  }

  mutating func number() throws(DataError) -> Int {
    guard i < signs.count, case .number(let n) = signs[i].kind, let v = Int(n) else {
      throw error("a whole number is expected here")
    }
    i += 1
    return v
  }

  mutating func whole() throws(DataError) -> Pattern {
    let p = try choice()
    guard i == signs.count else { throw error("the pattern should end here") }
    return p
  }

  mutating func choice() throws(DataError) -> Pattern {
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  mutating func sequence() throws(DataError) -> Pattern {
    var parts: [Pattern] = []
    while i < signs.count, !peek("|"), !peek(")") { parts.append(try item()) }
    guard !parts.isEmpty else { throw error("a pattern is expected here") }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  mutating func item() throws(DataError) -> Pattern {
    var capture: String?
    if i + 1 < signs.count, case .name(let n) = signs[i].kind, signs[i + 1].kind == .symbol(":") {
      capture = n
      i += 2
    }
    var p: Pattern
    if take("(") {
      depth += 1
      guard depth <= Self.depthLimit else { throw error("more than \(Self.depthLimit) parentheses inside one another") }
      defer { depth -= 1 }
      p = try choice()
      guard take(")") else { throw error("')' is missing") }
      var tests: [Pattern.Test] = []
      while take("&") { tests.append(try test()) }
      if !tests.isEmpty {
        guard let joined = p.adding(tests) else {
          throw error("tests can be joined with & only to alternatives that begin with one token")
        }
        p = joined
      }
    } else {
      p = try atom()
    }
    p = try quantified(p)
    return capture.map { .capture($0, p) } ?? p
  }

  mutating func quantified(_ p: Pattern) throws(DataError) -> Pattern {
    var min = 1
    var max: Int? = 1
    if take("?") {
      min = 0
    } else if take("*") {
      min = 0
      max = nil
    } else if take("+") {
      max = nil
    } else if take("{") {
      min = try number()
      max = min
      if take(",") { max = try number() }
      guard take("}") else { throw error("'}' is missing") }
      guard let m = max, m >= min, m > 0, m <= 40 else {
        throw error("a repetition is from a smaller to a larger number, at most 40")
      }
    } else {
      return p
    }
    if p.isNullable { throw error("what is repeated or optional must not be empty itself") }
    return .repetition(p, min: min, max: max, isLazy: take("?"))
  }

  mutating func atom() throws(DataError) -> Pattern {
    if i < signs.count, case .name(let n) = signs[i].kind, let macro = macros[n] {
      i += 1
      guard !peek("&") else { throw error("'\(n)' is a pattern of its own: write (\(n)) & … to test its first token") }
      return macro
    }
    var tests = [try test()]
    while take("&") { tests.append(try test()) }
    return .atom(tests)
  }

  /// A name, with ! before it where the token must not have it.
  mutating func test() throws(DataError) -> Pattern.Test {
    let negated = take("!")
    let at = i
    guard let n = name() else { throw error("a name of a list or property is expected here") }
    guard macros[n] == nil else {
      i = at
      throw error("'\(n)' is a pattern of its own and can't be a test")
    }
    return Pattern.Test(name: n, isNegated: negated, line: signs[at].line, column: signs[at].column)
  }
}
