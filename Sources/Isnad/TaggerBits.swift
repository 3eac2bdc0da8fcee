import ArabicText
import Blocks
import Rules
import Tagger
import Time

/// Turns a lattice into what the tagger sees: tokens with class bits as ``TaggerClasses`` names them.
public struct TaggerBits: Sendable {
  /// By lattice bit, the class bits that it sets on its own token.
  private let here: [UInt64]
  /// By lattice bit, the class bits that it sets on the next token.
  private let next: [UInt64]
  /// The names of classes that no list and no rule knows.
  public let unknown: [String]

  /// Creates a translator for the lattices of an annotator.
  public init(_ annotator: Annotator) {
    let properties = Dictionary(uniqueKeysWithValues: Property.allCases.map { ($0.name, $0.rawValue) })
    var here = [UInt64](repeating: 0, count: annotator.width * 64)
    var next = here
    var unknown: [String] = []
    for (k, names) in TaggerClasses.names.enumerated() {
      for name in names.split(separator: "|").map(String.init) {
        let mask = UInt64(1) << UInt64(k)
        if name.hasPrefix("."), let bit = properties[String(name.dropFirst())] {
          here[bit] |= mask
        } else if name.hasSuffix("+"), let bit = annotator.bit(String(name.dropLast())) {
          next[bit + 1] |= mask
        } else if let bit = annotator.bit(name) {
          here[bit] |= mask
        } else {
          unknown.append(name)
        }
      }
    }
    self.here = here
    self.next = next
    self.unknown = unknown
  }

  /// The classes that the lattice must have for the tagger, beside those that rules name.
  static let classes = ["PER", "ORG", "LOC", "DATE", "TITLE", "country", "capital", "city"]

  /// What the tagger sees of a lattice on which the rules have run.
  public func document(_ lattice: Lattice) -> TaggerDocument {
    var tokens: [TaggerToken] = []
    tokens.reserveCapacity(lattice.tokens.count)
    var carried: UInt64 = 0
    for t in lattice.tokens.indices {
      let classes = carried | lattice.union(of: here, t)
      carried = lattice.union(of: next, t)
      tokens.append(
        TaggerToken(lattice.tokens[t], in: lattice.bytes, stripped: Int(lattice.stripped[t]), classes: classes))
    }
    return TaggerDocument(tokens: tokens, sentences: lattice.sentences)
  }
}

extension Worker {
  /// What the tagger sees of a text, with the lattice: the same as when it is annotated.
  public mutating func taggerDocument(_ input: Input) -> (lattice: Lattice, document: TaggerDocument) {
    var lattice = isnad.cascade.annotator.lattice(input.text, Tokenizer.tokenize(input.text))
    for b in isnad.blocks.blocks(lattice, firstArticle: 0) {
      let p: Property =
        b.kind == .title ? .inTitle : b.kind.isFurniture ? .inFurniture : b.kind == .source ? .inSource : .inBody
      for t in b.tokens { lattice.set(p, t) }
    }
    let context = TimeContext(anchor: input.date, options: isnad.options.time)
    let builder = isnad.entities
    _ = runner.run(&lattice) { record, lattice in builder.isValid(lattice, record, context) }
    return (lattice, isnad.taggerBits.document(lattice))
  }

  /// The words of the sentences of a text, without proclitics, as hashes: what word classes are learnt from.
  public mutating func stems(_ text: [UInt8]) -> [[UInt64]] {
    let lattice = isnad.cascade.annotator.lattice(text, Tokenizer.tokenize(text))
    let document = isnad.taggerBits.document(lattice)
    return document.sentences.indices.map { k in document.tokens[document.sentence(k)].map(\.stem) }
  }
}
