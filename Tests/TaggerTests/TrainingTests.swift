import ArabicText
import Tagger
import Testing
import Training

@Suite struct TrainingTests {
  /// A model of the toy corpus, trained once: tests run without optimization.
  private static let model = try? train(FeatureGroups.usual)

  private static func train(_ groups: FeatureGroups) throws -> [UInt8] {
    var o = TaggerTrainer.Options()
    o.groups = groups
    o.folds = 2
    o.first.l1 = 0.3
    o.first.epochs = 5
    o.second = o.first
    return TaggerTrainer(o).model(try ToyCorpus.training())
  }

  private func model() throws -> [UInt8] { try #require(Self.model) }

  @Test func namesInTheFramesOfTheCorpusAreFound() throws {
    let found = try ToyCorpus.names("قال الوزير فادي الخولي إن اللقاء جرى في صنعاء مساء أمس .", try model())
    #expect(found == ["PER فادي الخولي", "LOC صنعاء"])
  }

  @Test func twoTrainingsGiveTheSameBytes() throws {
    let a = try model()
    let b = try Self.train(FeatureGroups.usual)
    #expect(a == b)
    #expect(a.allSatisfy { $0 < 0x80 })
    #expect(a.count < 1 << 20)
  }

  @Test func withoutTheDocumentThereIsOnePass() throws {
    let groups = FeatureGroups.all.subtracting([.document, .clusters])
    #expect(try TaggerModel(bytes: Self.train(groups)).groups == groups)
  }

  @Test func candidatesGetTheProbabilityOfJustTheirSpan() throws {
    let bytes = Array("قال الوزير ليلى منصور إن اللقاء جرى في تونس مساء أمس .".utf8)
    var tagger = Tagger(try TaggerModel(bytes: try model()))
    let (found, asked) = tagger.spans(
      ToyCorpus.document(bytes).document,
      asking: [(.location, 8..<9), (.person, 2..<4), (.person, 2..<3), (.person, 0..<400), (.person, 3..<3)])
    #expect(found.map(\.tokens) == [2..<4, 8..<9])
    #expect(asked[0] > 0.9 && asked[1] > 0.9)
    #expect(asked[2] < 0.1 && asked[3] == 0 && asked[4] == 0)
    #expect(found.map(\.confidence) == [asked[1], asked[0]])
  }

  @Test func emptyAndLongDocumentsAreTagged() throws {
    var tagger = Tagger(try TaggerModel(bytes: try model()))
    #expect(tagger.spans(TaggerDocument(tokens: [], sentences: [])).isEmpty)
    let long = ToyCorpus.document(Array(String(repeating: "بيروت ", count: 3000).utf8)).document
    #expect(tagger.spans(long).allSatisfy { $0.tokens.upperBound <= 3000 && $0.confidence <= 1 })
  }

  @Test func brokenModelsAreRefused() throws {
    let good = try model()
    #expect(throws: ModelError.self) { try TaggerModel(bytes: []) }
    #expect(throws: ModelError.self) { try TaggerModel(bytes: Array("something else".utf8)) }
    #expect(throws: ModelError.self) { try TaggerModel(bytes: Array(good.dropLast())) }
    for at in stride(from: 8, to: 72, by: 1) {
      var bad = good
      bad[at] ^= 0x55
      // Refused or usable, never a crash.
      guard let m = try? TaggerModel(bytes: bad) else { continue }
      var tagger = Tagger(m)
      _ = tagger.spans(ToyCorpus.document(Array("قال الوزير .\nقال الوزير .".utf8)).document)
    }
  }

  @Test func classesBringWordsOfOneKindTogether() throws {
    var sentences: [[UInt64]] = []
    let kinds: [[UInt64]] = (0..<40).map { k in [UInt64(k) * 10 + 1_000, UInt64(k) * 10 + 1_001] }
    for k in kinds { for _ in 0..<6 { for w in k { sentences.append([UInt64(k[0] % 4), w, 7]) } } }
    var learner = ExchangeClusters()
    learner.least = 2
    let classes = learner.classes(sentences)
    let again = learner.classes(sentences)
    #expect(classes.words.map(\.classes) == again.words.map(\.classes))
    #expect(classes.words.count > 40)
  }
}
