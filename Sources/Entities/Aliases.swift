import ArabicText
import Gazetteer
import Rules

/// Finds short forms of names that the article gave in full: «بوهلر» after «آدم بوهلر».
public struct AliasFinder: Sendable {
  let annotator: Annotator
  private let common: Int?
  /// The classes that it asks the lattice for.
  public static let classes = [
    "cue-past", "cue-present", "attribution-prep", "divine", "common-word", "person-weak", "organization-weak",
    "place-weak", "nationality", "given-name", "club", "club-weak", "into", "preposition", "place-head", "sport-head",
  ]
  private let weak: [Int]
  private let cues: [Int]
  /// The second half of «عبد الله», which is no name by itself.
  private let divine: Int?
  let nationality: Int?
  let sportHead: Int?
  private let given: Int?
  let clubs: [Int]
  let placeSigns: [Int]

  /// Creates a finder for lattices of this annotator.
  public init(_ annotator: Annotator) {
    self.annotator = annotator
    common = annotator.bit("common-word")
    divine = annotator.bit("divine")
    cues = ["cue-past", "cue-present", "attribution-prep"].compactMap { annotator.bit($0) }
    sportHead = annotator.bit("sport-head")
    nationality = annotator.bit("nationality")
    given = annotator.bit("given-name")
    clubs = ["club", "club-weak"].compactMap { annotator.bit($0) }
    placeSigns = ["into", "preposition", "place-head"].compactMap { annotator.bit($0) }
    weak = ["person-weak", "organization-weak", "place-weak"].compactMap { annotator.bit($0) }
  }

  /// The entities with the short forms and the doubtful names that the article has confirmed, in text order.
  public func expanded(_ lattice: Lattice, _ entities: [Entity]) -> [Entity] {
    shortForms(lattice, withClubs(lattice, confirmed(lattice, entities)))
  }

  /// Which tokens entities cover.
  func coverage(_ lattice: Lattice, _ entities: [Entity]) -> [Bool] {
    var covered = [Bool](repeating: false, count: lattice.tokens.count)
    for e in entities { for t in e.tokens { covered[t] = true } }
    return covered
  }

  /// Adds names that could be ordinary words («حماس») where the article has them with their head noun too.
  private func confirmed(_ lattice: Lattice, _ entities: [Entity]) -> [Entity] {
    var known: Set<String> = []
    for e in entities where e.type != .date {
      known.formUnion(e.entries)
      for m in inner(lattice, e, weak) where m.entry.type == e.type.rawValue { known.insert(m.entry.id) }
    }
    guard !known.isEmpty else { return entities }
    let covered = coverage(lattice, entities)
    var added: [Entity] = []
    for t in lattice.tokens.indices where !covered[t] && weak.contains(where: { lattice.begins($0, t) }) {
      // An adjective or a definite noun («العربية», «اليوم») stays a word unless it stands right in quotation marks.
      let isQuoted = t > 0 && lattice.has(.quote, t - 1)
      let isWord = lattice.has(.functionWord, t) || lattice.begins(nationality, t)
      if placeSigns.contains(where: { lattice.begins($0, t) }) { continue }
      if isWord || lattice.has(.definite, t) && (lattice.has(.known, t) || lattice.begins(common, t)), !isQuoted {
        continue
      }
      guard
        let m = annotator.entries(lattice, at: t, class: nil).first(where: {
          known.contains($0.entry.id) && t + $0.count <= covered.count
            && !$0.classes.contains { $0.hasSuffix("-short") }
        }), let type = EntityType(rawValue: m.entry.type)
      else { continue }
      let span = ByteSpan(
        lattice.tokens[t].offset(after: m.stripped, in: lattice.bytes), Int(lattice.tokens[t + m.count - 1].end))
      added.append(Self.entity(lattice, m.entry, type, t..<t + m.count, span, "document.confirmed"))
    }
    return added.isEmpty ? entities : EntityBuilder.resolved(entities + added)
  }

  /// The entries of the name right behind the head noun of an entity, quotation marks aside.
  func inner(_ lattice: Lattice, _ e: Entity, _ classes: [Int]) -> [Annotator.Match] {
    var second = e.tokens.lowerBound + 1
    if second < e.tokens.upperBound, lattice.has(.quote, second) { second += 1 }
    guard second < e.tokens.upperBound, classes.contains(where: { lattice.begins($0, second) }) else { return [] }
    return annotator.entries(lattice, at: second, class: nil)
  }

