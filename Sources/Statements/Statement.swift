import ArabicText

/// One act of saying: who said what, when, through which agency.
public struct Statement: Sendable {
  /// The word that reports.
  public var cue: Cue
  /// Who speaks.
  public var source: Source
  /// What was said, without particle, outer marks and final punctuation.
  public var content: ByteSpan
  /// How it is reported.
  public var type: Kind
  /// The agency or outlet through which it reached the text.
  public var agency: Agency?
  /// To whom it was said.
  public var addressee: ByteSpan?
  /// When it was said.
  public var date: StatementDate?
  /// Whether the cue is negated: «لم يؤكد».
  public var isNegated: Bool
  /// How sure it is, 0 to 1.
  public var confidence: Double
  /// The rule that made it.
  public var rule: String
  /// The article of the page.
  public var article: Int

  /// How a statement is reported.
  public enum Kind: String, Sendable {
    /// In the speaker's words.
    case direct
    /// In the reporter's words.
    case indirect
    /// In the reporter's words with a quoted part.
    case mixed
  }

  /// The reporting word.
  public struct Cue: Sendable {
    /// Its bytes.
    public var span: ByteSpan
    /// Its lemma.
    public var lemma: String?
    /// Its speech-act class: affirm, deny, warn.
    public var speechAct: String?
  }

  /// Who speaks.
  public struct Source: Sendable {
    /// The noun phrase beside the cue; nil where the speaker is only in the verb.
    public var span: ByteSpan?
    /// Who it is, resolved within the document; nil where the document does not tell.
    public var name: String?
    /// What kind of source.
    public var kind: SourceKind
    /// The number of its actor.
    public var actor: Int?
    /// How the name was found.
    public var resolution: Resolution
  }

  /// What kind of source speaks.
  public enum SourceKind: String, Sendable {
    case person, organization, group, anonymous, document
  }

  /// How a source was resolved.
  public enum Resolution: String, Sendable {
    /// It stands beside the cue.
    case explicit
    /// A short form or title that stands for one named elsewhere.
    case pronoun
    /// It is only in the verb.
    case omitted
  }

  /// An agency or outlet.
  public struct Agency: Sendable {
    /// Its name without head noun and marks.
    public var name: String
    /// The number of its actor.
    public var actor: Int?
    /// Where it stands; nil where it is carried on from an earlier statement.
    public var span: ByteSpan?
  }

  /// The date of the act of saying.
  public struct StatementDate: Sendable {
    /// The TIMEX3 value.
    public var value: String
    /// Where it stands; nil where it is carried on.
    public var span: ByteSpan?
  }
}
