import ArgumentParser
import Isnad
import Training

struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train the tagger from a corpus, or measure it.")

  @Argument(help: "Corpora.") var corpora: [String]
  @Option var dump: String?
  @Option var document = 30

  func run() throws {
    let isnad = try AnnotationOptions.parse([]).load()
    var worker = isnad.makeWorker()
    Files.warn("unknown: \(TaggerBits(isnad.cascade.annotator).unknown)")
    var out: [UInt8] = []
    func put(_ v: UInt64) { for k in 0..<8 { out.append(UInt8(truncatingIfNeeded: v >> UInt64(8 * k))) } }
    for path in corpora {
      let sentences = try CorpusReader.read(try Files.read(path), file: path)
      for d in CorpusReader.documents(sentences, of: document) {
        let (lattice, doc) = worker.taggerDocument(Input(id: "x", text: d.bytes))
        let labels = d.labels(lattice.tokens.map { (Int($0.start)..<Int($0.end), $0.kind.isWord) })
        put(UInt64(doc.tokens.count))
        put(UInt64(doc.sentences.count))
        for s in doc.sentences { put(UInt64(s)) }
        for (k, t) in doc.tokens.enumerated() {
          put(t.word)
          put(t.stem)
          put(t.raw)
          put(t.classes)
          put(UInt64(t.lead) | UInt64(t.trail) << 32)
          put(UInt64(t.shape) | UInt64(labels[k]) << 32)
        }
      }
    }
    if let dump { try Files.save(out, as: dump) }
  }
}