  /// The entity of an entry of the lists.
  static func entity(
    _ lattice: Lattice, _ entry: Gazetteer.EntryReference, _ type: EntityType, _ tokens: Range<Int>, _ span: ByteSpan,
    _ rule: String
  ) -> Entity {
    var e = Entity(
      type: type, subtype: entry.attribute("subtype"), tokens: tokens, span: span, text: lattice.text(span),
      name: entry.name, confidence: 0.8, rule: rule)
    e.latin = entry.attribute("latin")
    e.country = entry.attribute("country")
    e.entries = [entry.id]
    return e
  }

  /// Adds what stands for a name that the article gave in full: the last unit of a person's name, the first one after
  /// a verb of saying, and the name that followed the head noun of a place or organization.
  private func shortForms(_ lattice: Lattice, _ entities: [Entity]) -> [Entity] {
    var byHash: [UInt64: Int] = [:]
    var firsts: [UInt64: Int] = [:]
    for (k, e) in entities.enumerated() where e.type != .date && e.confidence >= 0.4 {
      guard e.type == .person ? e.tokens.count > 1 || e.entries.isEmpty : e.tokens.count == 2 && e.entries.isEmpty
      else {
        continue
      }
      let last = e.tokens.upperBound - 1
      let token = lattice.tokens[last]
      guard token.kind == .arabic, token.letters >= 3, !lattice.begins(divine, last) else { continue }
      if e.type != .person || e.tokens.count == 1, isWord(lattice, last) { continue }
      if e.type == .organization, lattice.has(.definite, last) { continue }
      if byHash[token.hash] == nil { byHash[token.hash] = k }
      let first = e.tokens.lowerBound
      if e.type == .person, first < last, lattice.begins(given, first), firsts[lattice.tokens[first].hash] == nil {
        firsts[lattice.tokens[first].hash] = k
      }
    }
    guard !byHash.isEmpty else { return entities }
    let covered = coverage(lattice, entities)
    let powers = TokenHash.powers
    var added: [Entity] = []
    for t in lattice.tokens.indices
    where !covered[t] && lattice.tokens[t].kind == .arabic && lattice.tokens[t].letters >= 3 {
      let token = lattice.tokens[t]
      let isSaid = t > 0 && cues.contains { lattice.begins($0, t - 1) }
      var found = byHash[token.hash].map { (0, $0) }
      if found == nil {
        token.eachProclitic(powers: powers.span) { a in
          if found == nil, let k = byHash[a.hash] { found = (a.letters, k) }
        }
      }
      if found == nil, isSaid { found = firsts[token.hash].map { (0, $0) } }
      // An ordinary word that is also somebody's last name is left alone, unless it has the article the name has.
      // After a verb of saying it is the person all the same.
      guard let (letters, k) = found, !lattice.has(.functionWord, t), isSaid || !isWord(lattice, t) else { continue }
      added.append(shortForm(lattice, entities[k], t, letters, covered))
    }
    return added.isEmpty ? entities : EntityBuilder.resolved(entities + added)
  }

  private func isWord(_ lattice: Lattice, _ t: Int) -> Bool { lattice.begins(common, t) || lattice.has(.known, t) }

  /// The short form of a name at a token; «بن علي» takes the word before it along.
  private func shortForm(_ lattice: Lattice, _ full: Entity, _ t: Int, _ letters: Int, _ covered: [Bool]) -> Entity {
    let token = lattice.tokens[t]
    var start = t
    let nasab = full.tokens.count > 2 && t > 0 && !covered[t - 1] ? full.tokens.upperBound - 2 : nil
    if let nasab, lattice.tokens[nasab].hash == lattice.tokens[t - 1].hash { start = t - 1 }
    let span = ByteSpan(
      start == t ? token.offset(after: letters, in: lattice.bytes) : Int(lattice.tokens[start].start), Int(token.end))
    var e = Entity(
      type: full.type, subtype: full.subtype, tokens: start..<t + 1, span: span, text: lattice.text(span),
      name: full.name, confidence: full.confidence * 0.9, rule: "document.alias")
    e.latin = full.latin
    e.link = full.link
    e.entries = full.entries
    e.country = full.country
    return e
  }
}
