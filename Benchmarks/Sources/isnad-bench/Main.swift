/// Measures the speed of each stage of the pipeline. See Benchmarks/README.md.
@main
struct Bench {
  static func main() {
    let options: Arguments
    do {
      options = try Arguments(CommandLine.arguments.dropFirst())
    } catch {
      stop("isnad-bench: \(error.message)\n\(Arguments.usage)", 64)
    }
    if options.help { return print(Arguments.usage) }
    do {
      try run(options)
    } catch {
      stop("isnad-bench: \(error.message)", 2)
    }
  }

  static func run(_ options: Arguments) throws(Failure) {
    var report = Report()
    // First of all: a child's peak memory counts from that of the process that starts it.
    if let binary = options.binary {
      report.process = try ProcessCost.best(of: options.runs, binary: binary, article: options.article)
    }
    let material =
      try options.file.map(Material.read)
      ?? Material.generated(bytes: options.megabytes * 1_000_000, seed: options.seed)
    report.material = material.summary
    if let phrases = options.phrases {
      try Stages.measure(material, phrases: phrases, passes: options.passes, into: &report)
      return print(report.text)
    }
    try Stages.measure(material, passes: options.passes, into: &report)
    print(report.text)
    guard options.check else { return }
    let thresholds = try Thresholds(file: options.thresholds)
    let broken = thresholds.broken(by: report)
    for line in broken { warn(line) }
    print(broken.isEmpty ? "all thresholds are met" : "\(broken.count) thresholds are not met")
    if !broken.isEmpty { stop("", 1) }
  }
}

/// Why a measurement could not be made.
struct Failure: Error {
  var message: String
}
