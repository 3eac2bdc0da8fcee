import ArgumentParser
import Isnad
import Training

extension TaggerProfile: ExpressibleByArgument {}

struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train the tagger on a corpus of your own, or measure it.",
    discussion: """
      A corpus is CoNLL (word TAG), inline sentences (12<TAB>قال [PER جوزيف عون] إن), or documents of 'isnad annotate' that you have
      corrected. The same corpus, lists and rules give the same bytes.
        isnad train corpus.conll --output my.model
        isnad train --cross-validate 5 corpus.conll
        isnad train --evaluate dev.conll --model my.model --document 40 --output tagged.conll
      """)

  @Argument(help: "Corpora to learn from.") var corpora: [String] = []

  @Option(help: ArgumentHelp("Where the model goes; with --evaluate the tagged corpus.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Measure a model on this corpus; nothing is trained.", valueName: "corpus"))
  var evaluate: String?

  @Option(help: "The model in the binary that is measured: news, anercorp.") var profile: TaggerProfile = .news

  @Option(help: ArgumentHelp("A model of your own to measure.", valueName: "file")) var model: String?

  @Option(
    help: ArgumentHelp(
      "Sentences of a corpus that make a document; 30 in training. Measured sentence by sentence where not given.",
      valueName: "n"))
  var document: Int?

  @Option(
    name: .customLong("cross-validate"),
    help: ArgumentHelp("Measure by training on all but one of so many parts, each in turn.", valueName: "parts"))
  var crossValidate: Int?

  @Option(
    name: .customLong("clusters-from"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Learn word classes from these texts too (plain text, or JSONL with \"text\").", valueName: "files"))
  var clustersFrom: [String] = []

  @Option(help: ArgumentHelp("Add a group of features that is not used by itself: ngrams.", valueName: "group"))
  var with: [String] = []

  @Option(
    help: ArgumentHelp(
      "Leave out a group of features: \(FeatureGroups.named.map(\.name).joined(separator: ", ")).", valueName: "group"))
  var without: [String] = []

  @Flag(help: "With --evaluate: also print how many tokens the tagger takes a second.") var speed = false

  @Flag(help: "No reports of progress.") var quiet = false

  func validate() throws {
    guard evaluate != nil || !corpora.isEmpty else {
      throw ValidationError("Name a corpus to learn from, or --evaluate one.")
    }
    guard evaluate != nil || crossValidate != nil || output != nil else {
      throw ValidationError("--output says where the model goes.")
    }
    if let document, document < 1 { throw ValidationError("--document must be at least 1.") }
    if let crossValidate, crossValidate < 2 { throw ValidationError("--cross-validate must be at least 2.") }
    _ = try groups()
  }

  private func groups() throws -> FeatureGroups {
    var g = FeatureGroups.usual
    if !clustersFrom.isEmpty { g.insert(.clusters) }
    for name in with { g.insert(try group(name)) }
    for name in without { g.remove(try group(name)) }
    return g
  }

  private func group(_ name: String) throws -> FeatureGroups {
    guard let group = FeatureGroups.named.first(where: { $0.name == name })?.group else {
      throw ValidationError("There is no group of features '\(name)'.")
    }
    return group
  }

  func run() throws {
    let isnad = try AnnotationOptions.parse([]).load()
    do {
      var loader = CorpusLoader(isnad)
      if let evaluate {
        let documents = try loader.documents([evaluate], of: document ?? 1)
        let measure = TrainMeasure(documents)
        let model = try taggerModel()
        try measure.run(model, output: output)
        if speed { measure.time(model) }
        return
      }
      let documents = try loader.documents(corpora, of: document ?? 30)
      var options = TaggerTrainer.Options()
      options.groups = try groups()
      let trainer = TaggerTrainer(options, classes: try classes())
      if let crossValidate {
        var validation = CrossValidation(documents, loader, parts: crossValidate)
        validation.run(trainer, report: report)
      } else if let output {
        let bytes = trainer.model(documents.map(\.training), report: report)
        try Files.save(bytes, as: output)
        report("\(output): \(bytes.count) bytes")
      }
    } catch let error as FileError {
      Files.warn("isnad: \(error)")
      throw ExitCode(2)
    } catch let error as CorpusError {
      Files.warn("isnad: \(error)")
      throw ExitCode(2)
    }
  }

  private func report(_ line: String) { if !quiet { Files.warn(line) } }

  private func taggerModel() throws -> TaggerModel {
    do {
      if let model { return try TaggerModel(bytes: try Files.read(model)) }
    } catch let error as ModelError {
      Files.warn("isnad: \(model ?? ""): \(error)")
      throw ExitCode(2)
    }
    guard let m = profile.model else {
      Files.warn("isnad: the binary holds no model of the profile '\(profile.rawValue)'")
      throw ExitCode(2)
    }
    return m
  }

  /// Word classes of the user's own texts, nil where none are asked for.
  private func classes() throws -> WordClasses? {
    if clustersFrom.isEmpty { return nil }
    var o = try InputOptions.parse(clustersFrom)
    o.quiet = true
    var reader = InputReader(o)
    var sentences: [[UInt64]] = []
    let bits = try AnnotationOptions.parse([]).load()
    var worker = bits.makeWorker()
    reader.each(64) { inputs in
      for input in inputs { sentences += worker.stems(input.text) }
      return true
    }
    if reader.failures > 0 { throw ExitCode(1) }
    return ExchangeClusters().classes(sentences, report: report)
  }
}
