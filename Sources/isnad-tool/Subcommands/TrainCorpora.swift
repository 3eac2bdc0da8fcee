import Isnad
import Training

/// A document of a corpus with what the tagger sees of it.
struct CorpusDocument {
  /// The text and its names.
  var text: LabelledText
  /// The tokens and their labels.
  var training: TrainingDocument
  /// The bytes of the tokens.
  var tokens: [Range<Int>]

  /// The names of the corpus by tokens.
  var gold: [(type: TagType, range: Range<Int>)] { TagLabel.spans(training.labels) }
}

/// Turns corpora into what the tagger learns from: tokens with the bits of lists and rules.
struct CorpusLoader {
  private let isnad: Isnad
  private var worker: Worker

  init(_ isnad: Isnad) {
    self.isnad = isnad
    worker = isnad.makeWorker()
  }

  /// The documents of some files; sentences are joined to documents of `size`.
  mutating func documents(_ paths: [String], of size: Int) throws -> [CorpusDocument] {
    var out: [CorpusDocument] = []
    for path in paths { out += try texts(path, of: size).map { document($0) } }
    return out
  }

  /// The texts of a file: CoNLL or inline sentences, or the JSON of `isnad annotate`.
  private func texts(_ path: String, of size: Int) throws -> [LabelledText] {
    let bytes = try Files.read(path)
    guard bytes.first(where: { $0 > 0x20 }) == 0x7B else {
      return CorpusReader.documents(try CorpusReader.read(bytes, file: path), of: size)
    }
    if path.hasSuffix(".jsonl") {
      return try bytes.split(separator: 0x0A).enumerated().map { n, line in
        try AnnotatedReader.read(line, file: "\(path):\(n + 1)")
      }
    }
    return [try AnnotatedReader.read(bytes[...], file: path)]
  }

  private mutating func document(_ text: LabelledText) -> CorpusDocument {
    let (lattice, document) = worker.taggerDocument(Input(id: "corpus", text: text.bytes))
    let tokens = lattice.tokens.map { (range: Int($0.start)..<Int($0.end), isWord: $0.kind.isWord) }
    return CorpusDocument(
      text: text, training: TrainingDocument(document: document, labels: text.labels(tokens)),
      tokens: tokens.map(\.range))
  }

  /// The names that lists and rules find without a tagger.
  mutating func ruleSpans(_ d: CorpusDocument) -> [(type: TagType, tokens: Range<Int>)] {
    worker.annotate(Input(id: "corpus", text: d.text.bytes)).entities.compactMap { e in
      TagType(corpusName: e.type.rawValue).map { ($0, e.tokens) }
    }
  }
}
