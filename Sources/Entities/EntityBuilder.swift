import ArabicText
import Blocks
import Gazetteer
import Rules
import Time

/// Turns the records of the name and date rules into entities without overlaps.
public struct EntityBuilder: Sendable {
  let annotator: Annotator
  private let titles: TitleFinder
  private let nationality: Int?
  /// The classes of nouns that a club's nationality belongs to.
  private let heads: [Int?]

  /// Creates a builder that asks the lists of `annotator` for names, links and values.
  public init(_ annotator: Annotator) {
    self.annotator = annotator
    titles = TitleFinder(annotator)
    nationality = annotator.bit("nationality")
    heads = ["sport-head", "sport-head-weak", "org-head", "org-head-weak"].map { annotator.bit($0) }
  }

  /// The entities of a lattice in text order.
  ///
  /// Where no date is given, an article's own full date with its weekday («الأربعاء 5 مارس 2025») is the anchor of its other dates.
  public func entities(
    _ lattice: Lattice, _ records: [Record], _ context: TimeContext, _ blocks: [Block], allTimes: Bool = false
  ) -> [Entity] {
    var found: [Entity] = []
    var anchors: [Int: CivilDate] = [:]
    if context.anchor == nil { anchors = self.anchors(lattice, records, context, blocks) }
    var dates: [(record: Record, entity: Entity)] = []
    for r in records {
      guard let type = EntityType(rawValue: r.rule.make.type) else { continue }
      if type == .date {
        if !allTimes, r.rule.make.constant("timex") == "all" { continue }
        var context = context
        if context.anchor == nil, let b = Self.block(blocks, at: r.tokens.lowerBound) {
          context.anchor = anchors[b.article]
        }
        if let e = date(lattice, r, context) { dates += e.map { (r, $0) } }
      } else {
        found.append(name(lattice, r, type))
      }
    }
    joinClocks(lattice, &dates, context)
    joinStory(lattice, &dates, context)
    return Self.resolved(found + dates.map(\.entity))
  }

  /// The outermost of overlapping candidates: the longest, of equally long ones the most trusted.
  static func resolved(_ found: [Entity]) -> [Entity] {
    let order = found.indices.sorted {
      let a = found[$0]
      let b = found[$1]
      if a.span.count != b.span.count { return a.span.count > b.span.count }
      if a.confidence != b.confidence { return a.confidence > b.confidence }
      return $0 < $1
    }
    var kept: [Entity] = []
    var taken: [ByteSpan] = []
    for k in order {
      let span = found[k].span
      // The spans taken are kept sorted and do not overlap.
      let at = taken.partitioningIndex { $0.end > span.start }
      if at < taken.count, taken[at].overlaps(span) { continue }
      taken.insert(span, at: at)
      kept.append(found[k])
    }
    return kept.sorted { $0.span < $1.span }
  }

  private func name(_ lattice: Lattice, _ r: Record, _ type: EntityType) -> Entity {
    let range = type == .organization ? withoutNation(lattice, r.extent) : r.extent
    let span = lattice.span(range)
    let text = lattice.text(span)
    var e = Entity(
      type: type, subtype: r.rule.make.constant("subtype"), tokens: range, span: span, text: text,
      name: Self.clean(text),
      confidence: r.confidence, rule: r.rule.id)
    let base = type == .person ? "person" : type == .organization ? "organization" : "place"
    let matches = annotator.entries(lattice, at: range.lowerBound, class: nil, count: range.count)
    if let m = matches.first(where: { $0.entry.type == type.rawValue && !$0.classes.contains(base + "-short") }) {
      e.name = m.entry.name
      e.subtype = m.entry.attribute("subtype") ?? e.subtype
      e.latin = m.entry.attribute("latin")
      e.country = m.entry.attribute("country")
      e.link = m.entry.attribute("links")?.split(separator: "|").first { $0.hasPrefix("wd:") }.map {
        String($0.dropFirst(3))
      }
      e.entries = matches.filter { $0.entry.type == type.rawValue && !$0.classes.contains(base + "-short") }.map(
        \.entry.id)
    }
    if type == .person { e.titles = titles.around(lattice, range) }
    return e
  }

  /// The bare name of a club without the nationality adjective after it: «القادسية» in «القادسية الكويتي».
  private func withoutNation(_ lattice: Lattice, _ range: Range<Int>) -> Range<Int> {
    guard range.count > 1, let last = range.last, lattice.begins(nationality, last),
      !heads.contains(where: { lattice.begins($0, range.lowerBound) })
    else { return range }
    let matches = annotator.entries(lattice, at: range.lowerBound, class: nil, count: range.count)
    let isClub = matches.contains { $0.entry.type == "ORG" && $0.entry.attribute("subtype") == "club" }
    return isClub ? range.lowerBound..<last : range
  }

  /// A name without the quotation marks inside it.
  static func clean(_ text: String) -> String {
    var previous: UInt8 = 0
    let isClean = text.utf8.allSatisfy { b in
      // The first bytes of « » and of “ ” „, white space other than single spaces.
      let bad = b == 0x22 || b == 0x27 || b == 0xC2 || b == 0xE2 || b < 0x20 || b == 0x20 && previous == 0x20
      previous = b
      return !bad
    }
    if isClean { return text }
    let scalars = text.unicodeScalars.filter { !"\"«»“”„'".unicodeScalars.contains($0) }
    return String(String.UnicodeScalarView(scalars)).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that is false before and true after it.
  func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let mid = (low + high) / 2
      if predicate(self[mid]) { high = mid } else { low = mid + 1 }
    }
    return low
  }
}
