import ArabicText
import Gazetteer
import Rules

/// Cuts a page into blocks by its lines and the headings that lists name.
public struct BlockFinder: Sendable {
  /// The classes that it asks the lattice for.
  public static let classes = [
    "furniture-heading", "source-line-label", "place", "organization", "news-agency", "news-agency-weak",
    "agency-suffix",
  ]

  private let annotator: Annotator
  private let heading: Int?
  private let label: Int?
  private let place: Int?
  private let agency: Int?
  private let weakAgency: Int?

  /// Creates a finder for lattices of this annotator.
  public init(_ annotator: Annotator) {
    self.annotator = annotator
    heading = annotator.bit("furniture-heading")
    label = annotator.bit("source-line-label")
    place = annotator.bit("place")
    agency = annotator.bit("news-agency")
    weakAgency = annotator.bit("news-agency-weak")
  }

  /// The blocks of a lattice in text order; they cover all tokens.
  public func blocks(_ lattice: Lattice, firstArticle: Int = 0) -> [Block] {
    let lines = self.lines(lattice)
    var blocks: [Block] = []
    var article = firstArticle
    var furniture: Block.Kind?
    var sawBody = false
    for (n, line) in lines.enumerated() {
      var kind = furniture ?? .body
      if let k = headingKind(lattice, line) {
        furniture = k == .source ? .furniture : k
        kind = k
      } else if furniture != nil, isProse(lattice, line) {
        // Prose after furniture: the next article of the page; a short line right before it is its title.
        if sawBody { article += 1 }
        if let last = blocks.last, last.kind == .related, last.tokens.count <= 20, n > 0,
          !isBullet(lattice, last.tokens.lowerBound),
          headingKind(lattice, last.tokens) == nil
        {
          blocks[blocks.count - 1].kind = .title
          blocks[blocks.count - 1].article = article
        }
        furniture = nil
        kind = .body
      } else if n == 0, furniture == nil, isTitle(lattice, line), n + 1 < lines.count {
        kind = .title
      }
      if kind == .body { sawBody = true }
      append(lattice, kind, line, article, &blocks)
    }
    return blocks
  }

  /// Appends a line: a source line ends where the next heading begins, a body may begin with a dateline.
  private func append(
    _ lattice: Lattice, _ kind: Block.Kind, _ line: Range<Int>, _ article: Int, _ blocks: inout [Block]
  ) {
    func add(_ kind: Block.Kind, _ r: Range<Int>) {
      guard !r.isEmpty else { return }
      let span = ByteSpan(Int(lattice.tokens[r.lowerBound].start), Int(lattice.tokens[r.upperBound - 1].end))
      blocks.append(Block(kind: kind, tokens: r, span: span, article: article))
    }
    switch kind {
    case .source:
      let next = line.dropFirst(2).first { lattice.begins(heading, $0) } ?? min(line.upperBound, line.lowerBound + 12)
      add(.source, line.lowerBound..<next)
      add(.furniture, next..<line.upperBound)
    case .body:
      let end = datelineEnd(lattice, line)
      add(.dateline, line.lowerBound..<end)
      // Furniture may stand at the end of a body line of a scraped page.
      let cut = line.dropFirst(8).first { t in
        lattice.begins(heading, t) && (lattice.member(heading, t)?.count ?? 0) >= 2 && lattice.has(.sentenceStart, t)
      }
      add(.body, end..<max(end, cut ?? line.upperBound))
      if let cut { add(.related, max(end, cut)..<line.upperBound) }
    default: add(kind, line)
    }
  }

  private func lines(_ lattice: Lattice) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = 0
    for t in lattice.tokens.indices.dropFirst() where lattice.tokens[t].flags.contains(.lineStart) {
      out.append(start..<t)
      start = t
    }
    if !lattice.tokens.isEmpty { out.append(start..<lattice.tokens.count) }
    return out
  }

  /// What a line that begins with a heading begins: «إقرأ أيضاً:», «المصدر: …».
  private func headingKind(_ lattice: Lattice, _ line: Range<Int>) -> Block.Kind? {
    var t = line.lowerBound
    while t < line.upperBound, !lattice.tokens[t].kind.isWord, t < line.lowerBound + 3 { t += 1 }
    guard t < line.upperBound else { return nil }
    if let m = lattice.member(label, t), m.upperBound < line.upperBound, lattice.tokens[m.upperBound].kind == .colon,
      line.count < 120
    {
      return .source
    }
    guard let m = lattice.member(heading, t) else { return nil }
    let value = annotator.entries(lattice, at: t, class: "furniture-heading", count: m.count).first?.entry.attribute(
      "kind")
    let colon = m.upperBound < line.upperBound && lattice.tokens[m.upperBound].kind == .colon
    let whole = m.upperBound >= line.upperBound - 1
    guard colon || whole || m.count >= 3 || value == "copyright" || value == "subscribe" else { return nil }
    switch value {
    case "keywords": return .keywords
    case "related", "most-read": return .related
    case "source": return .source
    default: return .furniture
    }
  }

  private func isBullet(_ lattice: Lattice, _ t: Int) -> Bool {
    lattice.tokens[t].kind == .bullet || lattice.tokens[t].kind == .dash || lattice.tokens[t].kind == .symbol
  }

  /// Whether a line reads like a paragraph and not like a headline.
  private func isProse(_ lattice: Lattice, _ line: Range<Int>) -> Bool {
    guard line.count >= 18, !isBullet(lattice, line.lowerBound) else { return false }
    let last = lattice.tokens[line.upperBound - 1].kind
    let ends = last == .period || last == .closeQuote || last == .quote || last == .exclamation || last == .question
    return ends && !line.contains { lattice.begins(heading, $0) && (lattice.member(heading, $0)?.count ?? 0) >= 2 }
  }

  private func isTitle(_ lattice: Lattice, _ line: Range<Int>) -> Bool {
    guard line.count <= 22, let last = lattice.tokens[line].last else { return false }
    return last.kind != .period && last.kind != .closeQuote && last.kind != .colon && last.kind != .comma
  }

  /// Where a dateline at the beginning of a line ends: «غزة/ سوا», «القاهرة (رويترز) -», «الرياض – واس».
  private func datelineEnd(_ lattice: Lattice, _ line: Range<Int>) -> Int {
    var t = line.lowerBound
    var sawName = false
    var sawMark = false
    let limit = min(line.upperBound, line.lowerBound + 12)
    while t < limit {
      let kind = lattice.tokens[t].kind
      if let m = lattice.member(place, t) ?? lattice.member(agency, t) ?? lattice.member(weakAgency, t) {
        sawName = true
        t = m.upperBound
      } else if kind == .dash || kind == .slash || kind == .openParen || kind == .closeParen || kind == .comma
        || kind == .colon
      {
        if kind != .comma { sawMark = sawMark || sawName }
        t += 1
      } else if kind == .number, sawName {
        t += 1
      } else {
        break
      }
    }
    let marked = t > line.lowerBound && !lattice.tokens[t - 1].kind.isWord && lattice.tokens[t - 1].kind != .comma
    guard sawName, sawMark, marked || t == line.upperBound else { return line.lowerBound }
    return lattice.tokens[t - 1].kind == .openParen ? line.lowerBound : t
  }
}
