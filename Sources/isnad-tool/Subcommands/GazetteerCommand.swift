import ArgumentParser
import Isnad

struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer", abstract: "Check, look up, count, import and compile lists.",
    subcommands: [Check.self, Lookup.self, Stats.self, Import.self, Compile.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Check lists: file:line:column and what is wrong.")
    @Argument(help: "Lists (TSV), or a folder with lists.tsv.") var paths: [String]

    func run() throws {
      var errors: [DataError] = []
      var lists: [(file: String, text: String)] = []
      for path in paths {
        do throws(FileError) {
          let index = Files.names(in: path).contains("lists.tsv")
          guard index else {
            lists.append((path, String(decoding: try Files.read(path), as: UTF8.self)))
            continue
          }
          let text = String(decoding: try Files.read(path + "/lists.tsv"), as: UTF8.self)
          let table = TableReader(file: path + "/lists.tsv", text: text, first: "file")
          errors += table.errors
          for row in table.rows {
            lists.append(
              (path + "/" + row.cells[0], String(decoding: try Files.read(path + "/" + row.cells[0]), as: UTF8.self)))
          }
        } catch {
          errors.append(DataError(file: path, error.description))
        }
      }
      errors += ListCheck.errors(lists)
      for e in errors { Files.warn(e.description) }
      let rows = lists.count
      Files.write(Array("\(rows) lists, \(errors.count) mistakes\n".utf8), to: 1)
      if !errors.isEmpty { throw ExitCode(2) }
    }
  }

  struct Lookup: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print every entry that a name finds.")
    @Argument(help: "Names or words.") var names: [String]
    @Option(help: "A list of your own (TSV).") var gazetteer: [String] = []

    func run() throws {
      var annotation = try AnnotationOptions.parse([])
      annotation.gazetteer = gazetteer
      let isnad = try annotation.load()
      for name in names {
        let bytes = Array(name.utf8)
        let tokens = Tokenizer.tokenize(bytes)
        let lattice = isnad.cascade.annotator.lattice(bytes, tokens)
        var out = "\(name)  key \(Folding.text(name))\n"
        for t in tokens.indices {
          for m in isnad.cascade.annotator.entries(lattice, at: t, class: nil) {
            let facts = m.entry.attributes.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
            let words = lattice.text(
              ByteSpan(tokens[t].offset(after: m.stripped, in: bytes), Int(tokens[t + m.count - 1].end)))
            out +=
              "  \(words)  \(m.entry.type)  \(m.entry.id)  \(m.entry.name)  [\(m.classes.joined(separator: " "))]  \(m.entry.list):\(m.entry.line)  \(facts)\n"
          }
        }
        Files.write(Array(out.utf8), to: 1)
      }
    }
  }

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the number of entries of each list and type.")

    func run() throws {
      let isnad = try AnnotationOptions.parse([]).load()
      var counts: [String: Int] = [:]
      var out = ""
      for g in isnad.gazetteers {
        for k in 0..<g.entryCount {
          let e = g.entry(k)
          counts[e.list + "\t" + (e.attribute("subtype").map { "\(e.type)/\($0)" } ?? e.type), default: 0] += 1
        }
        out +=
          "\(g.entryCount) entries, \(g.formCount) forms, \(g.classNames.count) classes, version \(String(g.version, radix: 16))\n"
      }
      for (key, n) in counts.sorted(by: { $0.key < $1.key }) { out += "\(n)\t\(key)\n" }
      Files.write(Array(out.utf8), to: 1)
    }
  }
}
