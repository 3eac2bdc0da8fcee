import Isnad
import Training

/// Trains on all but one part of a corpus and measures on that part, each part in turn; shows how far confidence can be trusted.
struct CrossValidation {
  private let documents: [CorpusDocument]
  private var loader: CorpusLoader
  private let parts: Int
  private var sentences = NameCounts()
  private var whole = NameCounts()
  private var rules = NameCounts()
  /// By what the rules say of a tagged span, ten steps of confidence: right, found.
  private var tagged = [[(right: Int, found: Int)]](
    repeating: Array(repeating: (0, 0), count: 10), count: Relation.allCases.count)
  /// Spans of the rules by the tagger's probability of just that span: right, found.
  private var asked = [(right: Int, found: Int)](repeating: (0, 0), count: 10)

  /// How a tagged span lies to those of lists and rules.
  private enum Relation: Int, CaseIterable {
    case same = 0
    case overlapping = 1
    case alone = 2

    var name: String { ["same as a rule's", "overlaps a rule's", "no rule"][rawValue] }
  }

  init(_ documents: [CorpusDocument], _ loader: CorpusLoader, parts: Int) {
    self.documents = documents
    self.loader = loader
    self.parts = parts
  }

  /// Runs it and prints the tables.
  mutating func run(_ trainer: TaggerTrainer, report: (String) -> Void) {
    for part in 0..<parts {
      let inside = documents.indices.filter { $0 * parts / documents.count == part }
      let outside = documents.indices.filter { $0 * parts / documents.count != part }
      guard let model = try? TaggerModel(bytes: trainer.model(outside.map { documents[$0].training })) else { return }
      var tagger = Tagger(model)
      for k in inside { add(documents[k], &tagger) }
      report("part \(part + 1) of \(parts) measured")
    }
    var out = "tagger, sentence by sentence\n" + TrainMeasure.table(sentences)
    out += "\ntagger, documents\n" + TrainMeasure.table(whole)
    out += "\nlists and rules alone\n" + TrainMeasure.table(rules)
    out += "\nprecision by confidence (number of spans)\nconfidence"
    for r in Relation.allCases { out += "\t\(r.name)" }
    out += "\trule's span, by the tagger's probability of it\n"
    for k in 0..<10 {
      out += "0.\(k)-\(k == 9 ? "1.0" : "0.\(k + 1)")"
      for r in Relation.allCases { out += "\t" + Self.cell(tagged[r.rawValue][k]) }
      out += "\t" + Self.cell(asked[k]) + "\n"
    }
    Files.write(Array(out.utf8), to: 1)
  }

  private static func cell(_ c: (right: Int, found: Int)) -> String {
    c.found == 0 ? "-" : "\(TrainMeasure.percent(100 * Double(c.right) / Double(c.found))) (\(c.found))"
  }

  private mutating func add(_ d: CorpusDocument, _ tagger: inout Tagger) {
    let gold = d.gold
    let ruled = loader.ruleSpans(d)
    let (found, probabilities) = tagger.spans(d.training.document, asking: ruled)
    whole.add(gold: gold, found: found.map { ($0.type, $0.tokens) })
    rules.add(gold: gold, found: ruled.map { ($0.type, $0.tokens) })
    let right = Set(gold.map { TaggedSpan(type: $0.type, tokens: $0.range, confidence: 0) })
    func isRight(_ type: TagType, _ tokens: Range<Int>) -> Bool {
      right.contains(TaggedSpan(type: type, tokens: tokens, confidence: 0))
    }
    for s in found {
      let same = ruled.contains { $0.type == s.type && $0.tokens == s.tokens }
      let relation: Relation =
        same ? .same : ruled.contains { $0.tokens.overlaps(s.tokens) } ? .overlapping : .alone
      Self.count(&tagged[relation.rawValue], s.confidence, isRight(s.type, s.tokens))
    }
    for (s, p) in zip(ruled, probabilities) { Self.count(&asked, p, isRight(s.type, s.tokens)) }
    for k in d.training.document.sentences.indices {
      let r = d.training.document.sentence(k)
      let one = TaggerDocument(tokens: Array(d.training.document.tokens[r]), sentences: [0])
      sentences.add(
        gold: TagLabel.spans(d.training.labels[r]), found: tagger.spans(one).map { ($0.type, $0.tokens) })
    }
  }

  private static func count(_ steps: inout [(right: Int, found: Int)], _ p: Float, _ isRight: Bool) {
    let k = max(0, min(9, Int(p * 10)))
    steps[k].found += 1
    if isRight { steps[k].right += 1 }
  }
}
