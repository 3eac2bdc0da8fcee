import ArabicText
import Entities

/// Who speaks: names, short forms, titles and omitted subjects resolved by what the article said before.
struct SpeakerResolver {
  let scene: Scene
  /// The speakers of the article so far, the last one at the end.
  var history: [Speaker] = []
  var article = 0
  /// The first token of the article.
  private var articleStart = 0
  /// The people of the article with the words of their roles.
  private var roles: [(actor: Int, words: Set<String>)] = []

  struct Speaker {
    var name: String
    var kind: Statement.SourceKind
    var actor: Int?
    /// The folded first word of the phrase that named it.
    var head: String
    var agency: Statement.Agency?
    var date: Statement.StatementDate?
    /// Where it spoke.
    var token: Int
  }

  init(_ scene: Scene) {
    self.scene = scene
    article = scene.blocks.first?.article ?? 0
    begin(article)
  }

  /// Collects who has which roles in an article; the first few hundred will do.
  private mutating func begin(_ article: Int) {
    let blocks = scene.blocks.filter { $0.article == article }
    articleStart = blocks.first?.tokens.lowerBound ?? 0
    let end = blocks.last?.tokens.upperBound ?? 0
    roles = []
    for e in scene.entities where e.type == .person && !e.titles.isEmpty && e.actor >= 0 {
      guard e.tokens.lowerBound >= articleStart, e.tokens.lowerBound < end, roles.count < 400 else { continue }
      for title in e.titles { roles.append((e.actor, Names.words(title))) }
    }
  }

  /// The source of a frame.
  mutating func resolve(_ f: Frame) -> Statement.Source {
    if f.block.article != article {
      article = f.block.article
      history = []
      begin(article)
    }
    guard let range = f.source else { return omitted(f) }
    return explicit(range, f)
  }

  /// The speaker of a verb without a subject: the one who spoke last, else the last person named before.
  private func omitted(_ f: Frame) -> Statement.Source {
    if let last = history.last {
      return Statement.Source(span: nil, name: last.name, kind: last.kind, actor: last.actor, resolution: .omitted)
    }
    // No statement before: the last person of the sentence before, else of the article.
    var t = f.cue.lowerBound - 1
    while t >= articleStart, t > f.cue.lowerBound - 80 {
      let e = Int(scene.entityAt[t])
      if e >= 0, scene.entities[e].type == .person {
        return Statement.Source(
          span: nil, name: fullName(e), kind: .person, actor: scene.entities[e].actor, resolution: .omitted)
      }
      t -= 1
    }
    return Statement.Source(span: nil, name: nil, kind: .anonymous, actor: nil, resolution: .omitted)
  }

  private func fullName(_ e: Int) -> String {
    let a = scene.entities[e].actor
    return a >= 0 ? scene.actors[a].name : scene.entities[e].name
  }

  /// A source that stands beside the cue.
  private func explicit(_ range: Range<Int>, _ f: Frame) -> Statement.Source {
    let span = scene.lattice.span(range)
    let phrase = Names.clean(scene.lattice.text(span))
    let first = range.lowerBound
    let head = Names.bare(scene.lattice.folded(first))
    let e = Int(scene.entityAt[first])

    // A name at the head, or a person after titles.
    if e >= 0, scene.entities[e].tokens.lowerBound <= first, scene.entities[e].type != .date {
      let x = scene.entities[e]
      return Statement.Source(
        span: span, name: fullName(e), kind: x.type == .person ? .person : .organization, actor: x.actor,
        resolution: .explicit)
    }
    if isOffice(first), let p = scene.entities(in: range, .person).first {
      return Statement.Source(
        span: span, name: fullName(p), kind: .person, actor: scene.entities[p].actor, resolution: .explicit)
    }
    if range.count == 1, head == "اخير" || head == "اخيره", let k = person(before: first) {
      return Statement.Source(
        span: span, name: fullName(k), kind: .person, actor: scene.entities[k].actor, resolution: .pronoun)
    }
    if let noun = sourceNoun(first) {
      return self.noun(noun, phrase, head, span, range)
    }
    if isOffice(first) {
      if let known = antecedent(head) {
        return Statement.Source(
          span: span, name: known.name, kind: known.kind, actor: known.actor, resolution: .pronoun)
      }
      if let a = role(phrase) {
        return Statement.Source(span: span, name: scene.actors[a].name, kind: .person, actor: a, resolution: .pronoun)
      }
      // A short definite title («المدير») is the last person who spoke, or the last one named with a title.
      if range.count <= 2, scene.lattice.has(.definite, first), !plural(first) {
        if let known = history.suffix(200).last(where: { $0.kind == .person }) {
          return Statement.Source(span: span, name: known.name, kind: .person, actor: known.actor, resolution: .pronoun)
        }
        if let k = person(before: first) {
          return Statement.Source(
            span: span, name: fullName(k), kind: .person, actor: scene.entities[k].actor, resolution: .pronoun)
        }
      }
      return Statement.Source(
        span: span, name: phrase, kind: plural(first) ? .group : .person, actor: nil, resolution: .explicit)
    }
    // A body without a name: the one of that kind that the article named before.
    if range.count == 1, let known = antecedent(head) {
      return Statement.Source(span: span, name: known.name, kind: known.kind, actor: known.actor, resolution: .pronoun)
    }
    if range.count == 1, let o = organization(head: head, before: first) {
      return Statement.Source(
        span: span, name: fullName(o), kind: .organization, actor: scene.entities[o].actor, resolution: .pronoun)
    }
    if scene.begins("document-noun", first) {
      return Statement.Source(span: span, name: phrase, kind: .document, actor: nil, resolution: .explicit)
    }
    if let p = scene.entities(in: range, .person).first, !scene.begins("org-head", first), range.count <= 6 {
      return Statement.Source(
        span: span, name: fullName(p), kind: .person, actor: scene.entities[p].actor, resolution: .explicit)
    }
    return Statement.Source(
      span: span, name: phrase, kind: plural(first) ? .group : .organization, actor: nil, resolution: .explicit)
  }

