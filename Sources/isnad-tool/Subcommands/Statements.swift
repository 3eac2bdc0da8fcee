import ArgumentParser
import Isnad

/// The forms of output of `statements`.
enum StatementFormat: String, ExpressibleByArgument, CaseIterable {
  case jsonl, table
}

struct Statements: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print one statement a line: who said what, when, through which agency.")

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Annotation") var annotation: AnnotationOptions

  @Option(help: "jsonl, or a table to read.")
  var format: StatementFormat = .jsonl

  @Option(help: "The unit of offsets: codepoint, utf16, utf8.")
  var offsets: OffsetUnit = .codepoint

  func run() throws {
    let isnad = try annotation.load()
    var reader = InputReader(input)
    let writer = DocumentJSON(offsets: offsets)
    Batch(isnad, jobs: input.jobs).run(&reader) { d in
      Files.write(format == .table ? StatementTable.bytes(d) : writer.statementLines(d), to: 1)
    }
    if reader.failures > 0 { throw ExitCode(1) }
  }
}

/// A statement as a few lines to read. Arabic stands alone on its lines, so that a terminal keeps its order.
enum StatementTable {
  static func bytes(_ d: Document) -> [UInt8] {
    var out = ""
    for (n, s) in d.statements.enumerated() {
      out += "\(d.id) s\(n + 1)  \(s.type.rawValue)  \(s.source.kind.rawValue)  \(s.date?.value ?? "-")  \(s.rule)\n"
      out += "  \(s.source.name ?? "؟")" + (s.agency.map { " (\($0.name))" } ?? "") + ":\n"
      let content = String(decoding: d.text[s.content.start..<s.content.end], as: UTF8.self)
      out += "  \(content.split(whereSeparator: \.isNewline).joined(separator: " "))\n\n"
    }
    return Array(out.utf8)
  }
}
