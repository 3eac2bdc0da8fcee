import ArabicText
import Gazetteer

/// The rules of Models/: phases in order, compiled for the gazetteers at hand.
public struct Cascade: Sendable {
  /// The compiled phases.
  public let programs: [Program]
  /// Fills lattices from the lists.
  public let annotator: Annotator
  /// The bits of the types that phases make.
  let typeBits: [String: Int]

  /// A file of the cascade.
  public struct Source: Sendable {
    /// Its name.
    public var name: String
    /// Its text.
    public var text: String
    /// Creates it.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The phases of the files, in the order that `cascade.txt` gives: a line each, file and mode.
  public static func parse(_ files: [Source]) throws(DataErrors) -> (
    phases: [Phase], entries: [Entry]
  ) {
    guard let index = files.first(where: { $0.name.hasSuffix("cascade.txt") }) else {
      throw DataErrors([
        DataError(file: "cascade.txt", "the cascade is missing: it names the rule files in their order")
      ])
    }
    var phases: [Phase] = []
    var entries: [Entry] = []
    var errors: [DataError] = []
    var macros: [String: Pattern] = [:]
    var ids: Set<String> = []
    for (n, line) in index.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let cells = line.split { $0 == " " || $0 == "\t" }
      guard let name = cells.first, name.first != "#" else { continue }
      guard let source = files.first(where: { $0.name == name || $0.name.hasSuffix("/" + name) }) else {
        errors.append(DataError(file: index.name, line: n + 1, column: 1, "there is no file '\(name)'"))
        continue
      }
      guard cells.count == 2, let mode = Phase.Mode(rawValue: String(cells[1])) else {
        errors.append(
          DataError(file: index.name, line: n + 1, column: 1, "write: file mode; modes are longest, first and all"))
        continue
      }
      let file = RuleParser.parse(file: source.name, text: source.text, macros: macros)
      macros = file.macros
      errors += file.errors
      entries += file.entries
      for r in file.rules where !ids.insert(r.id).inserted {
        errors.append(DataError(file: r.file, line: r.line, column: 6, "another file has a rule '\(r.id)' too"))
      }
      phases.append(Phase(name: String(name), mode: mode, rules: file.rules))
    }
    guard errors.isEmpty else { throw DataErrors(errors) }
    return (phases, entries)
  }

  /// Compiles phases for a set of gazetteers.
  ///
  /// `reading` are classes that other stages ask the lattice for, beside those that rules name.
  public init(
    _ phases: [Phase], _ gazetteers: [Gazetteer], reading: [String] = [], excluding: Set<String> = [],
    userCount: Int = 0
  )
    throws(DataErrors)
  {
    var known = Set(reading)
    for g in gazetteers { known.formUnion(g.classNames) }
    for name in known where name.hasSuffix("-weak") { known.insert(String(name.dropLast(5))) }
    var classes = Set(reading)
    var errors: [DataError] = []
    for phase in phases {
      for rule in phase.rules {
        for p in [rule.before, rule.match, rule.after].compactMap({ $0 }) {
          for t in p.tests where Property.byName[t.name] == nil {
            guard classes.insert(t.name).inserted else { continue }
            let base = t.name.hasSuffix("-weak") ? String(t.name.dropLast(5)) : t.name
            guard !known.contains(t.name), !known.contains(base) else { continue }
            let e = DataError(
              file: rule.file, line: t.line, column: t.column,
              "unknown name '\(t.name)': no property, no class of a list, and no type made by an earlier phase")
            if !errors.contains(e) { errors.append(e) }
          }
        }
      }
      for rule in phase.rules { known.insert(rule.make.type) }
    }
    guard errors.isEmpty else { throw DataErrors(errors) }
    let vocabulary = Vocabulary(classes: classes.sorted())
    annotator = Annotator(Matcher(gazetteers), vocabulary, excluding: excluding, userCount: userCount)
    typeBits = vocabulary.bits
    do throws(DataError) {
      var programs: [Program] = []
      for p in phases { programs.append(try Program(p, vocabulary)) }
      self.programs = programs
    } catch {
      throw DataErrors([error])
    }
  }

  /// The phases that make names of people, organizations and places end before this one.
  public var nameEnd: Int {
    (programs.lastIndex { $0.phase.rules.contains { ["PER", "ORG", "LOC"].contains($0.make.type) } } ?? -1) + 1
  }

  /// Runs the cascade; a value of its own for each thread.
  public func makeRunner() -> CascadeRunner { CascadeRunner(self) }
}

