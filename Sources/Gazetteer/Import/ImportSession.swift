extension GazetteerImport {
  /// Reads a source piece by piece, so that a dump need not fit the memory.
  public struct Session {
    private let format: Format
    private var reader: any LineImporter
    private var rows: RowCollector
    private var rest: [UInt8] = []
    private var line = 0
    private var lineCount = 0

    /// Begins an import.
    public init(_ format: Format, _ settings: Settings = Settings()) {
      self.format = format
      rows = RowCollector(settings)
      switch format {
      case .geonames: reader = GeoNamesImporter()
      case .wikidata: reader = WikidataImporter()
      case .jrcNames: reader = JRCNamesImporter()
      case .paranames: reader = ParaNamesImporter()
      case .spacyJSONL: reader = SpacyImporter()
      case .gateLst: reader = GateImporter(kind: settings.kind)
      case .tsv: reader = TableImporter()
      }
    }

    /// Begins a file; several files give one list.
    public mutating func begin(file: String) {
      flush()
      rows.file = file
      line = 0
    }

    /// Begins a file of a GATE index.
    public mutating func begin(file: String, _ definition: GateDefinition) {
      begin(file: file)
      reader = GateImporter(kind: rows.settings.kind ?? definition.kind, subtype: definition.subtype)
    }

    /// Notes a mistake that the caller found, such as a missing file.
    public mutating func fail(_ error: DataError) { rows.fail(error) }

    /// Reads the next bytes, which may end anywhere.
    public mutating func add(_ bytes: [UInt8]) {
      var start = 0
      while let end = bytes[start...].firstIndex(of: 0x0A) {
        if rest.isEmpty {
          read(bytes[start..<end])
        } else {
          rest += bytes[start..<end]
          flush(isLine: true)
        }
        start = end + 1
      }
      rest += bytes[start...]
    }

    /// Ends the import.
    ///
    /// - Throws: an error where no line had the form of the format.
    public mutating func finish() throws(DataError) -> Result {
      flush()
      guard rows.understood > 0 else {
        let first = rows.errors.first.map { ": \($0.line):\($0.column): \($0.message)" } ?? ": it is empty"
        throw DataError(file: rows.file, "no line has the form of \(format.rawValue)\(first)")
      }
      reader.finish(&rows)
      var result = rows.finish()
      result.lineCount = lineCount
      return result
    }

    private mutating func flush(isLine: Bool = false) {
      if rest.isEmpty && !isLine { return }
      let whole = rest
      rest = []
      read(whole[...])
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>) {
      line += 1
      var bytes = bytes
      if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
      if bytes.last == 0x0D { bytes = bytes.dropLast() }
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
      lineCount += 1
      reader.read(ImportLine(bytes: bytes, number: line), into: &rows)
    }
  }

  /// Reads the lines of one format.
  protocol LineImporter: Sendable {
    mutating func read(_ line: ImportLine, into rows: inout RowCollector)
    mutating func finish(_ rows: inout RowCollector)
  }

  /// A line with its place.
  struct ImportLine {
    var bytes: ArraySlice<UInt8>
    var number: Int

    /// Its cells, divided by tabs.
    var cells: [ArraySlice<UInt8>] { bytes.split(separator: 0x09, omittingEmptySubsequences: false) }

    /// The column of a byte, in code points from 1.
    func column(_ index: Int) -> Int {
      bytes[..<min(index, bytes.endIndex)].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }

    /// The first byte that is not UTF-8.
    static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> Int {
      var i = bytes.startIndex
      while i < bytes.endIndex {
        let lead = bytes[i]
        let n = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        let end = min(i + n, bytes.endIndex)
        if String(validating: bytes[i..<end], as: UTF8.self) == nil { return i }
        i = end
      }
      return bytes.startIndex
    }
  }
}

extension GazetteerImport.LineImporter {
  mutating func finish(_ rows: inout GazetteerImport.RowCollector) {}
}

extension ArraySlice<UInt8> {
  /// Whether this is a number: digits only.
  var isNumber: Bool { !isEmpty && allSatisfy { 0x30...0x39 ~= $0 } }

  /// The digits, letters and the like as text; for cells that are known to be ASCII.
  var ascii: String { String(decoding: self, as: UTF8.self) }
}
