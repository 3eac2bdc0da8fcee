/// The command line, read by hand so that the package needs nothing but the toolkit.
struct Arguments {
  static let usage = """
    usage: isnad-bench [FILE] [options]
      FILE                 text to measure with: JSONL with "text", or one plain text; generated where not given
      --megabytes N        how much text to generate (4)
      --seed N             the seed of the generated text (1)
      --passes N           passes over the text; the best one counts (5)
      --binary PATH        also measure this binary from start to exit
      --article PATH       the article that the binary reads (Examples/article.txt)
      --runs N             runs of the binary; the best one counts (20)
      --phrases PATH       measure only the matcher, with this compiled gazetteer; all matches, verified, with offsets
      --check              compare with thresholds.txt; exit status 1 where one is not met
      --thresholds PATH    other thresholds
    """

  var file: String?
  var megabytes = 4
  var seed = 1
  var passes = 5
  var binary: String?
  var article = Arguments.root + "/Examples/article.txt"
  var runs = 20
  var phrases: String?
  var check = false
  var thresholds = Arguments.root + "/Benchmarks/thresholds.txt"
  var help = false

  /// The folder of the toolkit's package.
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(
    separator: "/")

  init(_ arguments: some Sequence<String>) throws(Failure) {
    var rest = Array(arguments)[...]
    func value(_ option: String) throws(Failure) -> String {
      guard let v = rest.popFirst() else { throw Failure(message: "\(option) needs a value") }
      return v
    }
    func number(_ option: String) throws(Failure) -> Int {
      guard let n = Int(try value(option)), n > 0 else { throw Failure(message: "\(option) needs a number above 0") }
      return n
    }
    while let a = rest.popFirst() {
      switch a {
      case "--megabytes": megabytes = try number(a)
      case "--seed": seed = try number(a)
      case "--passes": passes = try number(a)
      case "--runs": runs = try number(a)
      case "--binary": binary = try value(a)
      case "--article": article = try value(a)
      case "--thresholds": thresholds = try value(a)
      case "--phrases": phrases = try value(a)
      case "--check": check = true
      case "--help", "-h": help = true
      default:
        guard !a.hasPrefix("-"), file == nil else { throw Failure(message: "unknown argument '\(a)'") }
        file = a
      }
    }
  }
}
