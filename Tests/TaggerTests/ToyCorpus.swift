import ArabicText
import Tagger
import Training

/// Sentences written for these tests.
enum ToyCorpus {
  /// Sentences of people, places and organizations in a few frames.
  static let inline: String = {
    let people = ["سامي الحداد", "ليلى منصور", "كريم الزين", "هدى صالح", "رامي عواد", "نور الدباغ"]
    let places = ["بيروت", "عمان", "تونس", "الرباط", "مسقط", "دمشق"]
    let bodies = ["حزب النهر", "حزب الجبل", "شركة السهم", "شركة الموج", "نادي الفجر", "نادي الشرق"]
    var out = ""
    var n = 0
    for (k, p) in people.enumerated() {
      for (j, l) in places.enumerated() where (j + k) % 2 == 0 {
        let b = bodies[(k + j) % bodies.count]
        out += "\(n)\tقال الوزير [PER \(p)] إن اللقاء جرى في [LOC \(l)] مساء أمس .\n"
        out += "\(n + 1)\tوأعلن [ORG \(b)] أن الاجتماع تأجل إلى الغد بعد زيارة [LOC \(l)] .\n"
        out += "\(n + 2)\tوتراجع سعر الطن في السوق أمس بعد موجة برد طويلة .\n"
        n += 3
      }
    }
    return out
  }()

  /// A text as the tagger sees it, without lists.
  static func document(_ bytes: [UInt8]) -> (document: TaggerDocument, tokens: [Token]) {
    let tokens = Tokenizer.tokenize(bytes)
    return (
      TaggerDocument(
        tokens: tokens.map { TaggerToken($0, in: bytes, stripped: 0, classes: 0) },
        sentences: Sentences.starts(in: tokens)), tokens
    )
  }

  /// Documents of a corpus.
  static func training(_ text: String = inline, of size: Int = 6) throws -> [TrainingDocument] {
    let sentences = try CorpusReader.read(Array(text.utf8), file: "toy")
    return CorpusReader.documents(sentences, of: size).map { t in
      let (document, tokens) = document(t.bytes)
      let labels = t.labels(tokens.map { (Int($0.start)..<Int($0.end), $0.kind.isWord) })
      return TrainingDocument(document: document, labels: labels)
    }
  }

  /// The names that a model finds in a text.
  static func names(_ text: String, _ model: [UInt8]) throws -> [String] {
    let bytes = Array(text.utf8)
    let (document, tokens) = document(bytes)
    var tagger = Tagger(try TaggerModel(bytes: model))
    return tagger.spans(document).map { s in
      let range = Int(tokens[s.tokens.lowerBound].start)..<Int(tokens[s.tokens.upperBound - 1].end)
      return s.type.name + " " + String(decoding: bytes[range], as: UTF8.self)
    }
  }
}
