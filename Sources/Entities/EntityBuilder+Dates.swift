import ArabicText
import Blocks
import Gazetteer
import Rules
import Time

extension EntityBuilder {
  /// The entities of a date record: one, or one for each endpoint of a range.
  ///
  /// - Parameter more: arguments besides the record's own, such as the part of day of the date beside a clock time.
  func date(
    _ lattice: Lattice, _ r: Record, _ context: TimeContext, more: [String: TimeArgument] = [:]
  ) -> [Entity]? {
    guard case .call(let function, let arguments)? = value(r) else { return nil }
    // Whole ranges and expressions of the present are listed on demand only.
    let isExtra = r.rule.make.constant("timex") == "all"
    var context = context
    setTense(lattice, r.tokens, &context)
    let values = values(lattice, r, arguments).merging(more) { own, _ in own }
    guard var result = TimeFunctions.evaluate(function, values, context) else { return nil }
    if function == "later", context.options.preference == .news, isTold(lattice, r.tokens, context) {
      // «توفي بعد يومين» (he died two days later) counts from what is told, not from the day of the document.
      result.value = nil
      result.begin = nil
      result.end = nil
    }
    let extent = isExtra ? r.tokens : r.extent
    let span = Self.withoutLam(lattice, lattice.span(extent))
    let text = lattice.text(span)
    return [
      Entity(
        type: .date, tokens: extent, span: span, text: text, name: EntityBuilder.clean(text),
        confidence: r.confidence, rule: r.rule.id,
        timex: result)
    ]
  }

  /// The span of «لهذا العام» (for this year) without its ل: the lists know «لهذا» (therefore) as a word of its own.
  private static func withoutLam(_ lattice: Lattice, _ span: ByteSpan) -> ByteSpan {
    let start = lattice.bytes[span.start..<min(span.start + 6, span.end)]
    return start.elementsEqual("لهذ".utf8) ? ByteSpan(span.start + 2, span.end) : span
  }

  /// The functions that give a value or none, but never refuse.
  private static let alwaysValid: Set<String> = ["deictic", "unit-relative", "vague", "weekday", "weekend"]

  /// Whether a date record means a date of the calendar: «31 أبريل» does not.
  public func isValid(_ lattice: Lattice, _ r: Record, _ context: TimeContext) -> Bool {
    guard r.rule.make.type == EntityType.date.rawValue, case .call(let function, let arguments)? = value(r) else {
      return true
    }
    if Self.alwaysValid.contains(function) { return true }
    return TimeFunctions.evaluate(function, values(lattice, r, arguments), context) != nil
  }

  /// The first full date with a weekday in the text of each article, or the full date in its dateline.
  public func anchors(_ lattice: Lattice, _ records: [Record], _ context: TimeContext, _ blocks: [Block]) -> [Int:
    CivilDate]
  {
    var anchors: [Int: CivilDate] = [:]
    for r in records where r.rule.make.type == EntityType.date.rawValue {
      guard let b = Self.block(blocks, at: r.tokens.lowerBound), !b.kind.isFurniture, anchors[b.article] == nil,
        r.capture("weekday") != nil || b.kind == .dateline || isDateline(lattice, r, b),
        let v = date(lattice, r, context)?.first?.timex?.value, v.utf8.count >= 10,
        let d = CivilDate(iso: String(v.prefix(10)))
      else { continue }
      anchors[b.article] = d
    }
    return anchors
  }

  /// Whether a full date stands in a dateline that opens a text: «القاهرة - 5 مارس 2025 (رويترز)».
  private func isDateline(_ lattice: Lattice, _ r: Record, _ b: Block) -> Bool {
    let before = b.tokens.lowerBound..<r.tokens.lowerBound
    guard r.capture("year") != nil || r.capture("c") != nil, let last = before.last, before.count <= 6 else {
      return false
    }
    return [.dash, .comma, .colon, .slash, .openParen, .bar].contains(lattice.tokens[last].kind)
  }

  /// The block around a token.
  static func block(_ blocks: [Block], at t: Int) -> Block? {
    let k = blocks.partitioningIndex { $0.tokens.upperBound > t }
    return k < blocks.count && blocks[k].tokens.contains(t) ? blocks[k] : nil
  }
}
