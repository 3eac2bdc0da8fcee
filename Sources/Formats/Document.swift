import ArabicText
import Blocks
import Entities
import Statements

/// An annotated document: what the writers write.
public struct Document: Sendable {
  /// Its id.
  public var id: String
  /// Who published it.
  public var publisher: String?
  /// Its title, where metadata give one.
  public var title: String?
  /// Its date.
  public var date: DocumentDate?
  /// Its language: `ar`, or `und` where it is not mostly Arabic.
  public var language: String
  /// The decoded text.
  public var text: [UInt8]
  /// Its blocks.
  public var blocks: [Block]
  /// Its entities in text order.
  public var entities: [Entity]
  /// Who and what it names.
  public var actors: [Actor]
  /// Its statements in text order.
  public var statements: [Statement]

  /// Creates a document.
  public init(
    id: String, publisher: String?, title: String?, date: DocumentDate?, language: String, text: [UInt8],
    blocks: [Block] = [],
    entities: [Entity] = [], actors: [Actor] = [], statements: [Statement] = []
  ) {
    self.id = id
    self.publisher = publisher
    self.title = title
    self.date = date
    self.language = language
    self.text = text
    self.blocks = blocks
    self.entities = entities
    self.actors = actors
    self.statements = statements
  }

  /// A document's date and where it comes from.
  public struct DocumentDate: Sendable, Hashable {
    /// ISO 8601.
    public var value: String
    /// Where it comes from.
    public var basis: Basis

    /// Creates a date.
    public init(value: String, basis: Basis) {
      self.value = value
      self.basis = basis
    }

    /// Where a document's date comes from.
    public enum Basis: String, Sendable { case option, metadata, dateline, text }
  }
}
