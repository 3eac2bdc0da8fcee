import Isnad

/// The stages, each measured on what the one before it gives.
enum Stages {
  /// A stage: its name, and a pass over all documents that answers the CPU seconds and how much came out.
  struct Stage {
    var name: String
    var pass: () -> (seconds: Double, yield: Int)
  }

  /// Measures all stages; a pass runs every stage once, so that all suffer alike when the machine is busy.
  static func measure(_ material: Material, passes: Int, into report: inout Report) throws(Failure) {
    let start = cpuTime()
    let isnad: Isnad
    do {
      isnad = try Isnad()
    } catch {
      throw Failure(message: "\(error)")
    }
    report.loadMilliseconds = (cpuTime() - start) * 1000
    let texts = material.documents
    let phases = PhaseTimer(isnad, texts)
    let stages =
      textStages(texts) + listStages(isnad, texts)
      + phases.names.map { name in Stage(name: name) { phases.result(name) } }
      + dateStages(isnad, texts) + wholeStages(isnad, texts)
    report.rows = best(of: passes, stages) { phases.run() }
    report.bytes = material.bytes
  }

  /// The best of several passes of each stage.
  static func best(of passes: Int, _ stages: [Stage], beforePass: () -> Void = {}) -> [Report.Row] {
    var best: [String: (seconds: Double, yield: Int)] = [:]
    for _ in 0..<passes {
      beforePass()
      for s in stages {
        let r = s.pass()
        if r.seconds < best[s.name]?.seconds ?? .infinity { best[s.name] = r }
      }
    }
    return stages.compactMap { s in best[s.name].map { Report.Row(stage: s.name, seconds: $0.seconds, yield: $0.yield) }
    }
  }

  /// A pass that is measured as a whole.
  static func timed(_ body: () -> Int) -> (seconds: Double, yield: Int) {
    let start = cpuTime()
    let n = body()
    return (cpuTime() - start, n)
  }

  private static func textStages(_ texts: [[UInt8]]) -> [Stage] {
    [
      Stage(name: "floor") { timed { texts.reduce(0) { $0 &+ Floor.decode($1) } } },
      Stage(name: "decode") { timed { texts.reduce(0) { $0 + TextDecoder.decode($1).bytes.count } } },
      Stage(name: "fold-tokenise") { timed { texts.reduce(0) { $0 + Tokenizer.tokenize($1).count } } },
    ]
  }

  private static func listStages(_ isnad: Isnad, _ texts: [[UInt8]]) -> [Stage] {
    let annotator = isnad.cascade.annotator
    let tokens = texts.map { Tokenizer.tokenize($0) }
    var words = WordCache()
    return [
      Stage(name: "gazetteer-hits") {
        var hits: [Hit] = []
        return timed {
          var n = 0
          for document in tokens {
            hits.removeAll(keepingCapacity: true)
            annotator.matcher.findHits(document, document.indices, &hits)
            n += hits.count
          }
          return n
        }
      },
      // Hits too, and then the bits, shapes, sentences and quotations.
      Stage(name: "lattice") {
        timed {
          var n = 0
          for k in texts.indices { n += annotator.lattice(texts[k], tokens[k], &words).sentences.count }
          return n
        }
      },
    ]
  }

  /// Dates alone, from the text: tokens, lattice, the phase of the date rules, values.
  /// Dates alone: tokens, lattice, the phase of dates, values.
  private static func dateStages(_ isnad: Isnad, _ texts: [[UInt8]]) -> [Stage] {
    let annotator = isnad.cascade.annotator
    let phase = isnad.cascade.programs.firstIndex { $0.phase.name.contains("dates") } ?? 0
    var words = WordCache()
    let builder = EntityBuilder(annotator)
    let context = TimeContext(anchor: CivilDate(iso: "2025-03-05"))
    var runner = isnad.cascade.makeRunner()
    return [
      Stage(name: "dates") {
        timed {
          var n = 0
          for text in texts {
            var lattice = annotator.lattice(text, Tokenizer.tokenize(text), &words)
            for t in lattice.tokens.indices { lattice.set(.inBody, t) }
            let records = runner.run(&lattice, phases: phase..<phase + 1) { builder.isValid($1, $0, context) }
            n += builder.entities(lattice, records, context, []).count
          }
          return n
        }
      }
    ]
  }

  private static func wholeStages(_ isnad: Isnad, _ texts: [[UInt8]]) -> [Stage] {
    var worker = isnad.makeWorker()
    let writer = DocumentJSON()
    let day = CivilDate(iso: "2025-03-05")
    return [
      Stage(name: "pipeline") {
        timed { texts.reduce(0) { $0 + worker.annotate(Input(id: "x", text: $1, date: day)).entities.count } }
      },
      Stage(name: "pipeline-json") {
        timed { texts.reduce(0) { $0 + writer.bytes(worker.annotate(Input(id: "x", text: $1, date: day))).count } }
      },
    ]
  }
}

/// Runs the phases of the rules one after the other and times each.
private final class PhaseTimer {
  let names: [String]
  private let lattices: [Lattice]
  private var runner: CascadeRunner
  private var results: [(seconds: Double, yield: Int)] = []

  init(_ isnad: Isnad, _ texts: [[UInt8]]) {
    names =
      isnad.cascade.programs.map { "rules " + ($0.phase.name.split(separator: ".").first.map(String.init) ?? "") } + [
        "rules all"
      ]
    runner = isnad.cascade.makeRunner()
    lattices = texts.map { text in
      var l = isnad.cascade.annotator.lattice(text, Tokenizer.tokenize(text))
      for t in l.tokens.indices { l.set(.inBody, t) }
      return l
    }
  }

  func run() {
    results = names.map { _ in (0, 0) }
    for l in lattices {
      var lattice = l
      lattice.set(.inBody, 0)  // The copy is made here, not in the first phase.
      for p in 0..<names.count - 1 {
        let start = cpuTime()
        let n = runner.run(&lattice, phases: p..<p + 1).count
        let seconds = cpuTime() - start
        for k in [p, names.count - 1] {
          results[k].seconds += seconds
          results[k].yield += n
        }
      }
    }
  }

  func result(_ name: String) -> (seconds: Double, yield: Int) {
    names.firstIndex(of: name).map { results[$0] } ?? (0, 0)
  }
}

/// The floor: the least that reading UTF-8 costs.
enum Floor {
  /// Decodes the text scalar by scalar and adds them up.
  @inline(never)
  static func decode(_ bytes: [UInt8]) -> Int {
    let s = bytes.span
    let n = s.count
    var i = 0
    var sum: UInt32 = 0
    while i < n {
      let b = UInt32(s[i])
      if b < 0x80 {
        sum &+= b
        i &+= 1
      } else if b < 0xE0, i &+ 1 < n {
        sum &+= (b & 0x1F) << 6 | UInt32(s[i &+ 1] & 0x3F)
        i &+= 2
      } else if b < 0xF0, i &+ 2 < n {
        sum &+= (b & 0x0F) << 12 | UInt32(s[i &+ 1] & 0x3F) << 6 | UInt32(s[i &+ 2] & 0x3F)
        i &+= 3
      } else if i &+ 3 < n {
        sum &+=
          (b & 0x07) << 18 | UInt32(s[i &+ 1] & 0x3F) << 12 | UInt32(s[i &+ 2] & 0x3F) << 6 | UInt32(s[i &+ 3] & 0x3F)
        i &+= 4
      } else {
        break
      }
    }
    return Int(sum)
  }
}
