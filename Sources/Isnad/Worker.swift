import ArabicText
import Blocks
import Entities
import Formats
import Rules
import Statements
import Tagger
import Time

/// Annotates documents on one thread; it keeps the automata that it has made.
public struct Worker {
  /// The bytes of a text that are held as tokens at a time; longer texts are worked through in stretches.
  static let window = 1 << 19
  let isnad: Isnad
  var runner: CascadeRunner
  private var words = WordCache()
  private var tagger: Tagger?
  private let decision: NameDecision

  init(_ isnad: Isnad) {
    self.isnad = isnad
    runner = isnad.cascade.makeRunner()
    tagger = isnad.options.tagger.map { Tagger($0) }
    decision = NameDecision(isnad.options.profile)
  }

  /// What crossed each arrow of the pipeline for one stretch of text.
  public struct Trace {
    /// The tokens and their bits.
    public var lattice: Lattice
    /// The blocks.
    public var blocks: [Block]
    /// The records of the rules.
    public var records: [Record]
  }

  /// Annotates a document.
  public mutating func annotate(_ input: Input) -> Document { annotate(input) { _ in } }

  /// Annotates a document and shows what each stage made of each stretch of it.
  public mutating func annotate(_ input: Input, trace: (Trace) -> Void) -> Document {
    var document = Document(
      id: input.id, publisher: input.publisher, title: input.title,
      date: input.date.map { Document.DocumentDate(value: $0.iso, basis: input.basis) }, language: "ar",
      text: input.text)
    var language = LanguageCounts()
    var start = 0
    while start < input.text.count {
      let end = Self.windowEnd(input.text, from: start)
      let tokens = Tokenizer.tokenize(input.text, range: ByteSpan(start, end))
      language.add(tokens, input.text)
      var lattice = isnad.cascade.annotator.lattice(input.text, tokens, &words)
      stretch(input, &lattice, &document, trace)
      start = end
    }
    document.language = language.code
    if !language.isArabic { Self.restrict(&document) }
    return document
  }

  /// Runs all stages on one stretch and adds the result to the document.
  private mutating func stretch(
    _ input: Input, _ lattice: inout Lattice, _ document: inout Document, _ trace: (Trace) -> Void
  ) {
    let options = isnad.options
    var blocks = isnad.blocks.blocks(lattice, firstArticle: document.blocks.last?.article ?? 0)
    for b in blocks {
      let p: Property =
        b.kind == .title ? .inTitle : b.kind.isFurniture ? .inFurniture : b.kind == .source ? .inSource : .inBody
      for t in b.tokens { lattice.set(p, t) }
    }
    var context = TimeContext(anchor: input.date, options: options.time)
    context.anchorHour = input.clock?.hour
    context.anchorMinute = input.clock?.minute
    let entityBuilder = isnad.entities
    let records = self.records(&lattice) { record, lattice in entityBuilder.isValid(lattice, record, context) }
    trace(Trace(lattice: lattice, blocks: blocks, records: records))
    var entities = isnad.entities.entities(lattice, records, context, blocks, allTimes: options.allTimes)
    let anchors = input.date == nil ? isnad.entities.anchors(lattice, records, context, blocks) : [:]
    for k in blocks.indices { blocks[k].date = (input.date ?? anchors[blocks[k].article])?.iso }
    if document.date == nil, let first = blocks.first, let date = anchors[first.article] {
      let basis: Document.DocumentDate.Basis = blocks.contains { $0.kind == .dateline } ? .dateline : .text
      document.date = Document.DocumentDate(value: date.iso, basis: basis)
    }
    entities = isnad.aliases.expanded(lattice, entities)
    for k in entities.indices
    where blocks.contains(where: { $0.kind.isFurniture && $0.span.contains(entities[k].span) }) {
      entities[k].confidence *= 0.6
    }
    entities.removeAll { keeps($0) == false }
    var actors = ActorBuilder.actors(&entities)
    var statements = isnad.statements.statements(lattice, records, entities, actors, blocks)
    statements.removeAll { $0.confidence < options.minimumConfidence }
    if let types = options.types { Self.keep(types, &entities, &actors, &statements) }
    append(blocks, entities, actors, statements, &document)
  }

