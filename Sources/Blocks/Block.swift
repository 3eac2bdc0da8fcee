import ArabicText

/// A stretch of a page: what it is, and to which of the page's articles it belongs.
public struct Block: Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// Its tokens.
  public var tokens: Range<Int>
  /// Its bytes.
  public var span: ByteSpan
  /// The article, from 0; a page can hold several.
  public var article: Int
  /// The date of its article, ISO 8601, where the page or its metadata tell.
  public var date: String?

  /// What a block is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The text of the article.
    case body
    /// Its headline.
    case title
    /// Place and agency at its beginning: «القاهرة - رويترز».
    case dateline
    /// Where it was taken from: «المصدر: …».
    case source
    /// Key words.
    case keywords
    /// Headlines of other articles.
    case related
    /// Anything else around the article: subscription, copyright, most-read lists.
    case furniture

    /// Whether its sentences are the article's own.
    public var isText: Bool { self == .body || self == .title }
    /// Whether it is page furniture, whose names are less sure and whose sentences are no statements.
    public var isFurniture: Bool { self == .keywords || self == .related || self == .furniture }
  }
}
