import ArabicText
import Entities
import Rules

extension SpeakerResolver {
  /// A source that stands beside the cue.
  func explicit(_ range: Range<Int>, _ f: Frame) -> Statement.Source {
    let span = scene.lattice.span(range)
    let phrase = Names.clean(scene.lattice.text(span))
    let first = range.lowerBound
    let head = Names.bare(scene.lattice.folded(first))
    func pronoun(_ s: Speaker) -> Statement.Source {
      Statement.Source(span: span, name: s.name, kind: s.kind, actor: s.actor, resolution: .pronoun)
    }
    func person(_ k: Int, _ how: Statement.Resolution = .explicit) -> Statement.Source {
      Statement.Source(
        span: span, name: fullName(k), kind: .person, actor: scene.entities[k].actor, resolution: how)
    }
    func itself(_ kind: Statement.SourceKind) -> Statement.Source {
      Statement.Source(span: span, name: phrase, kind: kind, actor: nil, resolution: .explicit)
    }

    if isPair(range) { return itself(.organization) }
    if let k = alias(phrase) {
      return Statement.Source(
        span: span, name: fullName(k), kind: .organization, actor: scene.entities[k].actor, resolution: .pronoun)
    }
    if let named = atHead(range, span, phrase) { return named }
    let people = scene.entities(in: range, .person)
    if isOffice(first), let p = people.first { return person(p) }
    if range.count == 1, head == "اخير" || head == "اخيره", let k = lastEntity(before: first, { $0.type == .person }) {
      return person(k, .pronoun)
    }
    // «معاليه», «سموه»: the person last spoken of by name.
    if range.count <= 2, Names.respects.contains(head), let known = lastPerson(first) { return known.0(span) }
    let definite = scene.lattice.has(.definite, first)
    let noun = sourceNoun(first)
    if isOffice(first) || noun != nil, people.isEmpty, !plural(first) {
      if definite || noun == nil, let known = antecedent(head, phrase) { return pronoun(known) }
      if definite || isOffice(first), let a = role(phrase) {
        return Statement.Source(span: span, name: scene.actors[a].name, kind: .person, actor: a, resolution: .pronoun)
      }
    }
    if definite, range.count <= 2, scene.begins("media-head", first), let k = outlet(before: first) {
      return Statement.Source(
        span: span, name: fullName(k), kind: .organization, actor: scene.entities[k].actor, resolution: .pronoun)
    }
    if definite, range.count <= 3, let o = organization(head: head, before: first) {
      return Statement.Source(
        span: span, name: fullName(o), kind: .organization, actor: scene.entities[o].actor, resolution: .pronoun)
    }
    if definite, range.count <= 2, head == "مصدر", let known = history.suffix(200).last(where: { $0.kind != .person }) {
      return pronoun(known)
    }
    if range.count == 1, definite, people.isEmpty, !isOffice(first),
      scene.begins("org-head", first) || scene.begins("org-head-weak", first),
      let known = history.suffix(40).last(where: { $0.kind == .organization && !$0.isEmbedded })
    {
      return pronoun(known)
    }
    if let noun {
      if let p = people.first { return person(p) }
      if isOffice(first), definite, range.count <= 2, !plural(first), let known = lastPerson(first) {
        return known.0(span)
      }
      return itself(Statement.SourceKind(rawValue: noun) ?? .anonymous)
    }
    if isOffice(first) {
      // A short definite title («المدير») is the last person who spoke, or the last one named.
      if range.count <= 2, definite, !plural(first), let known = lastPerson(first) { return known.0(span) }
      // «وأضاف لاعب المنتخب السابق …»: who goes on speaking has spoken before.
      if goesOn(f), !plural(first), let known = lastPerson(first) { return known.0(span) }
      return itself(plural(first) ? .group : .person)
    }
    // A body without a name: the one of that kind that the article named before.
    if range.count <= 2, definite, let known = antecedent(head, phrase) { return pronoun(known) }
    if range.count == 1, let a = surname(phrase) {
      return Statement.Source(span: span, name: scene.actors[a].name, kind: .person, actor: a, resolution: .explicit)
    }
    if scene.begins("document-noun", first) { return itself(.document) }
    if let p = people.first, !scene.begins("org-head", first), range.count <= 6 { return person(p) }
    return itself(plural(first) ? .group : .organization)
  }

  /// Whether the verb continues a speech.
  private func goesOn(_ f: Frame) -> Bool {
    Names.continuing.contains { scene.lattice.folded(f.cue.lowerBound).hasSuffix($0) }
  }