  /// Runs the rules on a lattice; the tagger votes on names before the phases that build on them.
  private mutating func records(_ lattice: inout Lattice, accept: (Record, Lattice) -> Bool) -> [Record] {
    guard tagger != nil else { return runner.run(&lattice, accept: accept) }
    let split = isnad.cascade.nameEnd
    var records = runner.run(&lattice, phases: 0..<split, accept: accept)
    let document = isnad.taggerBits.document(lattice)
    records = decision.records(records, document, &tagger, runner, &lattice)
    return records + runner.run(&lattice, phases: split..<isnad.cascade.programs.count, accept: accept)
  }

  /// Leaves out entities of other types, the actors that they alone name, and what points to them.
  private static func keep(
    _ types: Set<EntityType>, _ entities: inout [Entity], _ actors: inout [Actor], _ statements: inout [Statement]
  ) {
    var newEntity = [Int?](repeating: nil, count: entities.count)
    var n = 0
    for k in entities.indices where types.contains(entities[k].type) {
      newEntity[k] = n
      n += 1
    }
    var newActor = [Int?](repeating: nil, count: actors.count)
    n = 0
    for a in actors.indices {
      actors[a].mentions = actors[a].mentions.compactMap { newEntity[$0] }
      guard !actors[a].mentions.isEmpty else { continue }
      newActor[a] = n
      n += 1
    }
    actors = actors.indices.filter { newActor[$0] != nil }.map { actors[$0] }
    for a in actors.indices { actors[a].affiliation = actors[a].affiliation.flatMap { newActor[$0] } }
    entities = entities.indices.filter { newEntity[$0] != nil }.map { entities[$0] }
    for k in entities.indices where entities[k].actor >= 0 { entities[k].actor = newActor[entities[k].actor] ?? -1 }
    for k in statements.indices {
      statements[k].source.actor = statements[k].source.actor.flatMap { $0 >= 0 ? newActor[$0] : nil }
      if let a = statements[k].agency?.actor { statements[k].agency?.actor = a >= 0 ? newActor[a] : nil }
    }
  }

  private func keeps(_ e: Entity) -> Bool {
    guard e.confidence >= isnad.options.minimumConfidence else { return false }
    if let t = e.timex, !isnad.options.allTimes { return t.timex == .date || t.timex == .time }
    return true
  }

  /// Adds the records of a stretch with their numbers moved behind those of the stretches before.
  private func append(
    _ blocks: [Block], _ entities: [Entity], _ actors: [Actor], _ statements: [Statement], _ document: inout Document
  ) {
    let actorBase = document.actors.count
    let entityBase = document.entities.count
    document.blocks += blocks
    document.entities += entities.map { e in
      var e = e
      if e.actor >= 0 { e.actor += actorBase }
      return e
    }
    document.actors += actors.map { a in
      var a = a
      a.mentions = a.mentions.map { $0 + entityBase }
      a.affiliation = a.affiliation.map { $0 + actorBase }
      return a
    }
    document.statements += statements.map { s in
      var s = s
      s.source.actor = s.source.actor.map { $0 + actorBase }
      if let a = s.agency?.actor { s.agency?.actor = a + actorBase }
      return s
    }
  }

  /// A text that is not Arabic yields only what the lists are sure of.
  private static func restrict(_ document: inout Document) {
    document.statements = []
    document.actors = []
    document.entities.removeAll { $0.confidence < 0.9 || $0.entries.isEmpty }
    for k in document.entities.indices { document.entities[k].actor = -1 }
  }

  /// Where a stretch from `start` ends: at a line end if there is one, else at a space, never inside a character.
  private static func windowEnd(_ text: [UInt8], from start: Int) -> Int {
    let limit = start + window
    guard limit < text.count else { return text.count }
    var i = limit
    while i > start + window / 2, text[i - 1] != 0x0A { i -= 1 }
    if text[i - 1] == 0x0A { return i }
    i = limit
    while i > start + window / 2, text[i - 1] != 0x20 { i -= 1 }
    if text[i - 1] == 0x20 { return i }
    i = limit
    while i > start + 1, text[i] & 0xC0 == 0x80 { i -= 1 }
    return i
  }
}
