import Isnad
import TestSupport
import Testing

/// The toolkit with its own lists and rules, loaded once for all tests.
func toolkit() throws -> Isnad { try Shared.isnad.get() }

private enum Shared {
  static let isnad = Result { try Isnad() }
}

/// A document of a text, with the day on which it appeared.
func annotate(_ text: String, _ day: String? = "2025-03-05") throws -> Document {
  try toolkit().annotate(text, date: day.flatMap { CivilDate(iso: $0) })
}

/// The text of some bytes of a document.
func slice(_ d: Document, _ s: ByteSpan) -> String { String(decoding: d.text[s.start..<s.end], as: UTF8.self) }

/// The document as it is printed.
func json(_ d: Document, _ unit: OffsetUnit = .codepoint) throws -> JSONNode {
  try JSONNode(utf8: DocumentJSON(offsets: unit).bytes(d))
}

/// What is wrong with the order, the spans and the references of a document.
func mistakes(_ d: Document) -> [String] {
  var out: [String] = []
  func check(_ s: ByteSpan, _ what: String) {
    guard s.start >= 0, s.start < s.end, s.end <= d.text.count else {
      out.append("\(what): \(s) lies outside of \(d.text.count) bytes or is empty")
      return
    }
    if String(validating: d.text[s.start..<s.end], as: UTF8.self) == nil {
      out.append("\(what): \(s) cuts a code point")
    }
  }
  for (a, b) in zip(d.blocks, d.blocks.dropFirst()) where b.span.start < a.span.end || b.article < a.article {
    out.append("block order")
  }
  for b in d.blocks { check(b.span, "block") }
  for (a, b) in zip(d.entities, d.entities.dropFirst()) where b.span.start < a.span.end {
    out.append("entities overlap: «\(a.text)» «\(b.text)»")
  }
  for (k, e) in d.entities.enumerated() {
    check(e.span, "entity")
    if slice(d, e.span) != e.text { out.append("entity text «\(e.text)»") }
    if !(0...1).contains(e.confidence) || e.rule.isEmpty { out.append("entity evidence «\(e.text)»") }
    if e.actor >= 0, !d.actors.indices.contains(e.actor) || !d.actors[e.actor].mentions.contains(k) {
      out.append("actor of «\(e.text)»")
    }
  }
  for a in d.actors where a.mentions.isEmpty || a.mentions.contains(where: { !d.entities.indices.contains($0) }) {
    out.append("mentions of «\(a.name)»")
  }
  for (a, b) in zip(d.statements, d.statements.dropFirst()) where b.cue.span.start < a.cue.span.start {
    out.append("statement order")
  }
  for s in d.statements {
    check(s.cue.span, "cue")
    check(s.content, "content")
    if let p = s.source.span { check(p, "source") }
    if let p = s.agency?.span { check(p, "agency") }
    if let p = s.date?.span { check(p, "date") }
    if let a = s.source.actor, a >= 0, !d.actors.indices.contains(a) { out.append("actor of a source") }
  }
  return out
}

/// The spans of a printed document whose text is not their slice, by the views of String.
func wrongSlices(_ document: JSONNode) -> [String] {
  let text = document["text"]?.string ?? ""
  let (scalars, utf16, utf8) = (Array(text.unicodeScalars), Array(text.utf16), Array(text.utf8))
  func cut(_ a: Int, _ b: Int) -> [UInt8]? {
    guard 0 <= a, a <= b else { return nil }
    switch document["offsets"] {
    case .string("codepoint"):
      return b <= scalars.count ? Array(String(String.UnicodeScalarView(scalars[a..<b])).utf8) : nil
    case .string("utf16"):
      return b <= utf16.count ? String(validating: utf16[a..<b], as: UTF16.self).map { Array($0.utf8) } : nil
    default: return b <= utf8.count ? Array(utf8[a..<b]) : nil
    }
  }
  var out: [String] = []
  func walk(_ node: JSONNode, _ path: String) {
    if case .object(let members) = node {
      if let a = node["start"]?.integer, let b = node["end"]?.integer {
        let found = cut(a, b)
        if found == nil || node["text"]?.string.map({ Array($0.utf8) != found }) == true {
          out.append("\(path) \(a)..<\(b)")
        }
      }
      for (k, m) in members { walk(m, path + "." + k) }
    }
    for (k, e) in node.elements.enumerated() { walk(e, "\(path)[\(k)]") }
  }
  walk(document, "$")
  return out
}
