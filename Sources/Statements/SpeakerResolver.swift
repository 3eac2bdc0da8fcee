import ArabicText
import Entities
import Rules

/// Who speaks: names, short forms, titles and omitted subjects resolved by what the article said before.
struct SpeakerResolver {
  let scene: Scene
  /// The speakers of the article so far, the last one at the end.
  var history: [Speaker] = []
  var article = 0
  /// The first token of the article.
  var articleStart = 0
  /// The people of the article with the words of their roles.
  var roles: [(actor: Int, words: Set<String>, head: String)] = []
  /// The short names that the article gives in parentheses, with the entities that they stand for.
  var aliases: [String: Int] = [:]
  /// The noun phrases that the rules take for sources.
  private let phrases: [Range<Int>]

  struct Speaker {
    var name: String
    var kind: Statement.SourceKind
    var actor: Int?
    /// The folded first word of the phrase that named it.
    var head: String
    /// The words of that phrase.
    var words: Set<String>
    var agency: Statement.Agency?
    var date: Statement.StatementDate?
    /// Where it spoke.
    var token: Int
    /// Whether it spoke inside the words of another.
    var isEmbedded: Bool
  }

  init(_ scene: Scene, _ records: [Record]) {
    self.scene = scene
    phrases = records.filter { $0.rule.make.type == "SOURCE" }.map(\.tokens)
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
      for title in e.titles { add(e.actor, title) }
    }
    aliases = [:]
    for e in scene.entities.indices where scene.entities[e].type == .organization && aliases.count < 200 {
      let x = scene.entities[e]
      guard x.tokens.lowerBound >= articleStart, x.tokens.upperBound < end, x.tokens.count > 1 else { continue }
      let open = x.tokens.first { scene.kind($0) == .openParen } ?? x.tokens.upperBound
      guard open + 2 < scene.lattice.tokens.count, scene.kind(open) == .openParen, scene.kind(open + 1).isWord,
        scene.kind(open + 2) == .closeParen
      else { continue }
      let short = Names.bare(scene.lattice.folded(open + 1))
      // «هيئة (أوفكوم)» is the body of that kind named before.
      if open - x.tokens.lowerBound == 1 {
        let head = Names.bare(scene.lattice.folded(x.tokens.lowerBound))
        let known = scene.entities[..<e].last {
          $0.type == .organization && $0.tokens.count > 2 && Names.head($0.text) == head
        }
        if let known, aliases[short] == nil { aliases[short] = Int(scene.entityAt[known.tokens.lowerBound]) }
        continue
      }
      if aliases[short] == nil { aliases[short] = e }
    }
    // The phrases of the rules reach further than the titles beside a name.
    for range in phrases where range.lowerBound >= articleStart && range.lowerBound < end && roles.count < 800 {
      guard isOffice(range.lowerBound) || sourceNoun(range.lowerBound) != nil else { continue }
      if let k = scene.entities(in: range, .person).last, scene.entities[k].actor >= 0 {
        let name = scene.entities[k].tokens.lowerBound
        if name > range.lowerBound { add(scene.entities[k].actor, text(range.lowerBound..<name)) }
      } else if let k = named(before: range.lowerBound) {
        add(scene.entities[k].actor, text(range))
      }
    }
  }

  private mutating func add(_ actor: Int, _ title: String) {
    let words = Names.words(title)
    roles.append((actor, words, Names.head(title)))
  }

  /// The person whose name ends right before `t`, a comma or mark between them.
  private func named(before t: Int) -> Int? {
    var k = t - 1
    while k >= articleStart, t - k <= 2, !scene.kind(k).isWord { k -= 1 }
    guard k >= articleStart, k < t else { return nil }
    let e = Int(scene.entityAt[k])
    guard e >= 0, scene.entities[e].type == .person, scene.entities[e].actor >= 0 else { return nil }
    return e
  }

  private func text(_ range: Range<Int>) -> String { scene.lattice.text(scene.lattice.span(range)) }

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
    if let last = history.suffix(12).last(where: { !$0.isEmbedded }) ?? history.last {
      return Statement.Source(span: nil, name: last.name, kind: last.kind, actor: last.actor, resolution: .omitted)
    }
    // No statement before: the body that the sentence began with, for a verb in the feminine; else the last person of the sentence before, else of the article.
    if f.form == .finite, scene.lattice.folded(f.cue.lowerBound).hasSuffix("ت") {
      var start = f.cue.lowerBound
      while start > f.block.tokens.lowerBound, !scene.lattice.has(.sentenceStart, start) { start -= 1 }
      if let e = scene.entities(in: start..<f.cue.lowerBound, .organization).first {
        return Statement.Source(
          span: nil, name: fullName(e), kind: .organization, actor: scene.entities[e].actor, resolution: .omitted)
      }
    }
    if let e = lastEntity(before: f.cue.lowerBound, within: 80, { $0.type == .person }) {
      return Statement.Source(
        span: nil, name: fullName(e), kind: .person, actor: scene.entities[e].actor, resolution: .omitted)
    }
    // A headline may leave its speaker to the first sentence.
    let next = f.cue.upperBound..<min(f.cue.upperBound + 40, scene.entityAt.count)
    if f.block.kind == .title, let e = scene.entities(in: next, .person).first,
      scene.block(at: scene.entities[e].tokens.lowerBound)?.article == article
    {
      return Statement.Source(
        span: nil, name: fullName(e), kind: .person, actor: scene.entities[e].actor, resolution: .omitted)
    }
    return Statement.Source(span: nil, name: nil, kind: .anonymous, actor: nil, resolution: .omitted)
  }

  func fullName(_ e: Int) -> String {
    let a = scene.entities[e].actor
    return a >= 0 ? scene.actors[a].name : scene.entities[e].name
  }

  /// Remembers a resolved statement; `embedded` ones lie in the words of another speaker.
  mutating func note(_ s: Statement, _ f: Frame, embedded: Bool) {
    guard let name = s.source.name else { return }
    let head = f.source.map { Names.bare(scene.lattice.folded($0.lowerBound)) } ?? history.last?.head ?? ""
    let words = f.source.map { Names.words(text($0)) } ?? history.last { $0.name == name }?.words ?? []
    history.append(
      Speaker(
        name: name, kind: s.source.kind, actor: s.source.actor, head: head, words: words, agency: s.agency,
        date: s.date, token: f.cue.lowerBound, isEmbedded: embedded))
  }

  /// Gives the last statement an outlet that is named after it.
  mutating func remember(_ outlet: Statement.Agency) {
    guard !history.isEmpty, history[history.count - 1].agency == nil else { return }
    history[history.count - 1].agency = outlet
  }

  /// What the same speaker said last in this speech: nothing where another one spoke in between.
  func speech(of name: String?) -> Speaker? {
    guard let name else { return nil }
    for known in history.suffix(24).reversed() {
      if Names.same(known.name, name) { return known }
      if !known.isEmbedded { return nil }
    }
    return nil
  }

  // What the explicit sources ask for.

  func isOffice(_ t: Int) -> Bool {
    ["title", "honorific", "rank", "occupation", "kinship"].contains {
      scene.begins($0, t) || scene.begins($0 + "-weak", t)
    }
  }

  func plural(_ t: Int) -> Bool { scene.lattice.has(.pluralShape, t) }

  func sourceNoun(_ t: Int) -> String? {
    guard scene.begins("source-noun", t) || scene.begins("source-noun-weak", t) else { return nil }
    return scene.annotator.entries(scene.lattice, at: t, class: "source-noun").first?.entry.attribute("kind")
      ?? "anonymous"
  }

  /// The last entity of the article before `t`, at most so many tokens back, that passes a test.
  func lastEntity(before t: Int, within distance: Int = 600, _ test: (Entity) -> Bool) -> Int? {
    var k = t - 1
    while k >= max(articleStart, t - distance) {
      let e = Int(scene.entityAt[k])
      if e >= 0 {
        if test(scene.entities[e]) { return e }
        k = min(k, scene.entities[e].tokens.lowerBound)
      }
      k -= 1
    }
    return nil
  }
}
