import ArgumentParser
import Isnad

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension GazetteerImport.Format: ExpressibleByArgument {}

extension GazetteerImport.Kind: ExpressibleByArgument {
  /// Reads a type by our name or another tool's.
  public init?(argument: String) { self.init(label: argument) }
}

extension GazetteerCommand {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a list of names from a list of another maker.",
      discussion: """
        Broken rows are counted and left out; the first 20 are named by file, line and column. The exit status is 0 where \
        rows were written, 1 where none could be, and 2 where the file has not the format.

        Examples:
          isnad gazetteer import geonames alternateNamesV2.txt -o places.tsv
          zcat wikidata.json.gz | isnad gazetteer import wikidata - -o wikidata.tsv
          isnad gazetteer import gate-lst gazetteer/lists.def -o gate.tsv
          isnad gazetteer import tsv people.tsv --columns id=1,name=2,latin=3 --type PER -o people-own.tsv
        """)

    @Argument(help: "The format of the file.") var format: GazetteerImport.Format
    @Argument(help: "The file; - is standard input. For gate-lst a list, or the index lists.def.") var file: String
    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("Where to write the list; standard output if not given.", valueName: "file"))
    var output: String?
    @Option(help: "The type of rows whose source tells none: PER, ORG, LOC.") var type: GazetteerImport.Kind?
    @Option(
      help: ArgumentHelp(
        "For tsv: where our columns are, by number or by the names of the first line: name=2,type=3.",
        valueName: "places"))
    var columns: String?

    func validate() throws {
      if columns != nil, format != .tsv { throw ValidationError("--columns is for the format tsv.") }
      do throws(DataError) {
        if let columns { _ = try GazetteerImport.Columns(columns) }
      } catch {
        throw ValidationError(error.description)
      }
    }

    func run() throws {
      do {
        let result = try read()
        report(result)
        guard !result.rows.isEmpty else { throw ExitCode(1) }
        let table = GazetteerImport.table(result.rows)
        if let output { try Files.save(table, as: output) } else { Files.write(table, to: 1) }
      } catch let error as DataError {
        Files.warn(error.description)
        throw ExitCode(2)
      } catch let error as FileError {
        Files.warn("isnad: \(error)")
        throw ExitCode(1)
      }
    }

    private func read() throws -> GazetteerImport.Result {
      let places = try columns.map { text throws(DataError) in try GazetteerImport.Columns(text) }
      let settings = GazetteerImport.Settings(kind: type, columns: places)
      var session = GazetteerImport.Session(format, settings)
      if format == .gateLst {
        try readGate(&session)
      } else {
        session.begin(file: file)
        try Pieces.each(file) { session.add($0) }
      }
      return try session.finish()
    }

    /// A list, whose type `--type` or the index beside it tells, or an index with all its lists.
    private func readGate(_ session: inout GazetteerImport.Session) throws {
      let slash = file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex
      let (folder, name) = (file[..<slash], file[slash...])
      if name.hasSuffix(".def") {
        let index = GazetteerImport.gateDefinitions(file: file, bytes: try Files.read(file))
        for e in index.errors { session.fail(e) }
        for d in index.definitions {
          do throws(FileError) {
            let bytes = try Files.read(folder + d.file)
            session.begin(file: folder + d.file, d)
            session.add(bytes)
          } catch {
            session.fail(DataError(file: file, line: d.line, column: 1, error.description))
          }
        }
        return
      }
      let bytes = try Files.read(file)
      if type != nil { return session.read(file, bytes) }
      let index = (try? Files.read(folder + "lists.def")) ?? []
      let all = GazetteerImport.gateDefinitions(file: folder + "lists.def", bytes: index).definitions
      guard let own = all.first(where: { $0.file == name }), own.kind != nil else {
        throw DataError(
          file: file, "its type is not known: no line of lists.def beside it tells; give --type PER, ORG or LOC")
      }
      session.begin(file: file, own)
      session.add(bytes)
    }

    private func report(_ result: GazetteerImport.Result) {
      for e in result.errors.prefix(20) { Files.warn(e.description) }
      if result.errorCount > 20 { Files.warn("… and \(result.errorCount - 20) more broken rows") }
      let variants = result.rows.reduce(0) { $0 + $1.variants.count }
      Files.warn(
        "\(format.rawValue): \(result.lineCount) lines read, \(result.rows.count) rows with \(variants) variants, \(result.errorCount) broken rows"
      )
      for (reason, count) in result.skipped { Files.warn("left out \(count): \(reason.rawValue)") }
    }
  }
}

extension GazetteerImport.Session {
  fileprivate mutating func read(_ file: String, _ bytes: [UInt8]) {
    begin(file: file)
    add(bytes)
  }
}

/// Reads a file piece by piece: dumps do not fit the memory.
private enum Pieces {
  static func each(_ path: String, _ body: ([UInt8]) -> Void) throws(FileError) {
    let fd = path == "-" ? 0 : open(path, O_RDONLY)
    guard fd >= 0 else { throw FileError(description: "\(path): \(String(cString: strerror(errno)))") }
    defer { if fd != 0 { close(fd) } }
    while true {
      var failure: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
        let n = read(fd, buffer.baseAddress, buffer.count)
        failure = n < 0 ? errno : 0
        count = max(n, 0)
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw FileError(description: "\(path): \(String(cString: strerror(failure)))") }
      if piece.isEmpty { return }
      body(piece)
    }
  }
}

extension GazetteerCommand {
  struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compile lists to one file, which --gazetteer takes too and loads faster.",
      discussion: "A folder with lists.tsv is compiled as the build does, its ambiguous words marked.")

    @Argument(help: "Lists (TSV), or folders with lists.tsv.") var lists: [String]
    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file")) var output: String

    func run() throws {
      var errors: [DataError] = []
      var entries: [Entry] = []
      for path in lists {
        if Files.names(in: path).contains("lists.tsv") {
          entries += folder(path, &errors)
        } else {
          entries += list(path, named: path, &errors)
        }
      }
      for e in errors { Files.warn(e.description) }
      guard errors.isEmpty else {
        Files.warn("\(errors.count) mistakes")
        throw ExitCode(2)
      }
      let bytes: [UInt8]
      do throws(DataError) {
        bytes = try GazetteerCompiler.compile(entries)
      } catch {
        Files.warn("\(error)")
        throw ExitCode(2)
      }
      do throws(FileError) {
        try Files.save(bytes, as: output)
      } catch {
        Files.warn("isnad: \(error)")
        throw ExitCode(1)
      }
      let forms = entries.reduce(0) { $0 + $1.forms.count }
      Files.warn("\(entries.count) entries with \(forms) forms, \(bytes.count) bytes")
    }

    private func list(_ path: String, named name: String, _ errors: inout [DataError]) -> [Entry] {
      do throws(FileError) {
        let bytes = try Files.read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
          errors.append(DataError(file: path, "the file is not valid UTF-8"))
          return []
        }
        let read = ListReader.read(file: path, text: text, list: name)
        errors += read.errors
        return read.entries
      } catch {
        errors.append(DataError(file: path, error.description))
        return []
      }
    }

    private func folder(_ path: String, _ errors: inout [DataError]) -> [Entry] {
      let bytes = (try? Files.read(path + "/lists.tsv")) ?? []
      let index = TableReader(file: path + "/lists.tsv", text: String(decoding: bytes, as: UTF8.self), first: "file")
      errors += index.errors
      var entries: [Entry] = []
      for row in index.rows {
        entries += list(path + "/" + row.cells[0], named: String(row.cells[0]), &errors)
      }
      Ambiguity.mark(&entries)
      return entries
    }
  }
}
