import ArabicText

/// Joins the mentions of one person, organization or place over a document.
public enum ActorBuilder {
  /// The actors in order of their first mention; each entity gets the number of its actor and, for a short form, the full name.
  public static func actors(_ entities: inout [Entity]) -> [Actor] {
    var actors: [Actor] = []
    var byKey: [String: Int] = [:]
    // Full names first, so that a short form before the full one finds it too.
    var order = entities.indices.filter { entities[$0].type != .date }
    order.sort {
      entities[$0].tokens.count != entities[$1].tokens.count
        ? entities[$0].tokens.count > entities[$1].tokens.count : $0 < $1
    }
    for k in order {
      let e = entities[k]
      let folded = Folding.text(e.text)
      let keys = Self.keys(e, folded)
      let known = keys.lazy.compactMap { byKey[$0] }.first
      let a = known ?? actors.count
      if known == nil { actors.append(Actor(type: e.type, name: EntityBuilder.clean(e.text))) }
      for key in keys + Self.shortKeys(e, folded) where byKey[key] == nil { byKey[key] = a }
      entities[k].actor = a
      actors[a].mentions.append(k)
    }
    // Number the actors by first mention.
    let firsts = actors.indices.sorted { (actors[$0].mentions.min() ?? 0) < (actors[$1].mentions.min() ?? 0) }
    var number = [Int](repeating: 0, count: actors.count)
    for (n, a) in firsts.enumerated() { number[a] = n }
    for k in entities.indices where entities[k].actor >= 0 { entities[k].actor = number[entities[k].actor] }
    var sorted = firsts.map { actors[$0] }
    for a in sorted.indices {
      sorted[a].mentions.sort()
      for k in sorted[a].mentions {
        for title in entities[k].titles where !sorted[a].roles.contains(title) { sorted[a].roles.append(title) }
      }
    }
    return sorted
  }

  private static func keys(_ e: Entity, _ folded: String) -> [String] {
    let prefix = e.type.rawValue + ":"
    var keys = e.entries.map { prefix + $0 }
    keys.append(prefix + folded)
    if e.name != e.text { keys.append(prefix + Folding.text(e.name)) }
    return keys
  }

  /// The keys by which a short form finds a full name: a person's last unit, a phrase less its head noun.
  private static func shortKeys(_ e: Entity, _ text: String) -> [String] {
    let folded = text.split(separator: " ")
    guard folded.count > 1 else { return [] }
    let prefix = e.type.rawValue + ":"
    if e.type == .person {
      var keys = [prefix + folded[folded.count - 1]]
      if folded.count > 2 { keys.append(prefix + folded[(folded.count - 2)...].joined(separator: " ")) }
      return keys
    }
    return [prefix + folded.dropFirst().joined(separator: " ")]
  }
}
