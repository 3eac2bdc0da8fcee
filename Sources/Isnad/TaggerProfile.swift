import Resources
import Tagger

/// The guidelines that a trained tagger follows.
public enum TaggerProfile: String, Sendable, CaseIterable {
  /// Our own guidelines: news of today, head nouns inside («وزارة الداخلية» is an organization).
  case news
  /// Those of ANERcorp: head nouns outside, ministries and armies untagged.
  case anercorp

  /// The model in the binary, nil where it has not been trained or fits other word classes.
  public var model: TaggerModel? {
    switch self {
    case .news: try? TaggerModel(embedded: Embedded.newsTagger)
    case .anercorp: try? TaggerModel(embedded: Embedded.anercorpTagger)
    }
  }
}
