import Isnad
import Training

/// Measures a model on a corpus, by the words of the corpus where it has them.
struct TrainMeasure {
  private let documents: [CorpusDocument]

  init(_ documents: [CorpusDocument]) { self.documents = documents }

  /// Prints precision, recall and F1; writes `word gold found` lines where `output` is given.
  func run(_ model: TaggerModel, output: String?) throws {
    var tagger = Tagger(model)
    var counts = NameCounts()
    var lines: [UInt8] = []
    for d in documents {
      let found = tagger.spans(d.training.document)
      let byWord = Self.labels(d.text.words, found.map { ($0.type, d.bytes($0.tokens)) })
      let gold = Self.labels(d.text.words, d.text.names.map { ($0.type, $0.range) })
      for (k, s) in d.text.sentences.enumerated() {
        let end = k + 1 < d.text.sentences.count ? d.text.sentences[k + 1] : d.text.words.count
        counts.add(gold: TagLabel.spans(gold[s..<end]), found: TagLabel.spans(byWord[s..<end]))
        for w in s..<end {
          lines += d.text.bytes[d.text.words[w]]
          lines += Array(" \(Self.tag(gold[w])) \(Self.tag(byWord[w]))\n".utf8)
        }
        lines.append(0x0A)
      }
      if d.text.words.isEmpty { counts.add(gold: d.gold, found: found.map { ($0.type, $0.tokens) }) }
    }
    Files.write(Array(Self.table(counts).utf8), to: 1)
    if let output { try Files.save(lines, as: output) }
  }

  /// Prints how many tokens a second go from class bits to names: the best of five runs, in CPU time.
  func time(_ model: TaggerModel) {
    var tagger = Tagger(model)
    var best = Double.infinity
    var names = 0
    for _ in 0..<5 {
      let start = Files.processorTime
      for d in documents { names += tagger.spans(d.training.document).count }
      best = min(best, Files.processorTime - start)
    }
    let tokens = documents.reduce(0) { $0 + $1.tokens.count }
    Files.write(Array("tokens a second: \(Int(Double(tokens) / max(best, 1e-9))) (\(names / 5) names)\n".utf8), to: 1)
  }

  /// The labels of words: a name covers each word of which it holds a byte.
  private static func labels(_ words: [Range<Int>], _ names: [(type: TagType, range: Range<Int>)]) -> [UInt8] {
    var out = [UInt8](repeating: TagLabel.outside, count: words.count)
    var w = 0
    for n in names.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      while w < words.count, words[w].upperBound <= n.range.lowerBound { w += 1 }
      var k = w
      while k < words.count, words[k].lowerBound < n.range.upperBound {
        if out[k] == TagLabel.outside { out[k] = k == w ? TagLabel.begin(n.type) : TagLabel.inside(n.type) }
        k += 1
      }
    }
    return out
  }

  private static func tag(_ label: UInt8) -> String {
    guard let type = TagLabel.type(label) else { return "O" }
    return (TagLabel.isBegin(label) ? "B-" : "I-") + type.name
  }

  /// A line for each type and one for all.
  static func table(_ counts: NameCounts) -> String {
    var out = "type  P      R      F1\n"
    for t in TagType.allCases.map(Optional.some) + [nil] {
      let s = counts.score(t)
      out += "\(t?.name ?? "all")   \(percent(s.precision))  \(percent(s.recall))  \(percent(s.f1))\n"
    }
    return out
  }

  /// A number with two decimals.
  static func percent(_ v: Double) -> String {
    let n = Int((v * 100).rounded())
    let cents = n % 100
    return "\(n / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}

extension CorpusDocument {
  /// The bytes of some tokens.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    tokens[range.lowerBound].lowerBound..<tokens[range.upperBound - 1].upperBound
  }
}
