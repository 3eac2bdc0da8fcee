import Gazetteer

/// A compiled phase: one nondeterministic automaton over token bits, with one start for each rule.
public struct Program: Sendable {
  /// The phase.
  public let phase: Phase
  /// The states.
  let states: [State]
  /// The start of each rule.
  let starts: [Int32]
  /// The states of each rule.
  let ranges: [Range<Int>]
  /// The names of the captures, by number.
  public let captureNames: [String]
  /// The bits that the phase's tests read.
  let mask: [UInt64]
  /// What the states of a program ask of a token, each once.
  let predicates: [Predicate]

  enum State: Sendable {
    /// Consumes a token of which a predicate holds.
    case test(Int32, next: Int32)
    /// Goes on at each of these, the first preferred, without consuming.
    case split([Int32])
    /// Notes the beginning or end of a capture.
    case mark(capture: Int32, isEnd: Bool, next: Int32)
    /// A match of the rule.
    case accept(rule: Int32)
  }

  /// The capture that holds what `match` matched, without its context.
  static let matchCapture = "match"

  init(_ phase: Phase, _ vocabulary: Vocabulary) throws(DataError) {
    var builder = ProgramBuilder(vocabulary)
    var starts: [Int32] = []
    var ranges: [Range<Int>] = []
    for (r, rule) in phase.rules.enumerated() {
      let first = builder.states.count
      starts.append(try builder.add(rule, number: r))
      ranges.append(first..<builder.states.count)
    }
    self.phase = phase
    states = builder.states
    self.starts = starts
    self.ranges = ranges
    captureNames = builder.captures
    var mask = [UInt64](repeating: 0, count: vocabulary.width)
    for p in builder.predicates { for c in p.conditions { mask[c.word] |= c.mask } }
    self.mask = mask
    predicates = builder.predicates
  }
}

/// A conjunction of tests of the bits of one token.
struct Predicate: Sendable {
  /// Some bits of one word of a token, and the values that they must have.
  struct Condition: Sendable {
    var word: Int
    var mask: UInt64
    var value: UInt64
  }

  /// All must hold.
  private(set) var conditions: [Condition] = []
  /// Whether two tests contradict each other.
  private(set) var isImpossible = false

  init(_ tests: [BitTest]) {
    for t in tests {
      let word = Int(t.bit) >> 6
      let mask: UInt64 = 1 << UInt64(t.bit & 63)
      let value = t.isSet ? mask : 0
      guard let k = conditions.firstIndex(where: { $0.word == word }) else {
        conditions.append(Condition(word: word, mask: mask, value: value))
        continue
      }
      if conditions[k].mask & mask != 0, conditions[k].value & mask != value { isImpossible = true }
      conditions[k].mask |= mask
      conditions[k].value |= value
    }
  }

  /// Whether it holds of a token whose bits begin at `at`.
  @inline(__always)
  func holds(_ bits: UnsafePointer<UInt64>) -> Bool {
    if isImpossible { return false }
    for c in conditions where bits[c.word] & c.mask != c.value { return false }
    return true
  }
}

/// Builds the states of a program from the end of each pattern to its beginning.
private struct ProgramBuilder {
  var states: [Program.State] = []
  var captures: [String] = [Program.matchCapture]
  var predicates: [Predicate] = []
  /// The predicates that have a hash of their tests, and the tests of each.
  private var known: [UInt64: [Int32]] = [:]
  private var tests: [[BitTest]] = []
  let vocabulary: Vocabulary
  var rule: Rule?
  /// Whether what is added is looked at only.
  var inContext = true

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  mutating func emit(_ s: Program.State) -> Int32 {
    states.append(s)
    return Int32(states.count - 1)
  }

  /// A state that consumes a token of which all tests hold.
  private mutating func test(_ tests: [BitTest], next: Int32) -> Int32 {
    var hash: UInt64 = 0
    for t in tests {
      hash = (hash ^ UInt64(truncatingIfNeeded: Int(t.bit) * 2 + (t.isSet ? 1 : 0))) &* 0x9E37_79B9_7F4A_7C15
    }
    if let id = known[hash]?.first(where: { self.tests[Int($0)] == tests }) { return emit(.test(id, next: next)) }
    let id = Int32(predicates.count)
    known[hash, default: []].append(id)
    self.tests.append(tests)
    predicates.append(Predicate(tests))
    return emit(.test(id, next: next))
  }

  mutating func add(_ rule: Rule, number: Int) throws(DataError) -> Int32 {
    self.rule = rule
    var next = emit(.accept(rule: Int32(number)))
    if let after = rule.after { next = try add(after, next) }
    inContext = false
    next = try add(.capture(Program.matchCapture, rule.match), next)
    inContext = true
    if let before = rule.before { next = try add(before, next) }
    return next
  }

  /// Adds states for `p` that go on to `next`; returns where to enter.
  mutating func add(_ p: Pattern, _ next: Int32) throws(DataError) -> Int32 {
    switch p {
    case .atom(let tests): return try atom(tests, next)
    case .sequence(let parts):
      var next = next
      for part in parts.reversed() { next = try add(part, next) }
      return next
    case .choice(let parts):
      var entries: [Int32] = []
      for part in parts { entries.append(try add(part, next)) }
      return emit(.split(entries))
    case .capture(let name, let inner):
      let id: Int32
      if let known = captures.firstIndex(of: name) {
        id = Int32(known)
      } else {
        captures.append(name)
        id = Int32(captures.count - 1)
      }
      let end = emit(.mark(capture: id, isEnd: true, next: next))
      return emit(.mark(capture: id, isEnd: false, next: try add(inner, end)))
    case .repetition(let inner, let min, let max, let isLazy):
      var entry: Int32
      if let max {
        entry = next
        for _ in min..<max {
          let body = try add(inner, entry)
          entry = emit(.split(isLazy ? [next, body] : [body, next]))
        }
        // Each optional step may leave at once.
      } else {
        let loop = emit(.split([]))
        let body = try add(inner, loop)
        states[Int(loop)] = .split(isLazy ? [next, body] : [body, next])
        entry = loop
      }
      for _ in 0..<min { entry = try add(inner, entry) }
      return entry
    }
  }

  /// A single token, or a multi-token member of the class that the first positive class test names.
  mutating func atom(_ tests: [Pattern.Test], _ next: Int32) throws(DataError) -> Int32 {
    var bits: [BitTest] = []
    var extent: Int?
    var virtual = false
    for t in tests {
      if let bit = vocabulary.bits[t.name] {
        bits.append(BitTest(bit, !t.isNegated))
        if !t.isNegated, extent == nil { extent = bit }
      } else if let p = Property.byName[t.name] {
        bits.append(BitTest(p.rawValue, !t.isNegated))
        if p == .start || p == .end { virtual = true }
      } else {
        throw DataError(
          file: rule?.file ?? "", line: t.line, column: t.column,
          "unknown name '\(t.name)': no property, no class of a list, and no type made by an earlier phase")
      }
    }
    // In the context negated tests alone also hold at the edges of the text, where there is no token.
    if !virtual, !inContext || tests.contains(where: { !$0.isNegated }) { bits.append(BitTest(Property.any.rawValue)) }
    guard let extent else { return test(bits, next: next) }
    let last = test([BitTest(extent + 1, false)], next: next)
    let loop = emit(.split([]))
    let inner = test([BitTest(extent + 1)], next: loop)
    states[Int(loop)] = .split([inner, last])
    let several = test(bits + [BitTest(extent + 1)], next: loop)
    let single = test(bits + [BitTest(extent + 1, false)], next: next)
    return emit(.split([several, single]))
  }
}
