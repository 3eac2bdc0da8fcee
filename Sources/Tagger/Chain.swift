/// A linear chain of labels: its best sequence and its probabilities (Viterbi; forward-backward; Lafferty et al. 2001).
public struct Chain: Sendable {
  private let rows: [LabelScores]
  private let start: LabelScores
  private let expRows: [LabelScores]
  private let expColumns: [LabelScores]
  private let expStart: LabelScores

  /// The probabilities of one sentence; kept to save memory.
  public struct State: Sendable {
    /// The scores of the tokens, relative to the best one, as powers of e.
    public var weights: [LabelScores] = []
    /// Forward values, which sum to one.
    public var forward: [LabelScores] = []
    /// Backward values on the same scale.
    public var backward: [LabelScores] = []
    /// What each forward value was divided by.
    public var scale: [Float] = []
    /// Makes an empty state.
    public init() {}
  }

  /// A chain with these scores of label pairs.
  public init(_ t: Transitions) {
    rows = t.rows
    start = t.start
    expRows = t.rows.map { PortableMath.exp($0).zeroing($0) }
    expStart = PortableMath.exp(t.start).zeroing(t.start)
    var columns = [LabelScores](repeating: .zero, count: 8)
    for from in 0..<8 { for to in 0..<8 { columns[to][from] = expRows[from][to] } }
    expColumns = columns
  }

  /// The powers of e of the scores of a pair: by the earlier label, those of the later one.
  public var pairs: [LabelScores] { expRows }
  /// The powers of e of the scores of the first label.
  public var first: LabelScores { expStart }

  /// Runs forward and backward over the scores of a sentence.
  public func run(_ scores: ArraySlice<LabelScores>, _ s: inout State) {
    let n = scores.count
    s.weights.removeAll(keepingCapacity: true)
    s.forward.removeAll(keepingCapacity: true)
    s.scale.removeAll(keepingCapacity: true)
    if s.backward.count < n { s.backward = [LabelScores](repeating: .zero, count: n) }
    expRows.withUnsafeBufferPointer { rows in
      for e in scores {
        var w = PortableMath.exp(e - e.replacing(with: -1e9, where: Self.unused).max())
        w[7] = 0
        var f: LabelScores
        if let last = s.forward.last {
          f = rows[0] * last[0]
          for k in 1..<TagLabel.count { f += rows[k] * last[k] }
        } else {
          f = expStart
        }
        f *= w
        let c = max(f.sum(), 1e-30)
        s.weights.append(w)
        s.forward.append(f / c)
        s.scale.append(c)
      }
    }
    guard n > 0 else { return }
    s.backward[n - 1] = LabelScores(repeating: 1)
    expColumns.withUnsafeBufferPointer { columns in
      var t = n - 1
      while t > 0 {
        let v = s.weights[t] * s.backward[t] / s.scale[t]
        var b = columns[0] * v[0]
        for k in 1..<TagLabel.count { b += columns[k] * v[k] }
        t -= 1
        s.backward[t] = b
      }
    }
  }

  private static let unused: SIMDMask<SIMD8<Int32>> = {
    var m = SIMDMask<SIMD8<Int32>>(repeating: false)
    m[7] = true
    return m
  }()

  /// The probability that the chain gives to a span just as it is: begun at its first token, not gone on after its last one.
  public func probability(of range: Range<Int>, _ type: TagType, _ s: State) -> Float {
    let first = Int(TagLabel.begin(type))
    let inside = Int(TagLabel.inside(type))
    var p = s.forward[range.lowerBound][first]
    var last = first
    for t in range.dropFirst() {
      p *= expRows[last][inside] * s.weights[t][inside] / s.scale[t]
      last = inside
    }
    let next = range.upperBound
    guard next < s.forward.count else { return min(p, 1) }
    var v = s.weights[next] * s.backward[next] / s.scale[next] * expRows[last]
    v[inside] = 0
    return min(p * v.sum(), 1)
  }

  /// The best sequence of labels.
  public func best(_ scores: ArraySlice<LabelScores>, into labels: inout [UInt8], _ back: inout [SIMD8<UInt8>]) {
    let n = scores.count
    guard n > 0 else { return }
    back.removeAll(keepingCapacity: true)
    var last = LabelScores(repeating: 0)
    rows.withUnsafeBufferPointer { rows in
      for (k, e) in scores.enumerated() {
        let e = e.sealed
        if k == 0 {
          last = start + e
          back.append(.zero)
          continue
        }
        var best = rows[0] + last[0]
        var from = SIMD8<Int32>(repeating: 0)
        for f in 1..<TagLabel.count {
          let v = rows[f] + last[f]
          let m = v .> best
          best.replace(with: v, where: m)
          from.replace(with: Int32(f), where: m)
        }
        last = best + e
        back.append(SIMD8<UInt8>(truncatingIfNeeded: from))
      }
    }
    var l = UInt8(last.bestLane)
    let base = labels.count
    for _ in 0..<n { labels.append(0) }
    var t = n - 1
    while true {
      labels[base + t] = l
      if t == 0 { break }
      l = back[t][Int(l)]
      t -= 1
    }
  }
}

extension SIMD8<Float> {
  /// Zero in the lanes whose score is out of reach.
  fileprivate func zeroing(_ scores: Self) -> Self {
    replacing(with: Self(repeating: 0), where: scores .< SIMD8(repeating: Transitions.forbidden / 2))
  }
}
