/// The figures of a run.
struct Report {
  /// A stage's best pass.
  struct Row {
    var stage: String
    var seconds: Double
    /// Tokens, hits, records, bytes: what the stage gives. For the floor a checksum.
    var yield: Int
  }

  var material = ""
  var bytes = 0
  var rows: [Row] = []
  var loadMilliseconds = 0.0
  var process: ProcessCost?

  private var floor: Double { rows.first?.seconds ?? 0 }

  /// The measures that thresholds may name: ratios to the floor, and the cost of the binary.
  var measures: [String: Double] {
    var out: [String: Double] = [:]
    for r in rows where r.seconds > 0 { out[r.stage.split(separator: " ").joined(separator: "-")] = floor / r.seconds }
    if let p = process {
      out["start-cpu"] = p.milliseconds
      out["start-memory"] = p.megabytes
    }
    return out
  }

  /// A table to read.
  var text: String {
    var out = material + "\n\n"
    out +=
      Format.left("stage", 28) + Format.right("MB/s", 9) + Format.right("of floor", 10) + Format.right("yield", 14)
      + "\n"
    for r in rows where r.seconds > 0 {
      out += Format.left(r.stage, 28) + Format.right(Format.fixed(Double(bytes) / 1e6 / r.seconds, 1), 9)
      out +=
        Format.right(Format.fixed(floor / r.seconds, 3), 10)
        + Format.right(r.stage == "floor" ? "" : String(r.yield), 14) + "\n"
    }
    out += "\nload of lists and rules: \(Format.fixed(loadMilliseconds, 1)) ms CPU\n"
    if let p = process {
      out +=
        "binary, start to exit: \(Format.fixed(p.milliseconds, 1)) ms CPU, \(Format.fixed(p.megabytes, 1)) MB peak\n"
    }
    return out
  }
}

/// Numbers and columns as text.
enum Format {
  static func fixed(_ x: Double, _ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let n = Int((x * scale).rounded())
    let tail = String(n % Int(scale))
    return digits == 0 ? String(n) : "\(n / Int(scale))." + String(repeating: "0", count: digits - tail.count) + tail
  }

  static func left(_ s: String, _ width: Int) -> String { s + String(repeating: " ", count: max(1, width - s.count)) }
  static func right(_ s: String, _ width: Int) -> String { String(repeating: " ", count: max(1, width - s.count)) + s }
}
