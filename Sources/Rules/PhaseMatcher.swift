import ArabicText

/// A match of a rule.
public struct RuleMatch: Sendable {
  /// The rule, by its number in the phase.
  public var rule: Int
  /// What matched, without context, in tokens.
  public var tokens: Range<Int>
  /// Captures by number in the program, in tokens.
  public var captures: [(id: Int, tokens: Range<Int>)]
}

/// Runs one phase over lattices.
///
/// What the phase can see of a token is one symbol, so that a step of its automaton is one look-up. A run from one token looks at
/// `lengthLimit` tokens at most, so that the time for any input is linear in its tokens.
public struct PhaseMatcher {
  static let lengthLimit = 72
  private let program: Program
  private var symbols: SymbolTable
  private var automaton: Automaton
  private var captures: CaptureSearch
  /// The symbol of each position.
  private var line: [Int32] = []
  /// The position before which a match from each position must end.
  private var limits: [Int32] = []

  /// Creates the matcher of a phase.
  public init(_ program: Program) {
    self.program = program
    symbols = SymbolTable(program)
    automaton = Automaton(program)
    captures = CaptureSearch(program)
  }

  /// All matches: for each rule and token the longest, or the shortest where the rule prefers it.
  public mutating func matches(_ lattice: Lattice) -> [RuleMatch] {
    if automaton.isFull(symbols) {
      symbols.removeAll()
      automaton.reset()
    }
    symbols.read(lattice, into: &line)
    setLimits(lattice)
    var found: [RuleMatch] = []
    var ends: [(rule: Int32, end: Int)] = []
    for p in 0..<line.count {
      var s = automaton.enter(line[p], symbols)
      if s == Automaton.dead { continue }
      ends.removeAll(keepingCapacity: true)
      var q = p + 1
      let limit = Int(limits[p])
      while true {
        if let rules = automaton.rules(s) { for rule in rules { note(rule, q, &ends) } }
        guard q < limit else { break }
        s = automaton.next(s, line[q], symbols)
        if s == Automaton.dead { break }
        q += 1
      }
      for e in ends {
        if let m = captures.match(lattice, symbols, line, Int(e.rule), p, e.end) { found.append(m) }
      }
    }
    return found
  }

  /// A name, a date, a noun phrase stands in one line; only a statement may go on in the next.
  private mutating func setLimits(_ lattice: Lattice) {
    let n = line.count
    limits.removeAll(keepingCapacity: true)
    limits.reserveCapacity(n)
    for p in 0..<n { limits.append(Int32(truncatingIfNeeded: min(n, p + Self.lengthLimit))) }
    guard program.phase.mode != .all else { return }
    var lineEnd = n
    for p in (0..<n).reversed() {
      limits[p] = min(limits[p], Int32(truncatingIfNeeded: lineEnd))
      if p > 1, lattice.has(Property.lineStart.rawValue, position: p) { lineEnd = p }
    }
  }

  private func note(_ rule: Int32, _ end: Int, _ ends: inout [(rule: Int32, end: Int)]) {
    for k in ends.indices where ends[k].rule == rule {
      if !program.phase.rules[Int(rule)].prefersShortest { ends[k].end = end }
      return
    }
    ends.append((rule, end))
  }
}
