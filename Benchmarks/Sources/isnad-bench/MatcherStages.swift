import Isnad

extension Stages {
  /// Measures the matcher by itself with a compiled gazetteer: from raw text to verified hits with their byte offsets.
  static func measure(_ material: Material, phrases: String, passes: Int, into report: inout Report) throws(Failure) {
    let gazetteer: Gazetteer
    do {
      gazetteer = try Gazetteer(file: phrases)
    } catch {
      throw Failure(message: "\(error)")
    }
    let matcher = Matcher([gazetteer])
    let texts = material.documents
    report.rows = best(
      of: passes,
      [
        Stage(name: "floor") { timed { texts.reduce(0) { $0 &+ Floor.decode($1) } } },
        Stage(name: "fold-tokenise") { timed { texts.reduce(0) { $0 + Tokenizer.tokenize($1).count } } },
        Stage(name: "matcher all") { timed { texts.reduce(0) { $0 + spans(matcher, $1, .all).count } } },
        Stage(name: "matcher longest") { timed { texts.reduce(0) { $0 + spans(matcher, $1, .longest).count } } },
      ])
    report.bytes = material.bytes
  }

  private static func spans(_ matcher: Matcher, _ text: [UInt8], _ mode: Matcher.Mode) -> [ByteSpan] {
    let tokens = Tokenizer.tokenize(text)
    return matcher.matches(tokens, text, mode).map { matcher.span($0, tokens, text) }
  }
}
