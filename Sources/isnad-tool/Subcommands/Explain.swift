import ArgumentParser
import Isnad

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what each stage made of a text, and which rule made each record.")

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Annotation") var annotation: AnnotationOptions

  @Flag(help: "Also print every token with the lists that know it.")
  var tokens = false

  func run() throws {
    let isnad = try annotation.load()
    var reader = InputReader(input)
    reader.each(1) { inputs in
      var worker = isnad.makeWorker()
      for i in inputs {
        let d = worker.annotate(i) { trace in Files.write(Array(text(trace, isnad).utf8), to: 1) }
        Files.write(Array(results(d).utf8), to: 1)
      }
      return true
    }
    if reader.failures > 0 { throw ExitCode(1) }
  }

  private func text(_ t: Worker.Trace, _ isnad: Isnad) -> String {
    let l = t.lattice
    var out = "# text: \(l.tokens.count) tokens, \(l.sentences.count) sentences, \(l.quotations.count) quotations\n"
    if tokens {
      for k in l.tokens.indices {
        let entries = isnad.cascade.annotator.entries(l, at: k, class: nil)
        let known = entries.map { "\($0.entry.id)[\($0.classes.joined(separator: " "))]" }.joined(separator: " ")
        out += "\(l.tokens[k].start)-\(l.tokens[k].end)  \(l.tokens[k].kind)  \(l.text(l.tokens[k].span))  \(known)\n"
      }
    }
    out += "\n# blocks\n"
    for b in t.blocks { out += "\(b.span.start)-\(b.span.end)  \(b.kind.rawValue)  article \(b.article)\n" }
    out += "\n# records of the rules\n"
    for r in t.records {
      out += "\(r.rule.make.type)  \(r.rule.id)  \(r.rule.file):\(r.rule.line)  \(l.text(l.span(r.extent)))\n"
      for c in r.captures where !c.tokens.isEmpty { out += "    \(c.name) = \(l.text(l.span(c.tokens)))\n" }
    }
    return out + "\n"
  }

  private func results(_ d: Document) -> String {
    var out = "# entities\n"
    for e in d.entities {
      let value = e.timex.map { " = \($0.value ?? "?")" } ?? ""
      let entries = e.entries.isEmpty ? "" : "  [\(e.entries.joined(separator: " "))]"
      out +=
        "\(e.type.rawValue)  \(e.span.start)-\(e.span.end)  \(e.text)\(value)  \(e.rule)  \(rounded(e.confidence))\(entries)\n"
    }
    out += "\n# statements\n"
    for s in d.statements {
      let cue = String(decoding: d.text[s.cue.span.start..<s.cue.span.end], as: UTF8.self)
      let content = String(decoding: d.text[s.content.start..<s.content.end], as: UTF8.self)
      out +=
        "\(s.rule)  \(s.type.rawValue)  \(rounded(s.confidence))\n    cue     \(cue)  (\(s.cue.lemma ?? "-"), \(s.cue.speechAct ?? "-"))\n"
      out += "    source  \(s.source.name ?? "?")  (\(s.source.kind.rawValue), \(s.source.resolution.rawValue))\n"
      if let a = s.agency { out += "    agency  \(a.name)\(a.span == nil ? "  (carried on)" : "")\n" }
      if let x = s.date { out += "    date    \(x.value)\(x.span == nil ? "  (carried on)" : "")\n" }
      out += "    content \(content)\n"
    }
    return out
  }

  private func rounded(_ x: Double) -> String { String((x * 100).rounded() / 100) }
}
