import Tagger

/// A text with its names.
public struct LabelledText: Sendable {
  /// Its bytes, UTF-8; a sentence a line where it comes from a corpus of sentences.
  public var bytes: [UInt8]
  /// The names by their bytes.
  public var names: [(range: Range<Int>, type: TagType)]
  /// The words of the corpus by their bytes, in order; empty where the corpus has no words of its own.
  public var words: [Range<Int>]
  /// The first words of the sentences.
  public var sentences: [Int]

  /// An empty text.
  public init() {
    bytes = []
    names = []
    words = []
    sentences = []
  }

  /// The labels of tokens: a token belongs to the name of which it holds a letter; marks at a name's edges stay outside.
  public func labels(_ tokens: [(range: Range<Int>, isWord: Bool)]) -> [UInt8] {
    var out = [UInt8](repeating: TagLabel.outside, count: tokens.count)
    var t = 0
    for n in names.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      while t < tokens.count, tokens[t].range.upperBound <= n.range.lowerBound { t += 1 }
      var e = t
      while e < tokens.count, tokens[e].range.lowerBound < n.range.upperBound { e += 1 }
      var first = t
      var last = e
      while first < last, !tokens[first].isWord { first += 1 }
      while last > first, !tokens[last - 1].isWord { last -= 1 }
      for k in first..<last { out[k] = k == first ? TagLabel.begin(n.type) : TagLabel.inside(n.type) }
      t = e
    }
    return out
  }
}
