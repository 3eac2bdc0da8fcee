import ArabicText
import Gazetteer
import Rules
import Tagger
import Time

/// How documents are annotated.
public struct Options: Sendable {
  /// How times are read.
  public var time = TimeOptions()
  /// Whether durations, sets and expressions of the present are entities too.
  public var allTimes = false
  /// Types to keep; nil keeps all.
  public var types: Set<EntityType>?
  /// The least confidence of a record.
  public var minimumConfidence = 0.0
  /// Lists of the user: file name and text; they win ties.
  public var userLists: [(name: String, text: String)] = []
  /// Compiled lists of the user: file name and bytes; they win ties with ours, after ``userLists``.
  public var userGazetteers: [Gazetteer] = []
  /// Lists of the project to leave out, by file name without extension.
  public var excludedLists: Set<String> = []
  /// Rule files that take the place of the project's own.
  public var rules: [Cascade.Source]? {
    // The project's tagger has learnt with the project's rules: with others it is to be chosen on purpose.
    didSet { if rules != nil { tagger = nil } }
  }
  /// The tagger that votes beside the rules, nil for none.
  public var tagger: TaggerModel? = TaggerProfile.news.model
  /// The annotation conventions.
  public var profile = TaggerProfile.news
  /// Whether the examples of the rules are read, so that they can be run.
  public var ruleExamples = false

  /// The defaults, which suit Arabic news.
  public init() {}
}

/// A text to annotate with what is known about it.
public struct Input: Sendable {
  /// Its id.
  public var id: String
  /// Its text, valid UTF-8.
  public var text: [UInt8]
  /// Who published it.
  public var publisher: String?
  /// Its title.
  public var title: String?
  /// Its date, and where it comes from.
  public var date: CivilDate?
  /// Where the date comes from.
  public var basis = Document.DocumentDate.Basis.metadata
  /// The hour and minute of a full reference time, for expressions of the clock.
  public var clock: (hour: Int, minute: Int)?

  /// Creates an input.
  public init(id: String, text: [UInt8], publisher: String? = nil, title: String? = nil, date: CivilDate? = nil) {
    self.id = id
    self.text = text
    self.publisher = publisher
    self.title = title
    self.date = date
  }
}
