import Tagger
import Testing

@Suite struct ChainTests {
  /// Scores that look random and are the same each time.
  private func scores(_ n: Int, seed: UInt64) -> [LabelScores] {
    var x = seed
    return (0..<n).map { _ in
      var v = LabelScores.zero
      for l in 0..<TagLabel.count {
        x = x &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        v[l] = Float(Int(x >> 40) % 600) / 100 - 3
      }
      return v
    }
  }

  private func transitions() -> Transitions {
    var t = Transitions()
    t.rows[6][0] = 0.5
    t.rows[0][1] = 1
    t.rows[2][3] = -0.5
    t.start[4] = 0.3
    return t
  }

  /// All allowed sequences with their scores.
  private func all(_ s: [LabelScores], _ t: Transitions) -> [(labels: [UInt8], score: Double)] {
    var out: [(labels: [UInt8], score: Double)] = [([], 0)]
    for v in s {
      out = out.flatMap { path in
        (0..<UInt8(TagLabel.count)).compactMap { l in
          guard TagLabel.isAllowed(path.labels.last, l) else { return nil }
          let pair = path.labels.last.map { t.rows[Int($0)][Int(l)] } ?? t.start[Int(l)]
          return (path.labels + [l], path.score + Double(pair + v[Int(l)]))
        }
      }
    }
    return out
  }

  @Test func bestSequenceIsTheBestOfAll() {
    let t = transitions()
    for seed in 1...20 {
      let s = scores(5, seed: UInt64(seed))
      var labels: [UInt8] = []
      var back: [SIMD8<UInt8>] = []
      Chain(t).best(s[...], into: &labels, &back)
      #expect(labels == all(s, t).max { $0.score < $1.score }?.labels)
    }
  }

  @Test func probabilitiesAreSharesOfAllSequences() {
    let t = transitions()
    let s = scores(4, seed: 7)
    let paths = all(s, t).map { ($0.labels, PortableMath.exponential($0.score)) }
    let total = paths.reduce(0) { $0 + $1.1 }
    var state = Chain.State()
    let chain = Chain(t)
    chain.run(s[...], &state)
    for i in 0..<4 {
      let p = state.forward[i] * state.backward[i]
      for l in 0..<TagLabel.count {
        let share = paths.filter { $0.0[i] == UInt8(l) }.reduce(0) { $0 + $1.1 } / total
        #expect(abs(Double(p[l]) - share) < 1e-4)
      }
    }
    for range in [0..<1, 1..<3, 2..<4, 0..<4] {
      for type in TagType.allCases {
        let share =
          paths.filter { path in
            TagLabel.spans(path.0).contains { $0.type == type && $0.range == range }
          }.reduce(0) { $0 + $1.1 } / total
        #expect(abs(Double(chain.probability(of: range, type, state)) - share) < 1e-4)
      }
    }
  }

  @Test func aNameGoesOnOnlyAfterItsBeginning() {
    #expect(!TagLabel.isAllowed(nil, TagLabel.inside(.person)))
    #expect(!TagLabel.isAllowed(TagLabel.outside, TagLabel.inside(.location)))
    #expect(!TagLabel.isAllowed(TagLabel.begin(.person), TagLabel.inside(.location)))
    #expect(TagLabel.isAllowed(TagLabel.inside(.organization), TagLabel.inside(.organization)))
    #expect(TagLabel.isAllowed(TagLabel.begin(.person), TagLabel.begin(.person)))
  }

  @Test func strayInsideLabelsBeginNames() {
    let found = TagLabel.spans([6, 1, 1, 0, 3, 6])
    #expect(found.map(\.range) == [1..<3, 3..<4, 4..<5])
    #expect(found.map(\.type) == [.person, .person, .organization])
  }

  @Test func ownMathIsClose() {
    for x in stride(from: Float(-20), through: 20, by: 0.37) {
      let own = Double(PortableMath.exp(LabelScores(repeating: x))[0])
      #expect(abs(PortableMath.log(own) - Double(x)) < 1e-5)
    }
    #expect(abs(PortableMath.log(10) - 2.302585092994046) < 1e-12)
  }
}

extension PortableMath {
  /// e to the power of a number, for comparison.
  static func exponential(_ x: Double) -> Double { Double(exp(LabelScores(repeating: Float(x)))[0]) }
}
