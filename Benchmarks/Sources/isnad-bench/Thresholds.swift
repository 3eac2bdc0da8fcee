/// What a run must reach: the lines of thresholds.txt.
struct Thresholds {
  private struct Line {
    var measure: String
    var isLeast: Bool
    var value: Double
  }

  private var lines: [Line] = []

  /// Reads `measure at-least|at-most number` lines; # begins a comment.
  init(file: String) throws(Failure) {
    let text = String(decoding: try readFile(file), as: UTF8.self)
    for (n, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let cells = line.split(separator: " ")
      guard let first = cells.first, first.first != "#" else { continue }
      guard cells.count == 3, cells[1] == "at-least" || cells[1] == "at-most", let v = Double(cells[2]) else {
        throw Failure(message: "\(file):\(n + 1): write: measure at-least|at-most number")
      }
      lines.append(Line(measure: String(first), isLeast: cells[1] == "at-least", value: v))
    }
  }

  /// The thresholds that a run does not meet, a line each. Measures of the binary count only where one was run.
  func broken(by report: Report) -> [String] {
    let measures = report.measures
    return lines.compactMap { line in
      guard let v = measures[line.measure] else {
        return line.measure.hasPrefix("start-") && report.process == nil
          ? nil : "thresholds: there is no measure '\(line.measure)'"
      }
      guard line.isLeast ? v < line.value : v > line.value else { return nil }
      return
        "\(line.measure) is \(Format.fixed(v, 3)), must be \(line.isLeast ? "at least" : "at most") \(Format.fixed(line.value, 3))"
    }
  }
}
