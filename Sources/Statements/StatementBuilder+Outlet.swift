import ArabicText
import Entities
import Rules

extension StatementBuilder {
  /// The outlet of a statement: named between cue and content, after the content, or carried on by the same speaker.
  func agency(_ scene: Scene, _ f: Frame, _ source: Statement.Source, _ resolver: SpeakerResolver) -> Statement.Agency?
  {
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
    if let k = fronted(scene, f) { return make(k) }
    return resolver.speech(of: source.name)?.agency.map {
      Statement.Agency(name: $0.name, actor: $0.actor, span: nil)
    }
  }

  /// A quoted name to which somebody speaks: «لـ«الرائد»», «في برنامج «الضفة»».
  private func told(_ scene: Scene, _ region: Range<Int>, _ f: Frame) -> Statement.Agency? {
    for t in region where t > region.lowerBound {
      if let s = f.source, s.contains(t) { continue }
      var close: Int?
      if let q = scene.quotationAt[t], q.isClosed { close = q.close }
      if scene.kind(t) == .openParen { close = (t..<region.upperBound).first { scene.kind($0) == .closeParen } }
      guard let close, close - t <= 5, close - t > 1, close < region.upperBound else { continue }
      let before = scene.lattice.folded(t - 1)
      guard
        before == "ل" || before == "لـ" || scene.begins("media-head", t - 1) || scene.begins("platform-noun", t - 1)
          || Names.programs.contains(before)
      else { continue }
      let span = Self.span(scene.lattice, t + 1..<close)
      return Statement.Agency(name: Names.clean(scene.lattice.text(span)), actor: nil, span: span)
    }
    return nil
  }

  /// The outlet in «ووفقا لرويترز، قال …».
  private func fronted(_ scene: Scene, _ f: Frame) -> Int? {
    guard f.form == .finite else { return nil }
    var t = f.first - 1
    while t > f.block.tokens.lowerBound, f.first - t < 9, !scene.lattice.has(.sentenceStart, t) { t -= 1 }
    guard t >= 0, scene.begins("attribution-prep", t) else { return nil }
    return scene.entities(in: t + 1..<max(t + 1, f.first), .organization).first { isMedia(scene, $0) }
  }

  /// The outlet of «…، بحسب رويترز» after the content of a statement of its own.
  func afterthought(_ scene: Scene, _ f: Frame, _ last: Statement) -> Statement.Agency? {
    guard f.mark == .before, let source = f.source, last.content.start < last.content.end else { return nil }
    let t = f.first
    guard Int(scene.lattice.tokens[t].start) - last.content.end < 8,
      last.content.end <= Int(scene.lattice.tokens[t].start)
    else { return nil }
    guard let k = scene.entities(in: source, .organization).first, isMedia(scene, k) else { return nil }
    let e = scene.entities[k]
    return Statement.Agency(name: outletName(scene, e), actor: e.actor, span: e.span)
  }

  /// Whom the speaker addressed: a name with ل between cue and content that is no outlet.
  func addressee(_ scene: Scene, _ f: Frame) -> ByteSpan? {
    guard let begin = f.begin, begin > f.cue.upperBound else { return nil }
    for k in scene.entities(in: f.cue.upperBound..<begin, .person)
      + scene.entities(in: f.cue.upperBound..<begin, .organization)
    {
      let e = scene.entities[k]
      if let s = f.source, s.overlaps(e.tokens) { continue }
      if scene.lattice.has(.withLam, e.tokens.lowerBound), !isMedia(scene, k) { return e.span }
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
    for k in scene.entities(in: f.cue.lowerBound..<max(f.cue.lowerBound, end), .date) {
      if let d = day(scene, k) { return d }
    }
    // «وفي يوم الأحد قال …»: a date that opens the sentence.
    if f.form == .finite {
      var start = f.first
      while start > f.block.tokens.lowerBound, !scene.lattice.has(.sentenceStart, start), f.first - start < 10 {
        start -= 1
      }
      for k in scene.entities(in: start..<max(start, f.first), .date)
      where scene.entities[k].tokens.lowerBound - start <= 2 || f.first - scene.entities[k].tokens.upperBound <= 1 {
        if let d = day(scene, k) { return d }
      }
    }
    return resolver.speech(of: source.name)?.date.map { Statement.StatementDate(value: $0.value, span: nil) }
  }

  /// A date as that of an act of saying: a month at least, and not since when something else has been so.
  private func day(_ scene: Scene, _ k: Int) -> Statement.StatementDate? {
    let e = scene.entities[k]
    guard let v = e.timex?.value, v.utf8.count >= 7, v.utf8.first == 0x31 || v.utf8.first == 0x32 else { return nil }
    let units = Array(v.utf8)
    guard units[4] == 0x2D, units[5] == 0x30 || units[5] == 0x31 else { return nil }
    let t = e.tokens.lowerBound
    if (max(0, t - 6)..<t).contains(where: { ["منذ", "حتى", "حتي"].contains(scene.lattice.folded($0)) }) { return nil }
    return Statement.StatementDate(value: v, span: e.span)
  }
}