  /// An unnamed source: «المصدر» is the one that spoke before, «مصدر أمني» is itself.
  private func noun(_ kind: String, _ phrase: String, _ head: String, _ span: ByteSpan, _ range: Range<Int>)
    -> Statement.Source
  {
    let definite = scene.lattice.has(.definite, range.lowerBound)
    if definite, range.count <= 2, let known = antecedent(head) {
      return Statement.Source(span: span, name: known.name, kind: known.kind, actor: known.actor, resolution: .pronoun)
    }
    if let p = scene.entities(in: range, .person).first {
      return Statement.Source(
        span: span, name: fullName(p), kind: .person, actor: scene.entities[p].actor, resolution: .explicit)
    }
    return Statement.Source(
      span: span, name: phrase, kind: Statement.SourceKind(rawValue: kind) ?? .anonymous, actor: nil,
      resolution: .explicit)
  }

  /// The last person named before a token.
  private func person(before t: Int) -> Int? {
    lastEntity(before: t) { $0.type == .person }
  }

  private func isOffice(_ t: Int) -> Bool {
    ["title", "honorific", "rank", "occupation", "kinship"].contains {
      scene.begins($0, t) || scene.begins($0 + "-weak", t)
    }
  }

  private func plural(_ t: Int) -> Bool { scene.lattice.has(.pluralShape, t) }

  private func sourceNoun(_ t: Int) -> String? {
    guard scene.begins("source-noun", t) || scene.begins("source-noun-weak", t) else { return nil }
    return scene.annotator.entries(scene.lattice, at: t, class: "source-noun").first?.entry.attribute("kind")
      ?? "anonymous"
  }

  /// The last speaker whose phrase began with the same word.
  private func antecedent(_ head: String) -> Speaker? {
    history.suffix(200).last { $0.head == head }
  }

  /// The person of the document one of whose roles holds all the phrase's words.
  private func role(_ phrase: String) -> Int? {
    let words = Names.words(phrase)
    guard words.count > 1 || Set(roles.map(\.actor)).count == 1 else { return nil }
    return roles.first { words.isSubset(of: $0.words) }?.actor
  }

  /// The last organization before `t` whose name begins with the same head noun.
  private func organization(head: String, before t: Int) -> Int? {
    lastEntity(before: t) { e in
      e.type == .organization
        && Names.bare(Folding.text(e.text)).split(separator: " ").first.map(String.init) == head
    }
  }

  /// The last entity of the article before `t`, at most 600 tokens back, that passes a test.
  private func lastEntity(before t: Int, _ test: (Entity) -> Bool) -> Int? {
    var k = t - 1
    while k >= max(articleStart, t - 600) {
      let e = Int(scene.entityAt[k])
      if e >= 0 {
        if test(scene.entities[e]) { return e }
        k = min(k, scene.entities[e].tokens.lowerBound)
      }
      k -= 1
    }
    return nil
  }

  /// Remembers a resolved statement.
  mutating func note(_ s: Statement, _ f: Frame) {
    guard let name = s.source.name else { return }
    let head = f.source.map { Names.bare(scene.lattice.folded($0.lowerBound)) } ?? history.last?.head ?? ""
    history.append(
      Speaker(
        name: name, kind: s.source.kind, actor: s.source.actor, head: head, agency: s.agency, date: s.date,
        token: f.cue.lowerBound))
  }
}

/// Small helpers for names.
enum Names {
  /// A phrase without quotation marks.
  static func clean(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { !"\"«»“”„".unicodeScalars.contains($0) }
    return String(String.UnicodeScalarView(scalars)).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  /// The folded words of a phrase without articles.
  static func words(_ phrase: String) -> Set<String> {
    Set(bare(Folding.text(phrase)).split(separator: " ").map(String.init))
  }

  /// A folded phrase whose words have no article.
  static func bare(_ folded: String) -> String {
    folded.split(separator: " ").map { $0.hasPrefix("ال") && $0.utf8.count > 6 ? $0.dropFirst(2) : $0 }.joined(
      separator: " ")
  }
}
