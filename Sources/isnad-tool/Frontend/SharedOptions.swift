import ArgumentParser
import Isnad

/// The forms of input.
enum InputForm: String, ExpressibleByArgument, CaseIterable {
  case auto, text, json, jsonl
}

extension OffsetUnit: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}

/// What `--preference` takes.
enum Preference: String, ExpressibleByArgument, CaseIterable {
  case news, past, future, nearest
}

/// What `--hijri` takes.
enum HijriChoice: String, ExpressibleByArgument, CaseIterable {
  case umalqura, civil
}

/// The options of all subcommands that read articles.
struct InputOptions: ParsableArguments {
  @Argument(help: "Files to read; - is standard input.")
  var files: [String] = []

  @Option(help: "The form of the input: text, json, jsonl, or auto by the file's name.")
  var input: InputForm = .auto

  @Option(
    help:
      "The encoding of text files (UTF-8, UTF-16LE, UTF-16BE, windows-1256, ISO-8859-6); found out by itself where not given."
  )
  var encoding: String?

  @Option(help: ArgumentHelp("The date of articles that bring none, YYYY-MM-DD.", valueName: "day"))
  var date: String?

  @Option(help: "The publisher of articles that name none.")
  var publisher: String?

  @Option(name: .customLong("text-field"), help: "The JSON field with the text.")
  var textField = "text"

  @Option(name: .customLong("id-field"), help: "The JSON field with the id.")
  var idField = "id"

  @Option(name: .customLong("date-field"), help: "The JSON field with the date.")
  var dateField = "date"

  @Option(name: .customLong("publisher-field"), help: "The JSON field with the publisher.")
  var publisherField = "publisher"

  @Option(help: ArgumentHelp("Documents worked on at a time; never changes the output.", valueName: "n"))
  var jobs: Int?

  @Flag(name: .customLong("fail-fast"), help: "Stop at the first input that fails.")
  var failFast = false

  @Flag(help: "No warnings.")
  var quiet = false

  func validate() throws {
    if let date, CivilDate(iso: date) == nil {
      throw ValidationError("--date must be a day such as 2025-03-05, not '\(date)'.")
    }
    if let encoding, TextEncoding(label: encoding) == nil {
      let known = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--encoding '\(encoding)' is not known; known: \(known).")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }
}

/// The options of how articles are annotated.
struct AnnotationOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Keep only these types, such as PER,LOC.", valueName: "types"))
  var types: String?

  @Option(name: .customLong("min-confidence"), help: "Keep only records at least this sure, 0 to 1.")
  var minConfidence = 0.0

  @Option(help: "Times to list: 'entities' (dates and clock times) or 'all' (also durations, sets, the present).")
  var timex = "entities"

  @Option(
    help:
      "What weekdays and dates without a year mean: news, past, future, nearest. All but news count «التالي» from the date."
  )
  var preference: Preference = .news

  @Option(name: .customLong("date-order"), help: "The order of numeric dates: dmy, mdy, ymd.")
  var dateOrder: DateOrder = .dmy

  @Option(
    name: .customLong("week-start"),
    help: ArgumentHelp("The first day of the week, by name or ISO number: sunday, 7.", valueName: "day"))
  var weekStart = WeekdayName(number: 7)

  @Option(help: ArgumentHelp("The weekend: friday-saturday, 6-7.", valueName: "days"))
  var weekend = Weekend(days: 5...6)

  @Option(help: "The reckoning of Hijri dates: umalqura, civil.")
  var hijri: HijriChoice = .umalqura

  @Option(name: .customLong("time-zone"), help: "The offset of clock times that name no zone, such as +03:00.")
  var timeZone: String?

  @Option(
    help: ArgumentHelp(
      "A list of your own, TSV or compiled; may be given several times; its entries win ties.", valueName: "file")
  )
  var gazetteer: [String] = []

  @Option(
    help: ArgumentHelp(
      "The conventions of annotation: \(TaggerProfile.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"))
  var profile: TaggerProfile = .news

  @Option(help: ArgumentHelp("A tagger model of your own, made by 'isnad train'.", valueName: "file"))
  var model: String?

  @Flag(name: .customLong("no-tagger"), help: "Names by lists and rules alone.")
  var noTagger = false

  @Option(
    name: .customLong("no-list"),
    help: ArgumentHelp("A list of ours to leave out; may be given several times.", valueName: "name"))
  var noList: [String] = []

  @Option(
    help: ArgumentHelp("A folder with cascade.txt and rule files that take the place of ours.", valueName: "folder"))
  var rules: String?

  func validate() throws {
    guard minConfidence >= 0, minConfidence <= 1 else { throw ValidationError("--min-confidence must be from 0 to 1.") }
    guard timex == "all" || timex == "entities" else { throw ValidationError("--timex must be 'entities' or 'all'.") }
    _ = try entityTypes()
  }

  private func entityTypes() throws -> Set<EntityType>? {
    guard let types else { return nil }
    return Set(
      try types.split(separator: ",").map { name in
        guard let t = EntityType(rawValue: name.uppercased()) else {
          throw ValidationError(
            "--types: '\(name)' is not known; known: \(EntityType.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        return t
      })
  }

  /// The toolkit with these options; stops with exit status 2 where a list or rule of the user is broken.
  func load(ruleExamples: Bool = false) throws -> Isnad {
    var o = Options()
    o.ruleExamples = ruleExamples
    o.types = try entityTypes()
    o.minimumConfidence = minConfidence
    o.allTimes = timex == "all"
    o.time.preference = TimePreference(rawValue: preference.rawValue) ?? .news
    o.time.dateOrder = dateOrder
    o.time.weekStart = weekStart.number
    o.time.weekend = weekend.days
    o.time.hijri = hijri == .civil ? .civil : .umalqura
    o.time.timeZone = timeZone
    o.excludedLists = Set(noList)
    o.profile = profile
    o.tagger = noTagger ? nil : profile.model
    do {
      for path in gazetteer {
        if try CompiledCheck.isCompiled(Files.read(path, limit: 8)) {
          o.userGazetteers.append(try Gazetteer(file: path))
        } else {
          o.userLists.append((path, try Self.text(path)))
        }
      }
      if let rules {
        let names = Files.names(in: rules) + Files.names(in: rules + "/rules").map { "rules/" + $0 }
        o.rules = try names.filter { $0 == "cascade.txt" || $0.hasSuffix(".rules") }.map {
          Cascade.Source(name: rules + "/" + $0, text: try Self.text(rules + "/" + $0))
        }
      }
      if let model, !noTagger { o.tagger = try Self.tagger(model) }
      return try Isnad(o)
    } catch {
      Files.warn("isnad: \(error)")
      throw ExitCode(2)
    }
  }

  private static func tagger(_ path: String) throws -> TaggerModel {
    let bytes = try Files.read(path)
    do {
      return try TaggerModel(bytes: bytes)
    } catch {
      throw FileError(description: "\(path): \(error)")
    }
  }

  private static func text(_ path: String) throws -> String {
    guard let s = String(validating: try Files.read(path), as: UTF8.self) else {
      throw DataErrors([DataError(file: path, "the file is not valid UTF-8")])
    }
    return s
  }
}
