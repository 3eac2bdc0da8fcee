import Rules
import Tagger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Decides between the names that rules and lists propose and those that the tagger sees.
///
/// Rule and tagger are taken as two witnesses: the confidence of a candidate is the logistic function of the weighted sum of their
/// log-odds. The weights were fitted on the news of Documentation/Evaluation.md, "Names".
struct NameDecision {
  /// What a witness is worth.
  struct Weights {
    var rule = 0.7
    var tagger = 0.6
    var bias = 0.0
    /// The least confidence of a rule's or list's name.
    var least = 0.5
    /// The least probability of a name that only the tagger sees.
    var leastAlone = 0.7
    init() {
      if let e = getenv("ISNAD_W") { let v = String(cString: e).split(separator: ",").map { Double($0) ?? 0 }; rule = v[0]; tagger = v[1]; bias = v[2]; least = v[3]; leastAlone = v[4] }
    }
  }

  let weights: Weights
  /// Whether the rules' names are left out: other conventions than ours.
  let isTaggerOnly: Bool
  private let rules: [TagType: Rule]

  init(_ profile: TaggerProfile, weights: Weights = Weights()) {
    self.weights = weights
    isTaggerOnly = profile != .news
    rules = Dictionary(
      uniqueKeysWithValues: TagType.allCases.map { type in
        (type, Rule.stage("tagger." + type.name.lowercased(), making: type.name))
      })
  }

  /// The type of a record that names something the tagger knows.
  static func type(_ r: Record) -> TagType? { TagType.allCases.first { $0.name == r.rule.make.type } }

  /// The records with the votes counted, in text order; the marks of the lattice are brought in line with them.
  func records(
    _ records: [Record], _ document: TaggerDocument, _ tagger: inout Tagger?, _ runner: CascadeRunner,
    _ lattice: inout Lattice
  ) -> [Record] {
    let names = records.indices.filter { Self.type(records[$0]) != nil }
    let candidates = names.compactMap { k in Self.type(records[k]).map { (type: $0, tokens: records[k].extent) } }
    guard let (found, asked) = tagger?.spans(document, asking: candidates) else { return records }
    var out = records
    var kept: [Int] = []
    for (n, k) in names.enumerated() {
      out[k].confidence = isTaggerOnly ? 0 : confidence(records[k].confidence, Double(asked[n]))
      if out[k].confidence >= weights.least { kept.append(k) }
    }
    // A span of the tagger takes the place of less sure ones that it overlaps.
    var added: [Record] = []
    for s in found where Double(s.confidence) >= (isTaggerOnly ? 0 : weights.leastAlone) {
      let rivals = kept.filter { out[$0].extent.overlaps(s.tokens) }
      guard let rule = rules[s.type], rivals.allSatisfy({ out[$0].confidence < Double(s.confidence) }) else { continue }
      kept.removeAll { rivals.contains($0) }
      added.append(Record(rule: rule, phase: 0, tokens: s.tokens, confidence: Double(s.confidence)))
    }
    for k in names where !kept.contains(k) {
      runner.mark(out[k].rule.make.type, out[k].extent, isName: false, &lattice)
    }
    for r in added { runner.mark(r.rule.make.type, r.tokens, &lattice) }
    return out.indices.filter { Self.type(out[$0]) == nil || kept.contains($0) }.map { out[$0] } + added
  }

  /// How sure a name is that a rule proposes and to which the tagger gives a probability.
  private func confidence(_ trust: Double, _ probability: Double) -> Double {
    let z =
      weights.bias + weights.rule * Self.logOdds(trust) + weights.tagger * Self.logOdds(min(max(probability, 0.01), 0.99))
    return 1 / (1 + exp(-z))
  }

  private static func logOdds(_ p: Double) -> Double {
    let q = min(max(p, 0.001), 0.999)
    return log(q / (1 - q))
  }
}
