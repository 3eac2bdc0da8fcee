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
/// log-odds. The weights come from cross-validation on sentences on which no rule was written: Documentation/Evaluation.md, "Names".
struct NameDecision {
  /// What a witness is worth.
  struct Weights {
    var rule = 0.7
    var tagger = 0.6
    /// The least confidence of a rule's or list's name.
    var least = 0.65
    /// The least probability of a name that only the tagger sees.
    var leastAlone = 0.65
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
    var own: Set<Int> = []
    for (n, k) in names.enumerated() {
      // What the user lists himself nobody votes down.
      if runner.cascade.annotator.isUsers(lattice, out[k].extent) {
        kept.append(k)
        own.insert(k)
        continue
      }
      // Of names in quotation marks the tagger has seen too few.
      if !isTaggerOnly, Self.hasQuotes(out[k].extent, lattice), out[k].confidence >= 0.75 {
        kept.append(k)
        continue
      }
      out[k].confidence = isTaggerOnly ? 0 : confidence(records[k].confidence, Double(asked[n]))
      if out[k].confidence >= weights.least { kept.append(k) }
    }
    // A span of the tagger takes the place of less sure ones that it overlaps.
    var added: [Record] = []
    let titles = records.filter { $0.rule.make.type == "TITLE" }.map(\.extent)
    for var s in found where Double(s.confidence) >= (isTaggerOnly ? 0 : weights.leastAlone) {
      s.tokens = Self.closed(s.tokens, lattice)
      if let k = names.first(where: { out[$0].extent == s.tokens && Self.type(out[$0]) == s.type }), !isTaggerOnly {
        // Both mean the same: the rule stays, since it can say why.
        if !kept.contains(k) { kept.append(k) }
        continue
      }
      // Where a rule knows a title, a contest or a formula, the tagger alone makes no name.
      if titles.contains(where: { $0.overlaps(s.tokens) }) { continue }
      let rivals = kept.filter { out[$0].extent.overlaps(s.tokens) }
      guard let rule = rules[s.type],
        rivals.allSatisfy({ !own.contains($0) && out[$0].confidence < Double(s.confidence) })
      else { continue }
      kept.removeAll { rivals.contains($0) }
      added.append(Record(rule: rule, phase: 0, tokens: s.tokens, confidence: Double(s.confidence)))
    }
    for k in names where !kept.contains(k) {
      runner.mark(out[k].rule.make.type, out[k].extent, isName: false, &lattice)
    }
    for k in kept where !own.contains(k) { out[k].confidence = Self.calibrated(out[k].confidence) }
    for k in added.indices { added[k].confidence = Self.calibrated(added[k].confidence) }
    for r in added { runner.mark(r.rule.make.type, r.tokens, &lattice) }
    return out.indices.filter { Self.type(out[$0]) == nil || kept.contains($0) }.map { out[$0] } + added
  }

  private static func hasQuotes(_ range: Range<Int>, _ lattice: Lattice) -> Bool {
    lattice.tokens[range].contains { [.openQuote, .closeQuote, .quote].contains($0.kind) }
  }

  /// A span with the closing quotation mark that follows it, where it holds the opening one: «صحيفة «الضفة الأخرى»».
  private static func closed(_ range: Range<Int>, _ lattice: Lattice) -> Range<Int> {
    guard range.upperBound < lattice.tokens.count else { return range }
    let kinds = lattice.tokens[range].map(\.kind)
    func count(_ kind: TokenKind) -> Int { kinds.reduce(0) { $0 + ($1 == kind ? 1 : 0) } }
    let isOpen: Bool
    switch lattice.tokens[range.upperBound].kind {
    case .closeQuote: isOpen = count(.openQuote) > count(.closeQuote)
    case .quote: isOpen = count(.quote) % 2 == 1
    default: isOpen = false
    }
    return isOpen ? range.lowerBound..<range.upperBound + 1 : range
  }

  /// How sure a name is that a rule proposes and to which the tagger gives a probability.
  private func confidence(_ trust: Double, _ probability: Double) -> Double {
    let z =
      weights.rule * Self.logOdds(trust) + weights.tagger * Self.logOdds(min(max(probability, 0.01), 0.99))
    return 1 / (1 + exp(-z))
  }

  /// Votes and the share of names with such votes that are right, measured by the same cross-validation.
  private static let knots: [(vote: Double, share: Double)] = [
    (0, 0.2), (0.55, 0.37), (0.65, 0.47), (0.75, 0.52), (0.82, 0.6), (0.88, 0.72), (0.93, 0.79), (0.965, 0.89),
    (0.99, 0.975), (1, 0.99),
  ]

  /// The share of right names among those with such a vote.
  private static func calibrated(_ vote: Double) -> Double {
    guard let k = knots.firstIndex(where: { $0.vote >= vote }), k > 0 else { return knots[0].share }
    let a = knots[k - 1]
    let b = knots[k]
    return a.share + (b.share - a.share) * (vote - a.vote) / (b.vote - a.vote)
  }

  private static func logOdds(_ p: Double) -> Double {
    let q = min(max(p, 0.001), 0.999)
    return log(q / (1 - q))
  }
}
