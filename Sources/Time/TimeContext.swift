/// What the words of a text are resolved against.
public struct TimeContext: Sendable, Hashable {
  /// The date of the document, where it is known; the date of the run is never used instead.
  public var anchor: CivilDate?
  /// The hour of the document, where it is known.
  public var anchorHour: Int?
  /// The minute of the document, where it is known.
  public var anchorMinute: Int?
  /// How ambiguous expressions are read.
  public var options: TimeOptions
  /// Whether the clause speaks of the future: «سيلتقي … الجمعة» (will meet on Friday).
  public var futureTense: Bool
  /// Whether the expression is the beginning of what still lasts: «منذ يناير» (since January).
  public var isSince = false
  /// How much heavier a gap into the future weighs than one into the past, for dates without a year: news tell more of
  /// what was than of what will be. 1 where the clause tells what goes on («يستمر حتى أغسطس»), 6 where it tells what
  /// was («بدأت في يناير»).
  public var aheadWeight = 2
  /// How much heavier a gap into the past weighs: more than 1 where the clause plans («تأجيل الجلسة إلى 15 يناير»).
  public var behindWeight = 1

  /// Whether the clause tells what was.
  var isTold: Bool { !futureTense && aheadWeight > 2 }

  /// Makes a context.
  public init(
    anchor: CivilDate? = nil, anchorHour: Int? = nil, anchorMinute: Int? = nil, options: TimeOptions = TimeOptions(),
    futureTense: Bool = false
  ) {
    self.anchor = anchor
    self.anchorHour = anchorHour
    self.anchorMinute = anchorMinute
    self.options = options
    self.futureTense = futureTense
  }
}
