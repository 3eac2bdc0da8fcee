import Tagger

/// How weights are learnt.
public struct LearningOptions: Sendable {
  /// Passes over the sentences.
  public var epochs = 12
  /// The size of the steps.
  public var alpha: Float = 0.1
  /// Smooths the first steps.
  public var beta: Float = 1
  /// How strongly weights are drawn to zero: the larger, the fewer remain.
  public var l1: Float = 2
  /// How strongly large weights are drawn down.
  public var l2: Float = 0.5
  /// How often a feature must come.
  public var least = 3
  /// Where the order of the sentences begins.
  public var seed: UInt64 = 1

  /// The defaults.
  public init() {}
}

/// Learns a conditional random field by FTRL-proximal (McMahan et al. 2013): steps by sentence, each weight with a rate of its own,
/// most weights zero.
struct FieldTrainer {
  private var options: LearningOptions
  /// The weights by feature, with what FTRL keeps of each: the shifted sum of gradients and the root of the sum of their squares.
  private var weights: [Weight]
  private var values: [Weight]
  private var bias = Weight()
  private var start = Weight()
  private var rows = [Weight](repeating: Weight(), count: 8)
  private var state = Chain.State()

  private struct Weight {
    var value = LabelScores.zero
    var sum = LabelScores.zero
    var root = LabelScores.zero

    /// Takes a gradient.
    @inline(__always)
    mutating func step(_ g: LabelScores, _ o: LearningOptions, l1: Float) {
      let r = (root * root + g * g).squareRoot()
      sum += g - (r - root) / o.alpha * value
      root = r
      let low = LabelScores(repeating: -l1)
      let high = LabelScores(repeating: l1)
      let zero = LabelScores(repeating: 0)
      var shrunk = (sum - high).replacing(with: sum + high, where: sum .< low)
      shrunk.replace(with: zero, where: (sum .>= low) .& (sum .<= high))
      let rate: LabelScores = (r + o.beta) / o.alpha + o.l2
      value = zero - shrunk / rate
    }
  }

  /// A trainer for so many features.
  init(featureCount: Int, valueCount: Int = 0, _ options: LearningOptions) {
    self.options = options
    values = [Weight](repeating: Weight(), count: valueCount)
    weights = [Weight](repeating: Weight(), count: featureCount)
  }

  /// Learns from some sentences of a set.
  mutating func train(_ set: TrainingSet, sentences: [Int]) {
    var order = sentences
    var random = Shuffler(options.seed)
    for _ in 0..<options.epochs {
      random.shuffle(&order)
      for s in order { learn(set, set.sentences[s]) }
    }
  }

  /// The chain with what was learnt of pairs.
  private func transitions() -> Transitions {
    var t = Transitions()
    t.start += start.value
    for k in 0..<TagLabel.count { t.rows[k] += rows[k].value }
    return t
  }

  /// One step on one sentence.
  private mutating func learn(_ set: TrainingSet, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let scores = scores(set, range)
    let chain = Chain(transitions())
    chain.run(scores[...], &state)
    var last = 0
    var pairs = [LabelScores](repeating: .zero, count: 8)
    for (i, t) in range.enumerated() {
      let gold = Int(set.labels[t])
      var g = state.forward[i] * state.backward[i]
      if i > 0 {
        let v = state.weights[i] * state.backward[i] / state.scale[i]
        for f in 0..<TagLabel.count { pairs[f] += chain.pairs[f] * v * state.forward[i - 1][f] }
        pairs[last][gold] -= 1
      } else {
        var first = g
        first[gold] -= 1
        start.step(first, options, l1: 0)
      }
      last = gold
      g[gold] -= 1
      // What is certain and right teaches nothing.
      if max(g.max(), -g.min()) < 0.001 { continue }
      bias.step(g, options, l1: 0)
      for k in values.indices {
        let x = set.values[t * values.count + k]
        if x != 0 { values[k].step(g * x, options, l1: options.l1) }
      }
      let from = Int(set.offsets[t])
      let to = Int(set.offsets[t + 1])
      weights.withUnsafeMutableBufferPointer { weights in
        for k in from..<to { weights[Int(set.features[k])].step(g, options, l1: options.l1) }
      }
    }
    for f in 0..<TagLabel.count { rows[f].step(pairs[f], options, l1: 0) }
  }

  /// The scores of the tokens of a sentence.
  func scores(_ set: TrainingSet, _ range: Range<Int>) -> [LabelScores] {
    weights.withUnsafeBufferPointer { weights in
      range.map { t in
        var v = bias.value
        for k in values.indices { v += values[k].value * set.values[t * values.count + k] }
        for k in Int(set.offsets[t])..<Int(set.offsets[t + 1]) { v += weights[Int(set.features[k])].value }
        return v
      }
    }
  }

  /// The chain for decoding.
  var chain: Chain { Chain(transitions()) }

  /// What was learnt, relative to the label O, to which `outside` is added as a handicap.
  func result(_ hashes: [UInt64], handicap: Float) -> PassWeights {
    var features: [(hash: UInt64, scores: LabelScores)] = []
    for (k, w) in weights.enumerated() where any(w.value .!= .zero) {
      features.append((hashes[k], Self.relative(w.value)))
    }
    var result = PassWeights(
      features: features, transitions: transitions(), bias: Self.relative(bias.value, handicap))
    result.values = values.map { Self.relative($0.value) }
    return result
  }

  private static func relative(_ v: LabelScores, _ handicap: Float = 0) -> LabelScores {
    var r = v - v[6] + handicap
    r[6] = 0
    r[7] = 0
    return r
  }
}

/// Shuffles the same way everywhere (xorshift).
struct Shuffler {
  private var x: UInt64

  init(_ seed: UInt64) { x = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ n: Int) -> Int {
    x ^= x << 13
    x ^= x >> 7
    x ^= x << 17
    return Int(x >> 33) % n
  }

  mutating func shuffle(_ a: inout [Int]) {
    guard a.count > 1 else { return }
    for i in stride(from: a.count - 1, to: 0, by: -1) { a.swapAt(i, next(i + 1)) }
  }
}
