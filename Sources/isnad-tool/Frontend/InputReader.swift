import Isnad

/// Reads inputs one after the other; what can't be read is reported and counted, never fatal.
struct InputReader {
  let options: InputOptions
  /// The number of inputs that failed.
  private(set) var failures = 0

  init(_ options: InputOptions) { self.options = options }

  /// Calls `body` with batches of at most `size` inputs, in order; stops where it answers false.
  mutating func each(_ size: Int, _ body: ([Input]) -> Bool) {
    var batch: [Input] = []
    var bytes = 0
    var open = true
    func flush() {
      if !batch.isEmpty { open = body(batch) && open }
      batch = []
      bytes = 0
    }
    for path in options.files.isEmpty ? ["-"] : options.files where open {
      do throws(FileError) {
        let data = try Files.read(path)
        inputs(data, path) { input in
          batch.append(input)
          bytes += input.text.count
          if batch.count >= size || bytes > 4 << 20 { flush() }
          return open
        }
      } catch {
        fail(error.description)
      }
      if failures > 0, options.failFast { break }
    }
    flush()
  }

  private mutating func fail(_ message: String) {
    failures += 1
    Files.warn("isnad: \(message)")
  }

  private func warn(_ message: String) { if !options.quiet { Files.warn("isnad: warning: \(message)") } }

  /// The inputs of one file.
  private mutating func inputs(_ data: [UInt8], _ path: String, _ body: (Input) -> Bool) {
    let name = path == "-" ? "stdin" : Self.stem(path)
    switch form(path) {
    case .jsonl:
      var start = 0
      var line = 0
      while start < data.count {
        let end = data[start...].firstIndex(of: 0x0A) ?? data.count
        line += 1
        let row = data[start..<end]
        start = end + 1
        if row.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
        if let input = json(row, "\(path):\(line)", id: String(line)), !body(input) { return }
        if failures > 0, options.failFast { return }
      }
    case .json:
      let text = decoded(data, path)
      do throws(JSONError) {
        let v = try JSONReader.parse(text[...])
        if case .array(let items) = v {
          for (n, item) in items.enumerated() {
            if let input = input(item, "\(path)[\(n)]", id: String(n + 1)), !body(input) { return }
          }
        } else if let input = input(v, path, id: name) {
          _ = body(input)
        }
      } catch {
        fail("\(path):\(Self.place(text, error.offset)): \(error.message)")
      }
    default:
      var input = Input(id: name, text: decoded(data, path), publisher: options.publisher)
      input.date = options.date.flatMap { CivilDate(iso: $0) }
      input.basis = .option
      _ = body(input)
    }
  }

  private func form(_ path: String) -> InputForm {
    if options.input != .auto { return options.input }
    if path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") { return .jsonl }
    return path.hasSuffix(".json") ? .json : .text
  }

  private func decoded(_ data: [UInt8], _ path: String) -> [UInt8] {
    let d = TextDecoder.decode(data, encoding: options.encoding.flatMap { TextEncoding(label: $0) })
    if d.replacements > 0 {
      let first = d.replacementOffsets.first ?? 0
      warn(
        "\(path): \(d.replacements) places are not valid \(d.encoding.rawValue), the first at byte \(first); each became U+FFFD"
      )
    }
    return d.bytes
  }

  private mutating func json(_ row: ArraySlice<UInt8>, _ place: String, id: String) -> Input? {
    var row = row
    if row.starts(with: [0xEF, 0xBB, 0xBF]) { row = row.dropFirst(3) }
    let bytes = UTF8Check.isValid(row) ? Array(row) : decoded(Array(row), place)
    do throws(JSONError) {
      return input(try JSONReader.parse(bytes[...]), place, id: id)
    } catch {
      fail("\(place):\(Self.column(bytes, error.offset)): \(error.message)")
      return nil
    }
  }

  private mutating func input(_ v: JSONValue, _ place: String, id: String) -> Input? {
    guard case .object = v else {
      fail("\(place): an object with '\(options.textField)' is expected")
      return nil
    }
    guard case .string(let text)? = v[options.textField] else {
      fail("\(place): there is no string '\(options.textField)'")
      return nil
    }
    var input = Input(id: id, text: text)
    switch v[options.idField] {
    case .string(let s)?: input.id = String(decoding: s, as: UTF8.self)
    case .number(let n)?: input.id = n == n.rounded() && abs(n) < 1e15 ? String(Int(n)) : String(n)
    default: break
    }
    input.title = v["title"]?.string
    input.publisher = v[options.publisherField]?.string ?? options.publisher
    if let d = options.date {
      input.date = CivilDate(iso: d)
      input.basis = .option
    }
    if let d = v[options.dateField]?.string, !d.isEmpty {
      if let day = CivilDate(iso: String(d.prefix(10))),
        d.utf8.count == 10 || d.utf8.dropFirst(10).first == 0x54 || d.utf8.dropFirst(10).first == 0x20
      {
        input.date = day
        input.basis = .metadata
      } else {
        warn("\(place): the date '\(d)' is no ISO date and is ignored")
      }
    }
    if let r = v["reference"]?.string { reference(r, place, &input) }
    return input
  }

  /// A full reference time, for expressions of the clock.
  private func reference(_ r: String, _ place: String, _ input: inout Input) {
    let parts = r.split { $0 == "T" || $0 == " " }
    guard parts.count == 2, let day = CivilDate(iso: String(parts[0])) else {
      warn("\(place): the reference time '\(r)' is no ISO time and is ignored")
      return
    }
    let clock = parts[1].split(separator: ":").map { Int($0.prefix(2)) }
    input.date = day
    if clock.count >= 2, let h = clock[0], let m = clock[1], (0..<24).contains(h), (0..<60).contains(m) {
      input.clock = (h, m)
    }
  }

  /// A file's name without folder and extension.
  static func stem(_ path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }

  private static func place(_ bytes: [UInt8], _ offset: Int) -> String {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return "\(line):\(column(Array(bytes[start...]), offset - start))"
  }

  private static func column(_ bytes: [UInt8], _ offset: Int) -> Int {
    bytes[..<min(offset, bytes.count)].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}

/// Whether bytes are valid UTF-8.
enum UTF8Check {
  static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}
