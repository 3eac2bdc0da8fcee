@_exported import ArabicText
@_exported import Blocks
@_exported import Entities
@_exported import Formats
@_exported import Gazetteer
import Resources
@_exported import Rules
@_exported import Statements
@_exported import Tagger
@_exported import Time

/// The toolkit: entities and statements of Arabic news.
///
/// ```swift
/// let isnad = try Isnad()
/// let document = isnad.annotate("قال الرئيس اللبناني جوزيف عون إن …", date: CivilDate(iso: "2025-03-05"))
/// print(document.statements.map { $0.source.name ?? "?" })
/// ```
/// One value serves any number of threads; each thread makes its own ``Worker``.
public struct Isnad: Sendable {
  /// The version of the tool.
  public static let version = "0.1.0"
  /// How documents are annotated.
  public let options: Options
  /// The compiled rules and lists.
  public let cascade: Cascade
  let blocks: BlockFinder
  let entities: EntityBuilder
  let aliases: AliasFinder
  let statements: StatementBuilder
  let taggerBits: TaggerBits

  /// Loads the lists and rules that the binary holds, and the user's own.
  ///
  /// - Throws: ``DataErrors`` with file, line and column of every mistake in a list or rule of the user.
  public init(_ options: Options = Options()) throws(DataErrors) {
    self.options = options
    let parsed = try Self.rules(options)
    try Self.checkFunctions(parsed.phases)
    let user = try Self.user(options.userLists)
    var gazetteers: [Gazetteer] = []
    do throws(DataError) {
      if !user.isEmpty {
        gazetteers.append(try Gazetteer(compiled: GazetteerCompiler.compile(user), name: "user lists"))
      }
      gazetteers += options.userGazetteers
      gazetteers.append(try Gazetteer(embedded: Embedded.gazetteer, name: "embedded lists"))
      if options.rules == nil {
        gazetteers.append(try Gazetteer(embedded: Embedded.ruleLists, name: "embedded rule lists"))
      } else {
        gazetteers.append(try Gazetteer(compiled: GazetteerCompiler.compile(parsed.entries), name: "rule lists"))
      }
    } catch {
      throw DataErrors([error])
    }
    cascade = try Cascade(
      parsed.phases, gazetteers,
      reading: BlockFinder.classes + EntityBuilder.classes + StatementBuilder.classes + AliasFinder.classes
        + TitleFinder.classes + TaggerBits.classes,
      excluding: options.excludedLists, userCount: (user.isEmpty ? 0 : 1) + options.userGazetteers.count)
    let annotator = cascade.annotator
    blocks = BlockFinder(annotator)
    entities = EntityBuilder(annotator)
    aliases = AliasFinder(annotator)
    statements = StatementBuilder(annotator)
    taggerBits = TaggerBits(annotator)
  }

  /// The rules of the user or our own; ours are parsed already where their examples are not wanted.
  private static func rules(_ options: Options) throws(DataErrors) -> (phases: [Phase], entries: [Entry]) {
    if let sources = options.rules { return try Cascade.parse(sources) }
    if !options.ruleExamples, let phases = RuleArchive.decode(Embedded.ruleArchive) { return (phases, []) }
    return try Cascade.parse(Embedded.rules.map { Cascade.Source(name: $0.name, text: $0.text) })
  }

  /// Refuses rules that call a function of values that is not there.
  private static func checkFunctions(_ phases: [Phase]) throws(DataErrors) {
    var errors: [DataError] = []
    for rule in phases.flatMap(\.rules) {
      for f in rule.make.fields {
        guard case .call(let name, _) = f.value, !TimeFunctions.names.contains(name) else { continue }
        let known = TimeFunctions.names.sorted().joined(separator: ", ")
        errors.append(
          DataError(
            file: rule.file, line: rule.line, column: 1, "rule '\(rule.id)' calls '\(name)', which is none of: \(known)"
          ))
      }
    }
    guard errors.isEmpty else { throw DataErrors(errors) }
  }

  private static func user(_ lists: [(name: String, text: String)]) throws(DataErrors) -> [Entry] {
    var entries: [Entry] = []
    var errors: [DataError] = []
    for l in lists {
      let read = ListReader.read(file: l.name, text: l.text, list: l.name)
      entries += read.entries
      errors += read.errors
    }
    guard errors.isEmpty else { throw DataErrors(errors) }
    return entries
  }

  /// The versions of the lists in the binary: hashes of their content.
  public static var dataVersion: String {
    [Embedded.gazetteer, Embedded.ruleLists]
      .map { (try? Gazetteer(embedded: $0, name: "")).map { String($0.version, radix: 16) } ?? "broken" }.joined(
        separator: ".")
  }

  /// The gazetteers in the order in which they win ties.
  public var gazetteers: [Gazetteer] { cascade.annotator.matcher.gazetteers }

  /// A worker for one thread.
  public func makeWorker() -> Worker { Worker(self) }

  /// Annotates one text. For many texts make a ``Worker`` once.
  public func annotate(_ text: String, id: String = "text", date: CivilDate? = nil) -> Document {
    var worker = makeWorker()
    return worker.annotate(Input(id: id, text: Array(text.utf8), date: date))
  }
}
