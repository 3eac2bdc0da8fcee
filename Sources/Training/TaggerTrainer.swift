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
    public var groups = FeatureGroups.usual
    /// Parts of the corpus that are tagged by a model of the others, so that the second pass learns from tags as bad as in use.
    public var folds = 5
    /// What is taken from the score of "no name" in either pass: the larger, the more names are found.
    public var handicap: (first: Float, second: Float) = (0, 0)

    /// The defaults.
    public init() {}
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
      let none = PassWeights(features: [], transitions: Transitions(), bias: .zero)
      return write(first, none, groups.subtracting(.document), report)
    }
    let probabilities = held(set, report)
    for (k, d) in set.documents.enumerated() {
      set.values += lister.second(documents[k].document, d.flatMap { probabilities[set.sentences[$0]] })
    }
    var reviser = FieldTrainer(
      featureCount: set.hashes.count, valueCount: FeatureLister.valueCount, options.second)
    reviser.train(set, sentences: Array(set.sentences.indices))
    return write(first, reviser.result(set.hashes, handicap: options.handicap.second), groups, report)
  }

  /// The probabilities of the labels of every token by a model that has not seen its document.
  private func held(_ set: TrainingSet, _ report: (String) -> Void) -> [LabelScores] {
    var probabilities = [LabelScores](repeating: .zero, count: set.labels.count)
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
        var v = trainer.scores(set, set.sentences[s])
        for k in v.indices { v[k][6] -= options.handicap.first }
        chain.run(v[...], &state)
        for (i, t) in set.sentences[s].enumerated() { probabilities[t] = state.forward[i] * state.backward[i] }
      }
    }
    return probabilities
  }

  private func write(
    _ first: PassWeights, _ second: PassWeights, _ groups: FeatureGroups, _ report: (String) -> Void
  ) -> [UInt8] {
    ModelWriter.bytes(first: first, second: second, groups: groups, clusters: classes?.words ?? []) { w in
      report("\(w.weightCount) weights of \(w.rowCount) features")
    }
  }
}
