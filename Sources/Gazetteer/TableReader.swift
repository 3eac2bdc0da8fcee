/// Reads a tab-separated list: a header line, `#` comments, one row a line.
public struct TableReader: Sendable {
  /// One row with its place.
  public struct Row: Sendable {
    /// The line, from 1.
    public var line: Int
    /// The cells; as many as the header has.
    public var cells: [Substring]
  }

  /// The column names.
  public private(set) var header: [String] = []
  /// The rows in file order.
  public private(set) var rows: [Row] = []
  /// The mistakes found; rows with mistakes are left out.
  public private(set) var errors: [DataError] = []
  private let file: String

  /// Reads `text`, whose header must begin with the column `first`.
  public init(file: String, text: String, first: String) {
    self.file = file
    var line = 0
    // By bytes: CR LF is one Character.
    for bytes in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let raw = Substring(bytes)
      line += 1
      if raw.isEmpty || raw.utf8.first == 0x23 { continue }
      if raw.utf8.last == 0x0D {
        errors.append(DataError(file: file, line: line, column: raw.unicodeScalars.count, "line ends in CR LF; use LF"))
        continue
      }
      let cells = raw.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map { Substring($0) }
      if header.isEmpty {
        guard cells[0] == first else {
          errors.append(
            DataError(
              file: file, line: line, column: 1,
              "the first line must be the header and begin with '\(first)', not '\(cells[0])'"))
          return
        }
        header = cells.map(String.init)
        continue
      }
      guard cells.count <= header.count else {
        let column = cells[..<header.count].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
        errors.append(
          DataError(file: file, line: line, column: column, "\(cells.count) cells, but the header has \(header.count)"))
        continue
      }
      rows.append(Row(line: line, cells: cells + [Substring](repeating: "", count: header.count - cells.count)))
    }
    if header.isEmpty { errors.append(DataError(file: file, "the list is empty: it needs a header line")) }
  }

  /// The position of a column, or nil.
  public func column(_ name: String) -> Int? { header.firstIndex(of: name) }

  /// An error at a cell of a row.
  public func error(_ row: Row, _ column: Int, _ message: String) -> DataError {
    let start = row.cells[..<min(column, row.cells.count)].reduce(1) { $0 + $1.unicodeScalars.count + 1 }
    return DataError(file: file, line: row.line, column: start, message)
  }
}
