import ArabicText
import Rules

/// Finds short forms of names that the article gave in full: «بوهلر» after «آدم بوهلر».
public struct AliasFinder: Sendable {
  private let annotator: Annotator
  private let common: Int?
  /// The classes that it asks the lattice for.
  public static let classes = [
    "cue-past", "cue-present", "attribution-prep", "divine", "common-word", "person-weak", "organization-weak",
    "place-weak",
  ]
  private let weak: [Int]
  private let cues: [Int]
  /// The second half of «عبد الله», which is no name by itself.
  private let divine: Int?

  /// Creates a finder for lattices of this annotator.
  public init(_ annotator: Annotator) {
    self.annotator = annotator
    common = annotator.bit("common-word")
    divine = annotator.bit("divine")
    cues = ["cue-past", "cue-present", "attribution-prep"].compactMap { annotator.bit($0) }
    weak = ["person-weak", "organization-weak", "place-weak"].compactMap { annotator.bit($0) }
  }

  /// The entities with the short forms and the doubtful names that the article has confirmed, in text order.
  public func expanded(_ lattice: Lattice, _ entities: [Entity]) -> [Entity] {
    shortForms(lattice, confirmed(lattice, entities))
  }

  /// Adds names that could be ordinary words («حماس») where the article has them with their head noun too.
  private func confirmed(_ lattice: Lattice, _ entities: [Entity]) -> [Entity] {
    var known: Set<String> = []
    for e in entities where e.type != .date {
      known.formUnion(e.entries)
      for t in e.tokens where t > e.tokens.lowerBound && weak.contains(where: { lattice.begins($0, t) }) {
        for m in annotator.entries(lattice, at: t, class: nil) where m.entry.type == e.type.rawValue {
          known.insert(m.entry.id)
        }
      }
    }
    guard !known.isEmpty else { return entities }
    var covered = [Bool](repeating: false, count: lattice.tokens.count)
    for e in entities { for t in e.tokens { covered[t] = true } }
    var added: [Entity] = []
    for t in lattice.tokens.indices where !covered[t] && weak.contains(where: { lattice.begins($0, t) }) {
      // An adjective or a definite noun («العربية», «اليوم») stays a word unless it stands in quotation marks.
      if lattice.has(.definite, t) || lattice.has(.functionWord, t), !lattice.has(.inQuote, t) { continue }
      guard
        let m = annotator.entries(lattice, at: t, class: nil).first(where: {
          known.contains($0.entry.id) && t + $0.count <= covered.count
            && !$0.classes.contains { $0.hasSuffix("-short") }
        }), let type = EntityType(rawValue: m.entry.type)
      else { continue }
      let span = ByteSpan(
        lattice.tokens[t].offset(after: m.stripped, in: lattice.bytes), Int(lattice.tokens[t + m.count - 1].end))
      var e = Entity(
        type: type, subtype: m.entry.attribute("subtype"), tokens: t..<t + m.count, span: span,
        text: lattice.text(span),
        name: m.entry.name, confidence: 0.8, rule: "document.confirmed")
      e.latin = m.entry.attribute("latin")
      e.country = m.entry.attribute("country")
      e.entries = [m.entry.id]
      added.append(e)
    }
    return added.isEmpty ? entities : EntityBuilder.resolved(entities + added)
  }

  /// Adds the last units of people's names.
  private func shortForms(_ lattice: Lattice, _ entities: [Entity]) -> [Entity] {
    var byHash: [UInt64: Int] = [:]
    for (k, e) in entities.enumerated() where e.type == .person && e.tokens.count > 1 && e.confidence >= 0.4 {
      let last = e.tokens.upperBound - 1
      let token = lattice.tokens[last]
      guard token.kind == .arabic, token.letters >= 3, !lattice.begins(divine, last) else { continue }
      if byHash[token.hash] == nil { byHash[token.hash] = k }
    }
    guard !byHash.isEmpty else { return entities }
    var covered = [Bool](repeating: false, count: lattice.tokens.count)
    for e in entities { for t in e.tokens { covered[t] = true } }
    let powers = TokenHash.powers
    var added: [Entity] = []
    for t in lattice.tokens.indices
    where !covered[t] && lattice.tokens[t].kind == .arabic && lattice.tokens[t].letters >= 3 {
      let token = lattice.tokens[t]
      var found = byHash[token.hash].map { (0, $0) }
      if found == nil {
        token.eachProclitic(powers: powers.span) { a in
          if found == nil, let k = byHash[a.hash] { found = (a.letters, k) }
        }
      }
      guard let (letters, k) = found else { continue }
      // An ordinary word that is also somebody's last name is left alone, unless it has the article the name has.
      // After a verb of saying it is the person all the same.
      if lattice.has(.functionWord, t) { continue }
      let isWord = lattice.begins(common, t) || lattice.has(.known, t)
      if isWord, t == 0 || !cues.contains(where: { lattice.begins($0, t - 1) }) { continue }
      let full = entities[k]
      var start = t
      let nasab = full.tokens.count > 2 && t > 0 && !covered[t - 1] ? full.tokens.upperBound - 2 : nil
      if let nasab, lattice.tokens[nasab].hash == lattice.tokens[t - 1].hash { start = t - 1 }
      let span = ByteSpan(
        start == t ? token.offset(after: letters, in: lattice.bytes) : Int(lattice.tokens[start].start), Int(token.end))
      var e = Entity(
        type: .person, subtype: full.subtype, tokens: start..<t + 1, span: span, text: lattice.text(span),
        name: full.name,
        confidence: full.confidence * 0.9, rule: "document.alias")
      e.latin = full.latin
      e.link = full.link
      e.entries = full.entries
      e.country = full.country
      added.append(e)
    }
    return added.isEmpty ? entities : EntityBuilder.resolved(entities + added)
  }
}
