extension GazetteerImport {
  /// Where the columns of a table are: `name=2,type=3`, or `name=label,type=class` by the names in its first line.
  public struct Columns: Sendable, Hashable {
    /// One of our columns, and its place in the source.
    struct Column: Sendable, Hashable {
      var name: String
      var place: String
    }

    let columns: [Column]
    /// Whether places are named by the first line of the table.
    var hasHeader: Bool { columns.contains { Int($0.place) == nil } }

    /// Reads a description of columns.
    ///
    /// - Throws: an error with the column of the mistake.
    public init(_ text: String) throws(DataError) {
      var columns: [Column] = []
      var at = 1
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        func error(_ message: String) -> DataError { DataError(file: "--columns", line: 1, column: at, message) }
        guard pair.count == 2, !pair[1].isEmpty else { throw error("'\(part)' is not column=place, such as name=2") }
        guard GazetteerImport.columnNames.contains(pair[0]) else {
          throw error("unknown column '\(pair[0])'; known: \(GazetteerImport.columnNames.joined(separator: ", "))")
        }
        if let n = Int(pair[1]), n < 1 { throw error("columns count from 1, not \(n)") }
        guard !columns.contains(where: { $0.name == pair[0] }) else { throw error("'\(pair[0])' is given twice") }
        columns.append(Column(name: pair[0], place: pair[1]))
        at += part.unicodeScalars.count + 1
      }
      guard columns.contains(where: { $0.name == "name" }) else {
        throw DataError(file: "--columns", line: 1, column: 1, "there is no 'name'")
      }
      self.columns = columns
    }

    /// The places from 0, looked up in the first line where they are named.
    func places(header: [String]) throws(DataError) -> [String: Int] {
      var places: [String: Int] = [:]
      for c in columns {
        if let n = Int(c.place) {
          places[c.name] = n - 1
        } else if let n = header.firstIndex(of: c.place) {
          places[c.name] = n
        } else {
          throw DataError(file: "", "the first line has no column '\(c.place)'")
        }
      }
      return places
    }
  }
}
