import ArabicText
import Entities
import Rules

extension StatementBuilder {
  /// The outlet of a statement: named between cue and content, after the content, or carried on by the same speaker.
  func agency(_ scene: Scene, _ f: Frame, _ source: Statement.Source, _ resolver: SpeakerResolver) -> Statement.Agency? {
    func make(_ k: Int) -> Statement.Agency {
      let e = scene.entities[k]
      return Statement.Agency(name: outletName(scene, e), actor: e.actor, span: e.span)
    }
    if let r = f.relayer {
      if let k = scene.entities(in: r, .organization).first { return make(k) }
      let span = scene.lattice.span(r)
      return Statement.Agency(name: Names.clean(scene.lattice.text(span)), actor: nil, span: span)
    }
    let region =
      f.begin.map { f.cue.upperBound..<max(f.cue.upperBound, $0) } ?? f.cue.upperBound..<f.record.tokens.upperBound
    for k in scene.entities(in: region, .organization) where isMedia(scene, k) {
      if f.form != .preposition, let s = f.source, scene.entities[k].tokens.overlaps(s) { continue }
      return make(k)
    }
    if let told = told(scene, region, f) { return told }
    return resolver.speech(of: source.name)?.agency.map {
      Statement.Agency(name: $0.name, actor: $0.actor, span: nil)
    }
  }

  /// A quoted name to which somebody speaks: «لـ«الرائد»», «في برنامج «الضفة»».
  private func told(_ scene: Scene, _ region: Range<Int>, _ f: Frame) -> Statement.Agency? {
    for t in region where t > region.lowerBound {
      guard let q = scene.quotationAt[t], q.isClosed, q.close - q.open <= 5, q.close < region.upperBound else { continue }
      if let s = f.source, s.contains(t) { continue }
      let before = scene.lattice.folded(t - 1)
      guard before == "ل" || before == "لـ" || scene.begins("media-head", t - 1) || scene.begins("platform-noun", t - 1)
        || Names.programs.contains(before)
      else { continue }
      let span = Self.span(scene.lattice, q.open + 1..<q.close)
      return Statement.Agency(name: Names.clean(scene.lattice.text(span)), actor: nil, span: span)
    }
    return nil
  }

  private func isMedia(_ scene: Scene, _ k: Int) -> Bool {
    let e = scene.entities[k]
    if let s = e.subtype, Self.media.contains(s) { return true }
    return scene.begins("media-head", e.tokens.lowerBound)
      || e.tokens.lowerBound > 0 && scene.begins("media-head", e.tokens.lowerBound - 1)
  }

  /// The name of an outlet without its head noun, marks and nationality; of «… (تويتر)» what stands in parentheses.
  private func outletName(_ scene: Scene, _ e: Entity) -> String {
    if let q = scene.lattice.quotations.first(where: { e.tokens.contains($0.open) && $0.close <= e.tokens.upperBound })
    {
      return scene.lattice.text(Self.span(scene.lattice, q.open + 1..<max(q.open + 2, q.close)))
    }
    if let open = e.tokens.first(where: { scene.kind($0) == .openParen }), open + 1 < e.tokens.upperBound {
      let close = e.tokens.last { scene.kind($0) == .closeParen && $0 > open + 1 } ?? e.tokens.upperBound
      return Names.clean(scene.lattice.text(Self.span(scene.lattice, open + 1..<close)))
    }
    if scene.begins("media-head", e.tokens.lowerBound), e.tokens.count > 1,
      !scene.lattice.has(.definite, e.tokens.lowerBound)
    {
      return Names.clean(scene.lattice.text(scene.lattice.span(e.tokens.lowerBound + 1..<e.tokens.upperBound)))
    }
    return Names.clean(e.text)
  }

  /// When it was said: a date between the beginning of the sentence and the content, or carried on by the same speaker.
  func date(_ scene: Scene, _ f: Frame, _ source: Statement.Source, _ resolver: SpeakerResolver) -> Statement
    .StatementDate?
  {
    let end = f.begin ?? f.record.tokens.upperBound
    var start = f.cue.lowerBound
    if f.form == .finite {
      while start > f.block.tokens.lowerBound, !scene.lattice.has(.sentenceStart, start), f.cue.lowerBound - start < 12
      { start -= 1 }
    }
    for k in scene.entities(in: start..<max(start, end), .date) {
      if let v = scene.entities[k].timex?.value, v.utf8.count >= 7, v.utf8.first == 0x31 || v.utf8.first == 0x32 {
        return Statement.StatementDate(value: Self.day(v), span: scene.entities[k].span)
      }
    }
    return resolver.speech(of: source.name)?.date.map { Statement.StatementDate(value: $0.value, span: nil) }
  }

  /// A value without its part of day.
  private static func day(_ value: String) -> String { value }
}
