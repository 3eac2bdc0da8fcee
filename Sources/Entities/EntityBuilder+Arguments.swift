import ArabicText
import Gazetteer
import Rules
import Time

extension EntityBuilder {
  /// The function of a date record.
  func value(_ r: Record) -> Rule.Make.Value? { r.rule.make.field("value") }

  /// The arguments that a record hands to its function.
  func values(_ lattice: Lattice, _ r: Record, _ arguments: [Rule.Make.Argument]) -> [String: TimeArgument] {
    var values: [String: TimeArgument] = [:]
    for a in arguments {
      if a.isCapture {
        guard let tokens = r.capture(a.value) else { continue }
        values[a.name] = argument(lattice, tokens)
      } else {
        values[a.name] = TimeArgument(
          words: [a.value], attributes: a.name == "value" ? ["value": a.value] : [a.name: a.value, "value": a.value])
      }
    }
    return values
  }

  /// The entries of the time words and of the rules' own lists that begin at a token, with their lengths.
  private func timeEntries(
    _ lattice: Lattice, at t: Int, before end: Int
  ) -> [(count: Int, attributes: [(key: String, value: String)])] {
    guard lattice.tokens[t].kind != .number else { return [] }
    var found: [(count: Int, attributes: [(key: String, value: String)])] = []
    let matcher = annotator.matcher
    for hit in matcher.hits(lattice.tokens, at: t) where t + Int(hit.count) <= end {
      let gazetteer = matcher.gazetteers[Int(hit.source)]
      matcher.eachForm(hit, lattice.tokens, lattice.bytes) { form, _ in
        let entry = gazetteer.entry(form.entry)
        let list = entry.list
        guard list.hasSuffix("time.tsv") || list.hasSuffix(".rules") else { return }
        found.append((Int(hit.count), entry.attributes))
      }
    }
    return found
  }

  /// A capture as the time functions read it: folded words, and the values of the word lists.
  ///
  /// Only the first word loses its proclitics: the و of «خمسة وعشرين» (twenty-five) joins the number.
  func argument(_ lattice: Lattice, _ tokens: Range<Int>) -> TimeArgument {
    var attributes: [String: String] = [:]
    var t = tokens.lowerBound
    while t < tokens.upperBound {
      let found = timeEntries(lattice, at: t, before: tokens.upperBound)
      let longest = found.map(\.count).max() ?? 1
      for m in found where m.count == longest {
        for (k, v) in m.attributes where attributes[k] == nil { attributes[k] = v }
      }
      t += longest
    }
    let words = tokens.map { k in
      // The marks of «2.5» are no letters: numbers stay as they are written.
      if lattice.tokens[k].kind == .number { return lattice.text(lattice.tokens[k].span) }
      return k == tokens.lowerBound ? lattice.folded(k) : Folding.text(lattice.tokens[k], in: lattice.bytes)
    }
    return TimeArgument(words: words, attributes: attributes)
  }
}
