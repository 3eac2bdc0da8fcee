import Testing

@testable import Isnad

@Suite("Lists: the entries of the binary")
struct ListTests {
  /// A form in a sentence: where it stands, and what must be found there.
  struct Case {
    var form: Int
    var start: Int
    var end: Int
  }

  /// Sentences that hold every form of a gazetteer after `proclitic`, one a line.
  static func text(_ g: Gazetteer, proclitic: String) -> (bytes: [UInt8], cases: [Case]) {
    var bytes: [UInt8] = []
    var cases: [Case] = []
    for f in 0..<g.formCount {
      let form = g.form(f).text
      // Dotted abbreviations take no proclitic, nor do Latin names.
      guard let first = Tokenizer.tokenize(Array(form.utf8)).first, proclitic.isEmpty || first.kind == .arabic else {
        continue
      }
      bytes += Array("زعم خلق \(proclitic)".utf8)
      let start = bytes.count
      // ل and the article: للأمم, whose span begins at its second lam.
      let isJoined = proclitic.hasSuffix("ل") && form.hasPrefix("ال") && first.letters > 2
      bytes += Array((isJoined ? String(form.dropFirst()) : form).utf8)
      cases.append(Case(form: f, start: start, end: bytes.count))
      bytes += Array(" ثم هدأ.\n".utf8)
    }
    return (bytes, cases)
  }

  @Test("every form is found in a sentence, bare and with proclitics", arguments: ["", "و", "ول"])
  func everyForm(proclitic: String) throws {
    let isnad = try Isnad()
    for g in isnad.gazetteers {
      let (bytes, cases) = Self.text(g, proclitic: proclitic)
      let tokens = Tokenizer.tokenize(bytes)
      let matcher = Matcher([g])
      var missing = Set(cases.indices)
      var hits = matcher.matches(tokens, bytes)[...]
      for (k, c) in cases.enumerated() {
        while let h = hits.first, Int(tokens[Int(h.token)].start) < c.end {
          hits.removeFirst()
          guard matcher.span(h, tokens, bytes) == ByteSpan(c.start, c.end) else { continue }
          matcher.eachForm(h, tokens, bytes) { form, _ in
            if form.index == c.form { missing.remove(k) }
          }
        }
      }
      let examples = missing.sorted().prefix(10).map { g.form(cases[$0].form).text }
      #expect(missing.isEmpty, "\(missing.count) of \(cases.count) forms are lost, such as \(examples)")
    }
  }
}