  /// A name at the head of the phrase.
  private func atHead(_ range: Range<Int>, _ span: ByteSpan, _ phrase: String) -> Statement.Source? {
    let first = range.lowerBound
    let e = Int(scene.entityAt[first])
    guard e >= 0, scene.entities[e].tokens.lowerBound <= first, scene.entities[e].type != .date else { return nil }
    let x = scene.entities[e]
    if x.type != .person, range.count == 1, let a = surname(phrase) {
      return Statement.Source(span: span, name: scene.actors[a].name, kind: .person, actor: a, resolution: .explicit)
    }
    return Statement.Source(
      span: span, name: fullName(e), kind: x.type == .person ? .person : .organization, actor: x.actor,
      resolution: .explicit)
  }

  /// The body whose short name the article gave in parentheses: «هيئة … (أوفكوم)».
  private func alias(_ phrase: String) -> Int? {
    let words = Names.bare(Folding.text(phrase)).split { $0 == " " || $0 == "(" || $0 == ")" }.map(String.init)
    guard let last = words.last, words.count == 1 || phrase.contains("("), let k = aliases[last] else { return nil }
    return k
  }

  /// Whether the phrase is nothing but two or more bodies or countries joined by و.
  private func isPair(_ range: Range<Int>) -> Bool {
    var t = range.lowerBound
    var n = 0
    while t < range.upperBound {
      let e = Int(scene.entityAt[t])
      if e < 0 {
        guard n > 0, scene.kind(t) == .comma else { return false }
        t += 1
        continue
      }
      guard scene.entities[e].type != .person, scene.entities[e].type != .date else { return false }
      n += 1
      t = max(t + 1, scene.entities[e].tokens.upperBound)
      if t < range.upperBound, scene.kind(t).isWord, !scene.lattice.has(.withWaw, t) { return false }
    }
    return n > 1
  }

  /// The last person who spoke, else the last one named.
  private func lastPerson(_ t: Int) -> ((ByteSpan) -> Statement.Source, Int)? {
    if let known = history.suffix(200).last(where: { $0.kind == .person && !$0.isEmbedded }) {
      return (
        { Statement.Source(span: $0, name: known.name, kind: .person, actor: known.actor, resolution: .pronoun) }, t
      )
    }
    guard let k = lastEntity(before: t, { $0.type == .person }) else { return nil }
    let name = fullName(k)
    let actor = scene.entities[k].actor
    return ({ Statement.Source(span: $0, name: name, kind: .person, actor: actor, resolution: .pronoun) }, t)
  }

  /// The last speaker whose phrase began with the same word and says nothing else.
  private func antecedent(_ head: String, _ phrase: String) -> Speaker? {
    let words = Names.words(phrase).subtracting(Names.pointing)
    return history.suffix(200).last {
      $0.head == head && !$0.words.isEmpty
        && (words.count == 1 || words.isSubset(of: $0.words) || $0.words.isSubset(of: words))
    }
  }

  /// The person of the article whose role holds all the words of the phrase, or all of whose words the phrase holds.
  private func role(_ phrase: String) -> Int? {
    let words = Names.words(phrase).subtracting(Names.pointing).subtracting(Names.honours)
    let head = Names.head(phrase)
    if words.count > 1, let r = roles.first(where: { words.isSubset(of: $0.words) }) { return r.actor }
    let same = roles.filter { $0.head == head || $0.words.contains(head) && words.count == 1 }
    let actors = Set(same.map(\.actor))
    if actors.count == 1, let r = same.first, words.count == 1 || r.words.isSubset(of: words) { return r.actor }
    let within = same.filter { $0.words.count > 1 && $0.words.isSubset(of: words) }
    return Set(within.map(\.actor)).count == 1 ? within.first?.actor : nil
  }

  /// The person of the article whose name ends with the word, where the word alone was taken for no person.
  private func surname(_ phrase: String) -> Int? {
    let word = Names.bare(Folding.text(phrase))
    let found = scene.actors.indices.filter {
      scene.actors[$0].type == .person
        && Names.bare(Folding.text(scene.actors[$0].name)).hasSuffix(" " + word)
    }
    return found.count == 1 ? found.first : nil
  }

  /// The last outlet named before.
  private func outlet(before t: Int) -> Int? {
    lastEntity(before: t) { e in
      e.type == .organization
        && (e.subtype.map(StatementBuilder.media.contains) ?? false || scene.begins("media-head", e.tokens.lowerBound))
    }
  }

  /// The last organization before `t` whose name begins with the same head noun.
  private func organization(head: String, before t: Int) -> Int? {
    guard scene.begins("org-head", t) || scene.begins("org-head-weak", t) else { return nil }
    return lastEntity(before: t) { e in
      e.type == .organization && e.tokens.count > 1
        && Names.bare(Folding.text(e.text)).split(separator: " ").first.map(String.init) == head
    }
  }
}
