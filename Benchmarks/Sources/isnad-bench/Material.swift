import Isnad

/// The texts that are measured with.
struct Material {
  /// UTF-8, a document each.
  var documents: [[UInt8]]
  /// Where they come from.
  var origin: String

  /// The number of bytes.
  var bytes: Int { documents.reduce(0) { $0 + $1.count } }

  /// One line about it.
  var summary: String { "\(origin): \(documents.count) documents, \(Format.fixed(Double(bytes) / 1e6, 2)) MB" }

  /// The documents of a file: the "text" of each line of JSONL, else the file as one text.
  static func read(_ path: String) throws(Failure) -> Material {
    let data = try readFile(path)
    guard data.first == 0x7B else { return Material(documents: [TextDecoder.decode(data).bytes], origin: path) }
    var documents: [[UInt8]] = []
    for (n, line) in data.split(separator: 0x0A).enumerated() {
      guard let v = try? JSONReader.parse(line), case .string(let text)? = v["text"] else {
        throw Failure(message: "\(path):\(n + 1): an object with \"text\" is expected")
      }
      documents.append(text)
    }
    return Material(documents: documents, origin: path)
  }

  /// News-like text from the words of ``Words``.
  static func generated(bytes: Int, seed: Int) -> Material {
    var writer = NewsWriter(seed: UInt64(seed))
    var documents: [[UInt8]] = []
    var size = 0
    while size < bytes {
      documents.append(Array(writer.article().utf8))
      size += documents[documents.count - 1].count
    }
    return Material(documents: documents, origin: "generated, seed \(seed)")
  }
}
