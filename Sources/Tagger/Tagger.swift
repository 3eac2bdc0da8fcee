import ArabicText

/// A name that the tagger sees.
public struct TaggedSpan: Sendable, Hashable {
  /// What it names.
  public var type: TagType
  /// Its tokens.
  public var tokens: Range<Int>
  /// The probability that the model gives to just this span with just this type.
  public var confidence: Float

  /// Creates it.
  public init(type: TagType, tokens: Range<Int>, confidence: Float) {
    self.type = type
    self.tokens = tokens
    self.confidence = confidence
  }
}

/// Finds names with a linear-chain conditional random field (Lafferty et al. 2001), twice over a document.
///
/// One value for each thread; it keeps memory between documents.
public struct Tagger {
  private let model: TaggerModel
  private var features: Features
  private var scores: [LabelScores] = []
  private var revised: [LabelScores] = []
  private var probabilities: [LabelScores] = []
  private var memory = DocumentMemory()
  private var state = Chain.State()
  private var labels: [UInt8] = []
  private var back: [SIMD8<UInt8>] = []
  private var values = [Float](repeating: 0, count: DocumentMemory.valueCount)
  private var hashes = [UInt64](repeating: 0, count: Features.limit)

  /// Creates a tagger.
  public init(_ model: TaggerModel) {
    self.model = model
    features = Features(model.groups)
  }

  /// The names in a document, in order; they never overlap.
  ///
  /// A document of one sentence gets one pass only: its words hardly come twice.
  public mutating func spans(_ document: TaggerDocument) -> [TaggedSpan] {
    let chain = score(document)
    return decode(document, chain)
  }

  /// The names in a document, and the probabilities of other spans: what the model thinks of a rule's or a list's candidates.
  ///
  /// A candidate that crosses a sentence's edge has the probability 0.
  public mutating func spans(
    _ document: TaggerDocument, asking candidates: [(type: TagType, tokens: Range<Int>)]
  ) -> (found: [TaggedSpan], asked: [Float]) {
    let chain = score(document)
    let found = decode(document, chain)
    var asked = [Float](repeating: 0, count: candidates.count)
    let order = candidates.indices.sorted { candidates[$0].tokens.lowerBound < candidates[$1].tokens.lowerBound }
    var next = 0
    for k in document.sentences.indices {
      let range = document.sentence(k)
      var isRun = false
      while next < order.count, candidates[order[next]].tokens.lowerBound < range.upperBound {
        let c = candidates[order[next]]
        if c.tokens.lowerBound >= range.lowerBound, c.tokens.upperBound <= range.upperBound, !c.tokens.isEmpty {
          if !isRun { chain.run(scores[range], &state) }
          isRun = true
          let local = c.tokens.lowerBound - range.lowerBound..<c.tokens.upperBound - range.lowerBound
          asked[order[next]] = chain.probability(of: local, c.type, state)
        }
        next += 1
      }
    }
    return (found, asked)
  }

  /// Fills ``scores`` and returns the chain that goes with them.
  private mutating func score(_ document: TaggerDocument) -> Chain {
    firstScores(document)
    guard document.sentences.count > 1, model.groups.contains(.document) else { return model.firstChain }
    firstProbabilities(document)
    memory.fill(document.tokens, probabilities)
    secondScores(document)
    return model.secondChain
  }

  /// The scores of all tokens by the first pass, and what their features give in the second one.
  private mutating func firstScores(_ document: TaggerDocument) {
    scores.removeAll(keepingCapacity: true)
    revised.removeAll(keepingCapacity: true)
    scores.reserveCapacity(document.tokens.count)
    revised.reserveCapacity(document.tokens.count)
    let bias = model.firstBias
    for k in document.sentences.indices {
      let range = document.sentence(k)
      features.begin(document.tokens[range], clusters: model.clusters)
      hashes.withUnsafeMutableBufferPointer { buffer in
        guard let out = buffer.baseAddress else { return }
        for i in 0..<range.count {
          let n = features.write(i, to: out)
          let (a, b) = model.weights.sum(out, n)
          scores.append(a + bias)
          revised.append(b)
        }
      }
    }
  }

  private mutating func firstProbabilities(_ document: TaggerDocument) {
    probabilities.removeAll(keepingCapacity: true)
    for k in document.sentences.indices {
      let range = document.sentence(k)
      model.firstChain.run(scores[range], &state)
      for i in 0..<range.count { probabilities.append(state.forward[i] * state.backward[i]) }
    }
  }

  private mutating func secondScores(_ document: TaggerDocument) {
    let bias = model.secondBias
    let weights = model.values
    values.withUnsafeMutableBufferPointer { buffer in
      guard let out = buffer.baseAddress else { return }
      for k in document.sentences.indices {
        let range = document.sentence(k)
        for t in range {
          var v = bias
          if memory.write(t, in: range, probabilities, to: out) {
            for j in 0..<DocumentMemory.valueCount where out[j] != 0 { v += weights[j] * out[j] }
          }
          scores[t] = revised[t] + v
        }
      }
    }
  }

  private mutating func decode(_ document: TaggerDocument, _ chain: Chain) -> [TaggedSpan] {
    var spans: [TaggedSpan] = []
    for k in document.sentences.indices {
      let range = document.sentence(k)
      labels.removeAll(keepingCapacity: true)
      chain.best(scores[range], into: &labels, &back)
      let found = TagLabel.spans(labels)
      guard !found.isEmpty else { continue }
      chain.run(scores[range], &state)
      for s in found {
        spans.append(
          TaggedSpan(
            type: s.type, tokens: range.lowerBound + s.range.lowerBound..<range.lowerBound + s.range.upperBound,
            confidence: chain.probability(of: s.range, s.type, state)))
      }
    }
    return spans
  }
}
