import ArabicText
import Blocks
import Entities
import Statements

/// Writes documents as the JSON of the schema `isnad.document/1`.
public struct DocumentJSON: Sendable {
  /// The unit of offsets.
  public var offsets: OffsetUnit
  /// Whether the text and the texts of spans are written.
  public var withText: Bool
  /// Whether members stand on lines of their own.
  public var indent: Bool

  /// Creates a writer of documents.
  public init(offsets: OffsetUnit = .codepoint, withText: Bool = true, indent: Bool = false) {
    self.offsets = offsets
    self.withText = withText
    self.indent = indent
  }

  /// The document as UTF-8, ended by a newline.
  public func bytes(_ d: Document) -> [UInt8] {
    var out = Output(document: d, options: self)
    out.whole()
    return out.json.bytes
  }

  /// One statement a line, with the id of its document.
  public func statementLines(_ d: Document) -> [UInt8] {
    var out = Output(document: d, options: DocumentJSON(offsets: offsets, withText: withText, indent: false))
    for (n, s) in d.statements.enumerated() {
      out.json.beginObject()
      out.json.member("document", d.id)
      out.statement(s, n, nested: true)
      out.json.newline()
    }
    return out.json.bytes
  }
}

/// One document in the writing.
private struct Output {
  let document: Document
  let options: DocumentJSON
  let map: OffsetMap
  var json: JSONWriter

  init(document: Document, options: DocumentJSON) {
    self.document = document
    self.options = options
    map = OffsetMap(document.text, unit: options.offsets)
    json = JSONWriter(indent: options.indent)
  }

  mutating func whole() {
    let d = document
    json.beginObject()
    json.member("schema", "isnad.document/1")
    json.member("id", d.id)
    json.member("publisher", d.publisher)
    json.member("title", d.title)
    json.key("date")
    if let date = d.date {
      json.beginObject()
      json.member("value", date.value)
      json.member("basis", date.basis.rawValue)
      json.endObject()
    } else {
      json.null()
    }
    json.member("offsets", options.offsets.rawValue)
    json.member("language", d.language)
    if options.withText {
      json.key("text")
      json.value(utf8: d.text[...])
    }
    json.key("blocks")
    json.beginArray()
    for b in d.blocks { block(b) }
    json.endArray()
    json.key("entities")
    json.beginArray()
    for (n, e) in d.entities.enumerated() { entity(e, n) }
    json.endArray()
    json.key("actors")
    json.beginArray()
    for (n, a) in d.actors.enumerated() { actor(a, n) }
    json.endArray()
    json.key("statements")
    json.beginArray()
    for (n, x) in d.statements.enumerated() { statement(x, n) }
    json.endArray()
    json.key("events")
    json.beginArray()
    json.endArray()
    json.endObject()
    json.newline()
  }

  private mutating func span(_ s: ByteSpan) {
    json.member("start", map.offset(s.start))
    json.member("end", map.offset(s.end))
    if options.withText {
      json.key("text")
      json.value(utf8: document.text[s.start..<s.end])
    }
  }

  private mutating func noSpan() {
    for name in options.withText ? ["start", "end", "text"] : ["start", "end"] { json.member(name, String?.none) }
  }

  private mutating func block(_ b: Block) {
    json.beginObject()
    json.member("start", map.offset(b.span.start))
    json.member("end", map.offset(b.span.end))
    json.member("kind", b.kind.rawValue)
    json.member("date", b.date)
    json.member("article", b.article)
    json.endObject()
  }

  private mutating func entity(_ e: Entity, _ n: Int) {
    json.beginObject()
    json.member("id", "e\(n + 1)")
    json.member("type", e.type.rawValue)
    if e.type != .date { json.member("subtype", e.subtype) }
    span(e.span)
    if e.type == .date {
      json.member("timex", (e.timex?.timex.rawValue ?? "date").uppercased())
      json.member("value", e.timex?.value)
      json.member("mod", e.timex?.mod)
      json.member("calendar", e.timex?.calendar.rawValue ?? "gregorian")
    } else {
      json.member("name", e.name)
      json.member("latin", e.latin)
      json.member("actor", e.actor >= 0 ? "a\(e.actor + 1)" : nil)
      strings("titles", e.titles)
      json.member("link", e.link)
      if !e.entries.isEmpty { strings("entries", e.entries) }
    }
    json.member("confidence", e.confidence)
    json.member("rule", e.rule)
    json.endObject()
  }

  private mutating func strings(_ name: String, _ values: [String]) {
    json.key(name)
    json.beginArray()
    for v in values { json.value(v) }
    json.endArray()
  }

  private mutating func actor(_ a: Actor, _ n: Int) {
    json.beginObject()
    json.member("id", "a\(n + 1)")
    json.member("type", a.type.rawValue)
    json.member("name", a.name)
    strings("roles", a.roles)
    json.member("affiliation", a.affiliation.map { "a\($0 + 1)" })
    strings("mentions", a.mentions.map { "e\($0 + 1)" })
    json.endObject()
  }

  mutating func statement(_ s: Statement, _ n: Int, nested: Bool = false) {
    if !nested { json.beginObject() }
    json.member("id", "s\(n + 1)")
    json.key("cue")
    json.beginObject()
    span(s.cue.span)
    json.member("lemma", s.cue.lemma)
    json.member("class", s.cue.speechAct)
    json.endObject()
    json.key("source")
    json.beginObject()
    if let p = s.source.span { span(p) } else { noSpan() }
    json.member("name", s.source.name)
    json.member("kind", s.source.kind.rawValue)
    json.member("actor", s.source.actor.flatMap { $0 >= 0 ? "a\($0 + 1)" : nil })
    json.member("resolution", s.source.resolution.rawValue)
    json.endObject()
    json.key("content")
    json.beginObject()
    span(s.content)
    json.endObject()
    json.member("type", s.type.rawValue)
    json.key("agency")
    if let a = s.agency {
      json.beginObject()
      json.member("name", a.name)
      json.member("actor", a.actor.flatMap { $0 >= 0 ? "a\($0 + 1)" : nil })
      json.member("start", a.span.map { map.offset($0.start) })
      json.member("end", a.span.map { map.offset($0.end) })
      json.endObject()
    } else {
      json.null()
    }
    optional("addressee", s.addressee)
    optional("place", nil)
    json.key("date")
    if let d = s.date {
      json.beginObject()
      json.member("value", d.value)
      json.member("start", d.span.map { map.offset($0.start) })
      json.member("end", d.span.map { map.offset($0.end) })
      json.endObject()
    } else {
      json.null()
    }
    json.member("polarity", s.isNegated ? "negated" : "affirmed")
    json.member("article", s.article)
    json.member("confidence", s.confidence)
    json.member("rule", s.rule)
    json.endObject()
  }

  private mutating func optional(_ name: String, _ s: ByteSpan?) {
    json.key(name)
    if let s {
      json.beginObject()
      span(s)
      json.endObject()
    } else {
      json.null()
    }
  }
}

extension JSONWriter {
  /// Writes a member with a number, or null.
  mutating func member(_ name: String, _ n: Int?) {
    key(name)
    if let n { value(n) } else { null() }
  }
}