/// Several mistakes.
public struct DataErrors: Error, Sendable, CustomStringConvertible {
  /// The mistakes in file order.
  public var errors: [DataError]
  /// Creates them.
  public init(_ errors: [DataError]) { self.errors = errors }
  /// One a line.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// A record that a rule made.
public struct Record: Sendable {
  /// The rule.
  public var rule: Rule
  /// The number of its phase.
  public var phase: Int
  /// Its tokens, without context.
  public var tokens: Range<Int>
  /// Its captures.
  public var captures: [(name: String, tokens: Range<Int>)]
  /// How sure it is, 0 to 1: the trust of its rule until something else votes too.
  public var confidence: Double

  /// Creates a record.
  public init(
    rule: Rule, phase: Int, tokens: Range<Int>, captures: [(name: String, tokens: Range<Int>)] = [],
    confidence: Double? = nil
  ) {
    self.rule = rule
    self.phase = phase
    self.tokens = tokens
    self.captures = captures
    self.confidence = confidence ?? rule.trust
  }

  /// The tokens of a capture.
  public func capture(_ name: String) -> Range<Int>? { captures.last { $0.name == name }?.tokens }

  /// The tokens of a field that holds a capture.
  public func tokens(of field: String) -> Range<Int>? {
    if case .capture(let name)? = rule.make.field(field) { return capture(name) }
    return nil
  }

  /// The tokens that the record is about: the field `span`, or the whole match.
  public var extent: Range<Int> { tokens(of: "span") ?? tokens }
}

/// The state of running a cascade on one thread: the automata that it has made so far.
public struct CascadeRunner {
  /// The cascade.
  public let cascade: Cascade
  private var matchers: [PhaseMatcher]

  init(_ cascade: Cascade) {
    self.cascade = cascade
    matchers = cascade.programs.map(PhaseMatcher.init)
  }

  /// Runs the phases on a lattice and returns the records in phase and text order; their types are marked on the lattice.
  ///
  /// `accept` may drop a record before later phases see it.
  public mutating func run(
    _ lattice: inout Lattice, phases: Range<Int>? = nil, accept: (Record, Lattice) -> Bool = { _, _ in true }
  ) -> [Record] {
    var out: [Record] = []
    for p in phases ?? matchers.indices {
      let records = records(lattice, phase: p).filter { accept($0, lattice) }
      for r in choose(records, cascade.programs[p].phase.mode) {
        if let bit = cascade.typeBits[r.rule.make.type] {
          lattice.mark(bit, token: r.extent.lowerBound, count: r.extent.count)
        }
        out.append(r)
      }
    }
    return out
  }

  /// Marks tokens as a name of a type for the phases after, or takes the mark away.
  public func mark(_ type: String, _ tokens: Range<Int>, isName: Bool = true, _ lattice: inout Lattice) {
    guard let bit = cascade.typeBits[type], !tokens.isEmpty else { return }
    if isName {
      lattice.mark(bit, token: tokens.lowerBound, count: tokens.count)
    } else {
      lattice.unmark(bit, token: tokens.lowerBound, count: tokens.count)
    }
  }

  /// What one rule of a phase makes by itself, on a lattice on which the earlier phases have run.
  mutating func run(_ lattice: Lattice, rule: Int, phase p: Int) -> [Record] {
    let own = cascade.programs[p].phase.rules[rule].id
    return choose(records(lattice, phase: p).filter { $0.rule.id == own }, .longest)
  }

  /// All matches of a phase as records.
  private mutating func records(_ lattice: Lattice, phase p: Int) -> [Record] {
    let program = cascade.programs[p]
    guard !program.phase.rules.isEmpty else { return [] }
    return matchers[p].matches(lattice).map { m in
      Record(
        rule: program.phase.rules[m.rule], phase: p, tokens: m.tokens,
        captures: m.captures.map { (program.captureNames[$0.id], $0.tokens) })
    }
  }

  /// Resolves overlaps as the phase says.
  private func choose(_ records: [Record], _ mode: Phase.Mode) -> [Record] {
    let ordered = records.enumerated().sorted { a, b in
      let x = a.element.extent
      let y = b.element.extent
      if x.lowerBound != y.lowerBound { return x.lowerBound < y.lowerBound }
      if mode != .first, x.count != y.count { return x.count > y.count }
      if mode != .first, a.element.rule.trust != b.element.rule.trust {
        return a.element.rule.trust > b.element.rule.trust
      }
      if a.element.rule.line != b.element.rule.line { return a.element.rule.line < b.element.rule.line }
      return a.offset < b.offset
    }
    guard mode != .all else { return ordered.map(\.element) }
    var chosen: [Record] = []
    var end = 0
    for (_, r) in ordered where r.extent.lowerBound >= end && !r.extent.isEmpty {
      chosen.append(r)
      end = r.extent.upperBound
    }
    return chosen
  }
}
