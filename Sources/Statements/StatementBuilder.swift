import ArabicText
import Blocks
import Entities
import Rules

/// Turns the frames of the statement rules into statements.
public struct StatementBuilder: Sendable {
  /// The classes that it asks the lattice for.
  public static let classes = [
    "switch-marker", "post-cue", "resume-conj", "document-noun", "org-head", "media-head", "source-noun", "title",
    "honorific", "rank",
    "occupation", "kinship", "negation", "narrator-formula", "gloss-phrase", "source-noun-weak", "title-weak",
    "occupation-weak",
    "honorific-weak", "rank-weak", "kinship-weak", "future-particle", "org-head-weak", "cue-participle", "cue-strong",
    "cue-past", "contrast-conj", "platform-noun", "cue-participle-weak", "reported-particle", "attribution-prep",
    "whereas",
    "work-head", "cue-present", "cue-present-weak",
  ]

  static let media: Set<String> = ["news-agency", "newspaper", "channel", "radio", "website", "platform", "outlet"]
  let annotator: Annotator

  /// Creates a builder for lattices of this annotator.
  public init(_ annotator: Annotator) { self.annotator = annotator }

  /// The statements of a lattice in text order.
  public func statements(
    _ lattice: Lattice, _ records: [Record], _ entities: [Entity], _ actors: [Actor], _ blocks: [Block]
  ) -> [Statement] {
    let scene = Scene(lattice, annotator, entities, actors, blocks)
    let frames = self.frames(scene, records)
    let finder = ContentFinder(scene, frames)
    var resolver = SpeakerResolver(scene, records)
    var out: [Statement] = []
    for f in frames {
      if let last = out.last, let outlet = afterthought(scene, f, last) {
        if last.agency == nil { out[out.count - 1].agency = outlet }
        resolver.remember(outlet)
        continue
      }
      guard let content = finder.content(of: f), !content.tokens.isEmpty else { continue }
      let span = Self.span(lattice, content.tokens, f)
      if let last = out.last, last.content == span, f.form != .finite { continue }
      let source = resolver.resolve(f)
      if source.name == nil, f.source == nil || f.form == .preposition || f.form == .noun { continue }
      var s = Statement(
        cue: cue(scene, f), source: source, content: span, type: content.type, agency: nil, addressee: nil, date: nil,
        isNegated: isNegated(scene, f), confidence: f.record.rule.trust, rule: f.record.rule.id,
        article: f.block.article)
      s.agency = agency(scene, f, source, resolver)
      s.addressee = addressee(scene, f)
      s.date = date(scene, f, source, resolver)
      let embedded = out.suffix(6).contains { $0.content.start < s.cue.span.start && s.cue.span.end <= $0.content.end }
      resolver.note(s, f, embedded: embedded)
      out.append(s)
    }
    return out
  }

  /// The bytes of content tokens; a first token keeps its conjunction.
  static func span(_ lattice: Lattice, _ tokens: Range<Int>) -> ByteSpan {
    ByteSpan(Int(lattice.tokens[tokens.lowerBound].start), Int(lattice.tokens[tokens.upperBound - 1].end))
  }

  /// The bytes of a frame's content; after a joined preposition («طالب بوقف») the word begins after it.
  private static func span(_ lattice: Lattice, _ tokens: Range<Int>, _ f: Frame) -> ByteSpan {
    var span = span(lattice, tokens)
    if f.mark == .masdar, tokens.lowerBound == f.begin { span.start = lattice.start(tokens.lowerBound) }
    return span
  }

  /// One frame for each cue, the most telling one; narrator formulas and frames outside the articles' text are left
  /// out.
  private func frames(_ scene: Scene, _ records: [Record]) -> [Frame] {
    var best: [Int: Frame] = [:]
    for r in records where r.rule.make.type == "STATEMENT" {
      guard let block = scene.block(at: r.tokens.lowerBound), block.kind.isText, let f = Frame(r, block) else {
        continue
      }
      if isFormula(scene, f) || isOwnThought(scene, f) { continue }
      if let q = scene.quotation(around: f.cue.lowerBound), let b = f.begin, b > q.close { continue }
      if let old = best[f.cue.lowerBound] {
        // Of two readings without particle the one whose content is nearer: «استنكر بشدة العمل …».
        if old.mark == .masdar, f.mark == .masdar, let a = old.begin, let b = f.begin, a != b,
          abs(old.record.rule.trust - r.rule.trust) < 0.12
        {
          if b < a { best[f.cue.lowerBound] = f }
          continue
        }
        if old.record.rule.trust > r.rule.trust || old.record.rule.trust == r.rule.trust && old.cue.count >= f.cue.count
        {
          continue
        }
      }
      best[f.cue.lowerBound] = f
    }
    // A cue inside the stretch from another cue to its content («أعلن في بيان أن») adds nothing.
    let ordered = best.values.sorted { $0.cue.lowerBound < $1.cue.lowerBound }
    var out: [Frame] = []
    for f in ordered {
      if let last = out.last, let begin = last.begin, f.cue.lowerBound < begin,
        f.form == .noun || f.form == .participle || f.begin == begin
      {
        continue
      }
      out.append(f)
    }
    return out
  }

  private func isFormula(_ scene: Scene, _ f: Frame) -> Bool {
    let t = f.cue.lowerBound
    return (max(0, t - 2)...t).contains {
      scene.begins("narrator-formula", $0) || scene.begins("gloss-phrase", $0) && $0 == t
    }
  }

  /// Whether the cue is a speaker's «we think» within a quotation or after a colon, which the speech around it reports.
  private func isOwnThought(_ scene: Scene, _ f: Frame) -> Bool {
    let t = f.cue.lowerBound
    guard f.form == .finite, f.source == nil, scene.begins("cue-present", t) || scene.begins("cue-present-weak", t)
    else {
      return false
    }
    guard let letter = scene.lattice.folded(t).unicodeScalars.first, letter == "ن" || letter == "ا" else {
      return false
    }
    return scene.quotation(around: t) != nil
      || t > 0 && (scene.kind(t - 1) == .colon || scene.kind(t - 1) == .openQuote)
  }

  private func isNegated(_ scene: Scene, _ f: Frame) -> Bool {
    let t = f.cue.lowerBound
    return f.form == .finite && t > 0 && scene.begins("negation", t - 1)
  }

  private func cue(_ scene: Scene, _ f: Frame) -> Statement.Cue {
    let span = scene.lattice.span(f.cue)
    let entry = annotator.entries(scene.lattice, at: f.cue.lowerBound, class: nil)
      .filter { $0.entry.type.hasPrefix("cue-") && $0.entry.attribute("lemma") != nil }
      .max { $0.agreement < $1.agreement }?.entry
    return Statement.Cue(span: span, lemma: entry?.attribute("lemma"), speechAct: entry?.attribute("speech-act"))
  }
}

extension Scene {
  /// The block around a token.
  func block(at t: Int) -> Block? {
    var low = 0
    var high = blocks.count
    while low < high {
      let mid = (low + high) / 2
      if blocks[mid].tokens.upperBound <= t { low = mid + 1 } else { high = mid }
    }
    return low < blocks.count && blocks[low].tokens.contains(t) ? blocks[low] : nil
  }
}
