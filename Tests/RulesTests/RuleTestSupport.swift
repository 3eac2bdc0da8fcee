import ArabicText
import Gazetteer
import Rules

/// Lists that the tests' rules name: three fruits, one of two words.
let fruit = """
  list apple
    تفاح
  list orange
    برتقال
    عصير برتقال
  list banana
    موز

  """

/// A cascade of rule files in order.
func cascade(_ files: [(text: String, mode: String)]) throws -> Cascade {
  var sources = [
    Cascade.Source(name: "cascade.txt", text: files.indices.map { "\($0).rules \(files[$0].mode)\n" }.joined())
  ]
  for (n, f) in files.enumerated() { sources.append(Cascade.Source(name: "\(n).rules", text: f.text)) }
  let parsed = try Cascade.parse(sources)
  return try Cascade(parsed.phases, [try Gazetteer(compiled: GazetteerCompiler.compile(parsed.entries))])
}

/// A cascade of one file.
func cascade(_ rules: String, mode: String = "longest") throws -> Cascade { try cascade([(fruit + rules, mode)]) }

/// A rule of one pattern.
func rule(_ pattern: String, before: String? = nil, after: String? = nil, more: String = "") -> String {
  "rule x\n" + (before.map { "  before \($0)\n" } ?? "") + "  match \(pattern)\n"
    + (after.map { "  after \($0)\n" } ?? "") + "  make X\n" + more
}

/// The records of a text.
func records(_ cascade: Cascade, _ text: String) -> (records: [Record], lattice: Lattice) {
  let bytes = Array(text.utf8)
  var lattice = cascade.annotator.lattice(bytes, Tokenizer.tokenize(bytes))
  var runner = cascade.makeRunner()
  return (runner.run(&lattice), lattice)
}

/// What the rules find, as text.
func found(_ cascade: Cascade, _ text: String) -> [String] {
  let (records, lattice) = records(cascade, text)
  return records.map { lattice.text(lattice.span($0.extent)) }
}
