import ArabicText
import Rules

extension AliasFinder {
  /// Takes a city for its club («برشلونة») where the article has named the club, but not where a place stands.
  func withClubs(_ lattice: Lattice, _ entities: [Entity]) -> [Entity] {
    var known: Set<String> = []
    for e in entities where e.type == .organization {
      if e.subtype == "club" { known.formUnion(e.entries) }
      guard lattice.begins(sportHead, e.tokens.lowerBound) else { continue }
      for m in inner(lattice, e, clubs) where m.classes.contains(where: { $0.hasPrefix("club") }) {
        known.insert(m.entry.id)
      }
    }
    guard !known.isEmpty else { return entities }
    var added: [Entity] = []
    let covered = coverage(lattice, entities)
    var cities: [Int: Int] = [:]
    for (k, e) in entities.enumerated() where e.type == .location { cities[e.tokens.lowerBound] = k }
    var replaced: Set<Int> = []
    for t in lattice.tokens.indices where clubs.contains(where: { lattice.begins($0, t) }) {
      let city = cities[t]
      if covered[t] && city == nil || lattice.begins(nationality, t) { continue }
      if t > 0, placeSigns.contains(where: { lattice.begins($0, t - 1) }), city != nil || !lattice.has(.definite, t) {
        continue
      }
      let match = annotator.entries(lattice, at: t, class: nil).first { m in
        known.contains(m.entry.id) && t + m.count <= lattice.tokens.count
          && (city.map { entities[$0].tokens.count == m.count } ?? true)
      }
      guard let m = match else { continue }
      let span = ByteSpan(
        lattice.tokens[t].offset(after: m.stripped, in: lattice.bytes), Int(lattice.tokens[t + m.count - 1].end))
      added.append(Self.entity(lattice, m.entry, .organization, t..<t + m.count, span, "document.club"))
      if let city { replaced.insert(city) }
    }
    guard !added.isEmpty else { return entities }
    return EntityBuilder.resolved(entities.indices.filter { !replaced.contains($0) }.map { entities[$0] } + added)
  }
}
