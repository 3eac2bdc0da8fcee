import Tagger

/// Trains a tagger of two passes.
public struct TaggerTrainer: Sendable {
  /// How a model is trained.
  public struct Options: Sendable {
    /// The first pass.
    public var first = LearningOptions()
    /// The second pass.
    public var second = LearningOptions()
    /// The features.
    public var groups = FeatureGroups.all.subtracting(.clusters)
    /// Parts of the corpus that are tagged by a model of the others, so that the second pass learns from tags as bad as in use.
    public var folds = 5
    /// What is taken from the score of "no name" in either pass: the larger, the more names are found.
    public var handicap: (first: Float, second: Float) = (0.5, 0.5)

    /// The defaults.
    public init() {
      second.least = 3
      second.epochs = 8
    }
  }

  private let options: Options
  private let classes: WordClasses?

  /// A trainer.
  public init(_ options: Options = Options(), classes: WordClasses? = nil) {
    self.options = options
    self.classes = classes
  }

  /// The bytes of a model of these documents.
  public func model(_ documents: [TrainingDocument], report: (String) -> Void = { _ in }) -> [UInt8] {
    let groups = options.groups
    var lister = FeatureLister(groups, clusters: classes)
    var set = TrainingSet(documents, least: options.first.least) { k, body in
      lister.first(documents[k].document, body)
    }
    report("\(set.labels.count) tokens, \(set.hashes.count) features")
    var trainer = FieldTrainer(featureCount: set.hashes.count, options.first)
    trainer.train(set, sentences: Array(set.sentences.indices))
    let first = trainer.result(set.hashes, handicap: options.handicap.first)
    guard groups.contains(.document), documents.count >= options.folds else {
      return write(first, PassWeights(features: [], transitions: Transitions(), bias: .zero), groups.subtracting(.document), report)
    }
    let base = held(set, report)
    var probabilities: [[LabelScores]] = []
    set.base = base.scores
    for d in set.documents { probabilities.append(d.flatMap { base.probabilities[set.sentences[$0]] }) }
    var second = TrainingSet(documents, least: options.second.least) { k, body in
      lister.second(documents[k].document, probabilities[k], body)
    }
    second.base = base.scores
    var reviser = FieldTrainer(featureCount: second.hashes.count, options.second)
    reviser.train(second, sentences: Array(second.sentences.indices))
    var a = NameCounts(), b = NameCounts()
    for r in set.sentences where !r.isEmpty {
      let gold = TagLabel.spans(set.labels[r]).map { ($0.type, $0.range) }
      var l: [UInt8] = [], m: [UInt8] = [], back: [SIMD8<UInt8>] = []
      trainer.chain.best(trainer.scores(set, r)[...], into: &m, &back); m = []
      trainer.chain.best(base.scores[r], into: &l, &back)
      reviser.chain.best(reviser.scores(second, r)[...], into: &m, &back)
      a.add(gold: gold, found: TagLabel.spans(l).map { ($0.type, $0.range) })
      b.add(gold: gold, found: TagLabel.spans(m).map { ($0.type, $0.range) })
    }
    report("base \(a.score(nil)) \(a.score(.organization)) second \(b.score(nil)) \(b.score(.organization))")
    // The handicap of the first pass stands in its scores already.
    return write(
      first, reviser.result(second.hashes, handicap: options.handicap.second - options.handicap.first), groups, report)
  }

  /// The scores and probabilities of every token by a model that has not seen its document.
  private func held(_ set: TrainingSet, _ report: (String) -> Void) -> (
    scores: [LabelScores], probabilities: [LabelScores]
  ) {
    var scores = [LabelScores](repeating: .zero, count: set.labels.count)
    var probabilities = scores
    var state = Chain.State()
    for fold in 0..<options.folds {
      var inside: [Int] = []
      var outside: [Int] = []
      for (k, d) in set.documents.enumerated() {
        if k * options.folds / set.documents.count == fold { inside += d } else { outside += d }
      }
      var trainer = FieldTrainer(featureCount: set.hashes.count, options.first)
      trainer.train(set, sentences: outside)
      report("part \(fold + 1) of \(options.folds) tagged by a model of the others")
      let chain = trainer.chain
      for s in inside {
        let range = set.sentences[s]
        let v = trainer.scores(set, range)
        var raised = v
        for k in raised.indices { raised[k][6] -= options.handicap.first }
        chain.run(raised[...], &state)
        for (i, t) in range.enumerated() {
          scores[t] = v[i]
          probabilities[t] = state.forward[i] * state.backward[i]
        }
      }
    }
    return (scores, probabilities)
  }

  private func write(
    _ first: PassWeights, _ second: PassWeights, _ groups: FeatureGroups, _ report: (String) -> Void
  ) -> [UInt8] {
    ModelWriter.bytes(first: first, second: second, groups: groups, clusters: classes?.words ?? []) { w in
      report("\(w.weightCount) weights in \(w.rowCounts.map(String.init).joined(separator: " and ")) rows")
    }
  }
}
