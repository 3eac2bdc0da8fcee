import Tagger

/// Why a corpus cannot be read.
public struct CorpusError: Error, Sendable, CustomStringConvertible {
  /// What is wrong, with file and line.
  public var description: String

  /// Creates it.
  public init(description: String) { self.description = description }
}

/// Reads corpora of sentences.
public enum CorpusReader {
  /// The sentences of a corpus in one of the forms of text: CoNLL (`word TAG`), or inline (`12<TAB>قال [PER جوزيف عون] إن`).
  public static func read(_ bytes: [UInt8], file: String) throws(CorpusError) -> [LabelledText] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      $0.last == 0x0D ? $0.dropLast() : $0
    }
    let isInline = lines.first { !$0.isEmpty }.map { $0.contains(0x09) && $0.prefix { $0 != 0x09 }.allSatisfy(isDigit) }
    return isInline == true ? try inline(lines, file) : try conll(lines, file)
  }

  private static func isDigit(_ b: UInt8) -> Bool { b >= 0x30 && b <= 0x39 }

  /// Joins sentences to documents of `size` sentences, a sentence a line.
  public static func documents(_ sentences: [LabelledText], of size: Int) -> [LabelledText] {
    var out: [LabelledText] = []
    var current = LabelledText()
    for s in sentences {
      if !current.bytes.isEmpty { current.bytes.append(0x0A) }
      let base = current.bytes.count
      current.sentences.append(current.words.count)
      current.bytes += s.bytes
      current.names += s.names.map { ($0.range.lowerBound + base..<$0.range.upperBound + base, $0.type) }
      current.words += s.words.map { $0.lowerBound + base..<$0.upperBound + base }
      if current.sentences.count == max(size, 1) {
        out.append(current)
        current = LabelledText()
      }
    }
    if !current.sentences.isEmpty { out.append(current) }
    return out
  }

  /// `word TAG` a line, an empty line after a sentence; an inside tag without its beginning begins a name.
  private static func conll(_ lines: [ArraySlice<UInt8>], _ file: String) throws(CorpusError) -> [LabelledText] {
    var out: [LabelledText] = []
    var s = LabelledText()
    var open: TagType?
    func close(_ s: inout LabelledText) {
      if !s.words.isEmpty { out.append(s) }
      s = LabelledText()
    }
    for (n, line) in lines.enumerated() {
      let cells = line.split { $0 == 0x20 || $0 == 0x09 }
      guard let word = cells.first, let tag = cells.last, cells.count >= 2 else {
        guard cells.isEmpty else {
          throw CorpusError(description: "\(file):\(n + 1): a line is 'word TAG', such as 'بيروت B-LOC'")
        }
        close(&s)
        open = nil
        continue
      }
      let name = String(decoding: tag, as: UTF8.self)
      guard name == "O" || name.hasPrefix("B-") || name.hasPrefix("I-") else {
        throw CorpusError(description: "\(file):\(n + 1): a tag is O, B-TYPE or I-TYPE, not '\(name)'")
      }
      if !s.bytes.isEmpty { s.bytes.append(0x20) }
      let range = s.bytes.count..<s.bytes.count + word.count
      s.bytes += word
      s.words.append(range)
      let type = name == "O" ? nil : TagType(corpusName: name.dropFirst(2))
      if let type {
        if name.hasPrefix("I-"), open == type, let last = s.names.indices.last {
          s.names[last].range = s.names[last].range.lowerBound..<range.upperBound
        } else {
          s.names.append((range, type))
        }
      }
      open = type
    }
    close(&s)
    return out
  }

  /// A number, a tab, and a sentence with its names in brackets.
  private static func inline(_ lines: [ArraySlice<UInt8>], _ file: String) throws(CorpusError) -> [LabelledText] {
    var out: [LabelledText] = []
    for (n, line) in lines.enumerated() where !line.isEmpty {
      guard let tab = line.firstIndex(of: 0x09) else {
        throw CorpusError(description: "\(file):\(n + 1): a line is 'NUMBER<TAB>sentence'")
      }
      var s = LabelledText()
      var open: (type: TagType?, start: Int)?
      var i = tab + 1
      while i < line.endIndex {
        if open == nil, line[i] == 0x5B, let space = line[i...].prefix(8).firstIndex(of: 0x20),
          line[i + 1..<space].allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }), space > i + 1
        {
          open = (TagType(corpusName: String(decoding: line[i + 1..<space], as: UTF8.self)), s.bytes.count)
          i = space + 1
        } else if let o = open, line[i] == 0x5D {
          if let type = o.type, s.bytes.count > o.start { s.names.append((o.start..<s.bytes.count, type)) }
          open = nil
          i += 1
        } else {
          s.bytes.append(line[i])
          i += 1
        }
      }
      guard open == nil else { throw CorpusError(description: "\(file):\(n + 1): a bracket is not closed") }
      s.words = words(s.bytes)
      out.append(s)
    }
    return out
  }

  /// What stands between spaces.
  static func words(_ bytes: [UInt8]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start: Int?
    for (i, b) in bytes.enumerated() {
      if b == 0x20 || b == 0x09 || b == 0x0A {
        if let s = start { out.append(s..<i) }
        start = nil
      } else if start == nil {
        start = i
      }
    }
    if let s = start { out.append(s..<bytes.count) }
    return out
  }
}
