/// Lists the features of documents, for training.
public struct FeatureLister {
  private var features: Features
  private let clusters: ClusterTable?
  private var hashes = [UInt64](repeating: 0, count: Features.limit)
  private var memory = DocumentMemory()

  /// Creates a lister of the features of these groups.
  public init(_ groups: FeatureGroups, clusters: WordClasses? = nil) {
    features = Features(groups)
    self.clusters = clusters?.table
  }

  /// Calls `body` with the hashes of each token's features in the first pass.
  public mutating func first(_ document: TaggerDocument, _ body: (UnsafeBufferPointer<UInt64>) -> Void) {
    for k in document.sentences.indices {
      let range = document.sentence(k)
      features.begin(document.tokens[range], clusters: clusters)
      hashes.withUnsafeMutableBufferPointer { buffer in
        guard let out = buffer.baseAddress else { return }
        for i in 0..<range.count { body(UnsafeBufferPointer(start: out, count: features.write(i, to: out))) }
      }
    }
  }

  /// The number of values of a token in the second pass.
  public static var valueCount: Int { DocumentMemory.valueCount }

  /// The values of all tokens in the second pass, from the probabilities of the first one.
  public mutating func second(_ document: TaggerDocument, _ probabilities: [LabelScores]) -> [Float] {
    memory.fill(document.tokens, probabilities)
    let n = Self.valueCount
    var out = [Float](repeating: 0, count: document.tokens.count * n)
    out.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for k in document.sentences.indices {
        let range = document.sentence(k)
        for t in range { _ = memory.write(t, in: range, probabilities, to: base + t * n) }
      }
    }
    return out
  }
}
