import ArgumentParser
import Isnad

/// The forms of output of `annotate`.
enum DocumentFormat: String, ExpressibleByArgument, CaseIterable {
  case json, jsonl
}

struct Annotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the document with its people, organizations, places, dates and statements.",
    discussion: """
      One text file gives one JSON document, several inputs give one a line. With --output DIR every document is written to DIR/ID.json.
        isnad annotate article.txt
        isnad annotate --date 2025-03-06 --offsets utf16 article.txt
        isnad annotate --input jsonl articles.jsonl > documents.jsonl
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Annotation") var annotation: AnnotationOptions

  @Option(help: "json (one document) or jsonl (one a line); by the number of inputs where not given.")
  var format: DocumentFormat?

  @Option(help: ArgumentHelp("A folder for one file a document.", valueName: "folder"))
  var output: String?

  @Option(help: "The unit of offsets: codepoint, utf16, utf8.")
  var offsets: OffsetUnit = .codepoint

  @Flag(name: .customLong("no-text"), help: "Leave out all text; offsets remain.")
  var noText = false

  func run() throws {
    let isnad = try annotation.load()
    var reader = InputReader(input)
    let single =
      format == .json
      || format == nil && input.files.count <= 1 && input.input != .jsonl
        && !(input.files.first?.hasSuffix(".jsonl") ?? false)
    let writer = DocumentJSON(offsets: offsets, withText: !noText, indent: single)
    var folder = try output.map { try OutputFolder($0, quiet: input.quiet) }
    var broken = 0
    Batch(isnad, jobs: input.jobs).run(&reader) { d in
      if d.language != "ar", !input.quiet {
        Files.warn(
          "isnad: warning: \(d.id): not mostly Arabic (\(d.language)); only names that the lists are sure of are given")
      }
      guard folder != nil else { return Files.write(writer.bytes(d), to: 1) }
      do throws(FileError) {
        try folder?.save(writer.bytes(d), id: d.id)
      } catch {
        Files.warn("isnad: \(error)")
        broken += 1
      }
      return broken == 0 || !input.failFast
    }
    if reader.failures + broken > 0 { throw ExitCode(1) }
  }
}

/// A folder that gets one file a document.
struct OutputFolder {
  private let path: String
  private let quiet: Bool
  private var taken: Set<String> = []

  init(_ path: String, quiet: Bool) throws {
    do throws(FileError) {
      try Files.makeFolder(path)
    } catch {
      Files.warn("isnad: \(error)")
      throw ExitCode(2)
    }
    self.path = path
    self.quiet = quiet
  }

  /// Writes a document under its id, made safe as a file name; a second equal id gets `-2`.
  mutating func save(_ bytes: [UInt8], id: String) throws(FileError) {
    let base = Self.safe(id)
    var name = base
    var n = 2
    while !taken.insert(name).inserted {
      name = "\(base)-\(n)"
      n += 1
    }
    if name != base, !quiet {
      Files.warn("isnad: warning: another document has the id '\(id)'; this one is written to \(name).json")
    }
    try Files.save(bytes, as: "\(path)/\(name).json")
  }

  /// An id as a file name: no folders, no hidden files, at most 120 characters.
  static func safe(_ id: String) -> String {
    var out = ""
    for s in id.unicodeScalars {
      let bad = s.value < 0x20 || s.value == 0x7F || "/\\:*?\"<>|".unicodeScalars.contains(s)
      out.unicodeScalars.append(bad ? "_" : s)
      if out.utf8.count >= 120 { break }
    }
    while out.hasPrefix(".") { out = "_" + out.dropFirst() }
    return out.isEmpty ? "_" : out
  }
}
