import FoundationEssentials
import Gazetteer
import Rules

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The build tool behind the EmbedResources plugin: `isnad-compile PACKAGE OUTPUT.swift`.
@main
struct Compile {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { stop("usage: isnad-compile PACKAGE OUTPUT.swift") }
    do {
      try run(root: arguments[1], output: arguments[2])
    } catch let errors as DataErrors {
      for e in errors.errors { warn("\(e.file):\(max(e.line, 1)):\(max(e.column, 1)): error: \(e.message)") }
      stop("\(errors.errors.count) mistakes in lists and rules")
    } catch {
      stop("\(error)")
    }
  }

  static func run(root: String, output: String) throws {
    let lists = root + "/Gazetteers"
    let index = TableReader(file: "Gazetteers/lists.tsv", text: try read(lists + "/lists.tsv"), first: "file")
    var errors = index.errors
    var entries: [Entry] = []
    for row in index.rows {
      let file = String(row.cells[0])
      guard let text = try? read(lists + "/" + file) else {
        errors.append(index.error(row, 0, "there is no file Gazetteers/\(file)"))
        continue
      }
      let result = ListReader.read(file: "Gazetteers/" + file, text: text, list: file)
      entries += result.entries
      errors += result.errors
    }
    let models = root + "/Models"
    var sources = [Cascade.Source(name: "cascade.txt", text: try read(models + "/cascade.txt"))]
    for name in try FileManager.default.contentsOfDirectory(atPath: models + "/rules").sorted()
    where name.hasSuffix(".rules") {
      sources.append(Cascade.Source(name: name, text: try read(models + "/rules/" + name)))
    }
    guard errors.isEmpty else { throw DataErrors(errors) }
    let cascade = try Cascade.parse(sources)
    Ambiguity.mark(&entries)

    var out = Array("/// Compiled from Gazetteers/ and Models/ by isnad-compile.\npublic enum Embedded {\n".utf8)
    literal("gazetteer", "The lists, compiled.", try GazetteerCompiler.compile(entries), &out)
    literal(
      "ruleLists", "The word lists of the rule files, compiled.", try GazetteerCompiler.compile(cascade.entries), &out)
    literal("ruleArchive", "The rules, parsed.", RuleArchive.encode(cascade.phases), &out)
    for profile in ["news", "anercorp"] {
      let model = (try? Data(contentsOf: URL(filePath: "\(models)/tagger/\(profile).model"))).map { [UInt8]($0) } ?? []
      guard model.allSatisfy({ $0 < 0x80 }) else {
        throw DataErrors([DataError(file: "Models/tagger/\(profile).model", "not a tagger model")])
      }
      literal("\(profile)Tagger", "The tagger of this profile; empty where it has not been trained.", model, &out)
    }
    out += Array("  /// The rule files by name.\n  public static let rules: [(name: String, text: String)] = [\n".utf8)
    for s in sources {
      out += Array("    (\"\(s.name)\", \"".utf8)
      escape(Array(s.text.utf8), &out)
      out += Array("\"),\n".utf8)
    }
    out += Array("  ]\n}\n".utf8)
    try Data(out).write(to: URL(filePath: output))
  }

  static func literal(_ name: String, _ comment: String, _ bytes: [UInt8], _ out: inout [UInt8]) {
    out += Array("  /// \(comment)\n  public static let \(name): StaticString = \"".utf8)
    escape(bytes, &out)
    out += Array("\"\n".utf8)
  }

  static func escape(_ bytes: [UInt8], _ out: inout [UInt8]) {
    out.reserveCapacity(out.count + bytes.count * 3 / 2)
    for b in bytes {
      switch b {
      case 0: out += [0x5C, 0x30]
      case 0x22, 0x5C: out += [0x5C, b]
      case 0x0A: out += Array("\\n".utf8)
      case 0x09: out += Array("\\t".utf8)
      case 0x01..<0x20, 0x7F: out += Array("\\u{\(String(b, radix: 16))}".utf8)
      default: out.append(b)
      }
    }
  }

  static func read(_ path: String) throws -> String {
    let data = try Data(contentsOf: URL(filePath: path))
    guard let text = String(validating: data, as: UTF8.self) else {
      throw DataErrors([DataError(file: path, "the file is not valid UTF-8")])
    }
    return text
  }

  static func warn(_ s: String) { FileHandleError.write(s + "\n") }
  static func stop(_ s: String) -> Never {
    warn("isnad-compile: \(s)")
    exit(2)
  }
}
