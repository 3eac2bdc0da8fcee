import ArabicText
import Blocks
import Entities
import Rules

/// A match of a statement rule, before it is known where the content ends and who speaks.
struct Frame {
  var record: Record
  var cue: Range<Int>
  var source: Range<Int>?
  var relayer: Range<Int>?
  /// The first token of the content; nil where the content stands before the cue.
  var begin: Int?
  var form: Form
  var mark: Mark
  var block: Block

  enum Form: String { case finite, participle, noun, preposition, colon }
  enum Mark: String { case particle, quote, colon, before, masdar }

  init?(_ r: Record, _ block: Block) {
    guard let cue = r.capture("cue") else { return nil }
    record = r
    self.cue = cue
    self.block = block
    form = r.rule.make.constant("form").flatMap(Form.init(rawValue:)) ?? .finite
    mark = r.rule.make.constant("mark").flatMap(Mark.init(rawValue:)) ?? .particle
    source = r.tokens(of: "source").flatMap { $0.isEmpty ? nil : $0 }
    relayer = r.tokens(of: "agency").flatMap { $0.isEmpty ? nil : $0 }
    begin = r.capture("begin")?.lowerBound
    if mark == .before { begin = nil } else if begin == nil { return nil }
    if r.rule.make.constant("where") == "title", block.kind != .title { return nil }
  }

  /// The first token that belongs to the frame: the cue, or the phrase before a colon.
  var first: Int {
    let t = min(cue.lowerBound, source?.lowerBound ?? cue.lowerBound)
    return mark == .before ? min(t, record.tokens.lowerBound) : t
  }
}

/// What all parts of the statement stage read.
struct Scene {
  let lattice: Lattice
  let annotator: Annotator
  let entities: [Entity]
  let actors: [Actor]
  let blocks: [Block]
  /// The entity that covers each token, -1 for none.
  let entityAt: [Int32]
  let quotationAt: [Int: Quotation]

  init(_ lattice: Lattice, _ annotator: Annotator, _ entities: [Entity], _ actors: [Actor], _ blocks: [Block]) {
    self.lattice = lattice
    self.annotator = annotator
    self.entities = entities
    self.actors = actors
    self.blocks = blocks
    var at = [Int32](repeating: -1, count: lattice.tokens.count)
    for (k, e) in entities.enumerated() { for t in e.tokens where t < at.count { at[t] = Int32(k) } }
    entityAt = at
    var quotes: [Int: Quotation] = [:]
    for q in lattice.quotations { quotes[q.open] = q }
    quotationAt = quotes
  }

  func kind(_ t: Int) -> TokenKind { lattice.tokens[t].kind }

  /// Whether a member of the class begins at the token.
  func begins(_ name: String, _ t: Int) -> Bool { lattice.begins(annotator.bit(name), t) }

  /// The number of quotations that open before token `t`.
  private func quotations(before t: Int) -> Int {
    let q = lattice.quotations
    var low = 0
    var high = q.count
    while low < high {
      let mid = (low + high) / 2
      if q[mid].open < t { low = mid + 1 } else { high = mid }
    }
    return low
  }

  /// The quotation around token `t`, its marks not counted.
  func quotation(around t: Int) -> Quotation? {
    let n = quotations(before: t)
    guard n > 0, t < lattice.quotations[n - 1].close else { return nil }
    return lattice.quotations[n - 1]
  }

  /// Whether a quotation that is more than a name opens in the range.
  func hasSpeech(in range: Range<Int>) -> Bool {
    var n = quotations(before: range.lowerBound)
    while n < lattice.quotations.count, lattice.quotations[n].open < range.upperBound {
      if !isLabel(lattice.quotations[n]) { return true }
      n += 1
    }
    return false
  }

  /// The entities of one type inside some tokens.
  func entities(in tokens: Range<Int>, _ type: EntityType) -> [Int] {
    var out: [Int] = []
    var t = tokens.lowerBound
    while t < min(tokens.upperBound, entityAt.count) {
      let e = Int(entityAt[t])
      if e >= 0 {
        if entities[e].type == type, out.last != e { out.append(e) }
        t = max(t + 1, entities[e].tokens.upperBound)
      } else {
        t += 1
      }
    }
    return out
  }

  /// Whether a quotation in a report is only a name: it holds or touches one, or follows the noun that it names.
  func isLabel(_ q: Quotation) -> Bool {
    guard isName(q) else { return false }
    if q.open == 0 { return true }
    for t in max(0, q.open - 1)..<min(q.close + 1, entityAt.count) {
      let e = Int(entityAt[t])
      if e >= 0, entities[e].type != .date { return true }
    }
    let inside = q.open + 1
    guard inside < q.close, kind(inside) == .arabic else { return true }
    return kind(q.open - 1) == .arabic && (begins("work-head", q.open - 1) || lattice.folded(q.open - 1) == "ل")
  }

  /// Whether a quotation is a name and no speech: at most four words without a verb of its own, or one name.
  func isName(_ q: Quotation) -> Bool {
    let words = (q.open + 1..<max(q.open + 1, min(q.close, q.open + 40))).filter { kind($0).isWord }
    if words.isEmpty { return true }
    if let e = words.first.map({ Int(entityAt[$0]) }), e >= 0, entities[e].tokens.upperBound >= q.close { return true }
    return words.count <= 3
  }
}
