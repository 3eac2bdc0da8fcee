/// Finds the captures of a match, preferring earlier alternatives: a walk through the program that remembers where it failed, so that no
/// pair of state and position is tried twice.
struct CaptureSearch {
  private let program: Program
  /// When each pair of state and position was last tried.
  private var tried: [UInt32] = []
  private var stamp: UInt32 = 0
  private var base = 0
  private var start = 0
  private var end = 0
  private var width = 0
  /// The marks passed, the last first.
  private var trail: [(capture: Int, isEnd: Bool, position: Int)] = []

  init(_ program: Program) { self.program = program }

  /// The match of `rule` that is known to reach from position `p` to `end`.
  mutating func match(_ lattice: Lattice, _ symbols: SymbolTable, _ line: [Int32], _ rule: Int, _ p: Int, _ end: Int)
    -> RuleMatch?
  {
    base = program.ranges[rule].lowerBound
    start = p
    self.end = end
    width = end - p + 1
    let size = program.ranges[rule].count * width
    if tried.count < size { tried += [UInt32](repeating: 0, count: size - tried.count) }
    if stamp == .max {
      for k in tried.indices { tried[k] = 0 }
      stamp = 0
    }
    stamp += 1
    trail.removeAll(keepingCapacity: true)
    guard walk(Int(program.starts[rule]), p, symbols, line) else { return nil }
    return match(rule, tokens: lattice.tokens.count)
  }

  private mutating func walk(_ s: Int, _ p: Int, _ symbols: SymbolTable, _ line: [Int32]) -> Bool {
    let key = (s - base) * width + p - start
    if tried[key] == stamp { return false }
    tried[key] = stamp
    switch program.states[s] {
    case .accept:
      if p == end { return true }
    case .test(let predicate, let n):
      if p < end, symbols.holds(predicate, line[p]), walk(Int(n), p + 1, symbols, line) { return true }
    case .split(let alternatives):
      for a in alternatives where walk(Int(a), p, symbols, line) { return true }
    case .mark(let capture, let isEnd, let n):
      if walk(Int(n), p, symbols, line) {
        trail.append((Int(capture), isEnd, p))
        return true
      }
    }
    return false
  }

  /// The match that the marks make, positions turned into tokens.
  private func match(_ rule: Int, tokens: Int) -> RuleMatch? {
    var captures: [(id: Int, tokens: Range<Int>)] = []
    var open: [(Int, Int)] = []
    var whole = 0..<0
    for m in trail.reversed() {
      if !m.isEnd {
        open.append((m.capture, m.position))
      } else if let k = open.lastIndex(where: { $0.0 == m.capture }) {
        let range = max(0, open[k].1 - 1)..<max(0, m.position - 1)
        if m.capture == 0 {
          whole = range
        } else if !captures.contains(where: { $0.id == m.capture }) || !range.isEmpty {
          captures.append((m.capture, range))
        }
        open.remove(at: k)
      }
    }
    guard !whole.isEmpty, whole.upperBound <= tokens else { return nil }
    captures.removeAll { $0.tokens.upperBound > tokens }
    return RuleMatch(rule: rule, tokens: whole, captures: captures)
  }
}
