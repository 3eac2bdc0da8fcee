import Tagger
import Testing
import Training

@Suite struct CorpusTests {
  private func text(_ s: LabelledText, _ r: Range<Int>) -> String { String(decoding: s.bytes[r], as: UTF8.self) }

  @Test func wordsWithTagsAreRead() throws {
    let file = "زار O\nجوزيف B-PERS\nعون I-PERS\nالقاهرة I-LOC\n. O\n\nعاد O\nو O\nرئيس B-MISC\n"
    let read = try CorpusReader.read(Array(file.utf8), file: "x")
    #expect(read.count == 2)
    #expect(read[0].names.map { text(read[0], $0.range) } == ["جوزيف عون", "القاهرة"])
    #expect(read[0].names.map(\.type) == [.person, .location])
    #expect(read[1].names.isEmpty)
    #expect(read[1].words.count == 3)
  }

  @Test func sentencesWithBracketsAreRead() throws {
    let file = "7\tقال [PER جوزيف عون] في [DATE أمس] بـ[LOC بيروت] [كذا] .\r\n"
    let read = try CorpusReader.read(Array(file.utf8), file: "x")
    #expect(read.count == 1)
    #expect(String(decoding: read[0].bytes, as: UTF8.self) == "قال جوزيف عون في أمس بـبيروت [كذا] .")
    #expect(read[0].names.map { text(read[0], $0.range) } == ["جوزيف عون", "بيروت"])
  }

  @Test func mistakesNameFileAndLine() {
    #expect(throws: CorpusError.self) { try CorpusReader.read(Array("بيروت\n".utf8), file: "x") }
    #expect(throws: CorpusError.self) { try CorpusReader.read(Array("قال O\nبيروت LOC\n".utf8), file: "x") }
    do {
      _ = try CorpusReader.read(Array("1\tقال\n2\tقال [PER جوزيف\n".utf8), file: "x.txt")
      Issue.record("an open bracket was read")
    } catch {
      #expect(error.description.hasPrefix("x.txt:2: "))
    }
  }

  @Test func annotatedDocumentsAreReadInAnyUnit() throws {
    let entities = [("codepoint", 6, 11), ("utf16", 7, 12), ("utf8", 12, 22)]
    for (unit, start, end) in entities {
      let json =
        #"{"text": "😀 قال بيروت", "offsets": "\#(unit)", "entities": "#
        + #"[{"type": "LOC", "start": \#(start), "end": \#(end)}, {"type": "DATE", "start": 0, "end": 1}]}"#
      let read = try AnnotatedReader.read(Array(json.utf8)[...], file: "x")
      let name = try #require(read.names.first)
      #expect(text(read, name.range) == "بيروت")
      #expect(read.names.count == 1)
    }
    let outside = #"{"text": "قال", "entities": [{"type": "LOC", "start": 2, "end": 9}]}"#
    #expect(throws: CorpusError.self) { try AnnotatedReader.read(Array(outside.utf8)[...], file: "x") }
    #expect(throws: CorpusError.self) { try AnnotatedReader.read(Array("{".utf8)[...], file: "x") }
  }

  @Test func sentencesBecomeDocuments() throws {
    let sentences = try CorpusReader.read(Array("1\tقال [PER سامي]\n2\tعاد\n3\tفي [LOC صور]\n".utf8), file: "x")
    let documents = CorpusReader.documents(sentences, of: 2)
    #expect(documents.map(\.sentences.count) == [2, 1])
    #expect(String(decoding: documents[0].bytes, as: UTF8.self) == "قال سامي\nعاد")
    #expect(documents[0].words.count == 3)
    #expect(text(documents[1], documents[1].names[0].range) == "صور")
  }

  @Test func marksAtTheEdgesOfANameStayOutside() {
    var t = LabelledText()
    t.names = [(0..<10, .organization)]
    let labels = t.labels([
      (0..<1, false), (1..<5, true), (5..<6, false), (6..<9, true), (9..<10, false), (11..<14, true),
    ])
    #expect(labels == [6, 2, 3, 3, 6, 6])
  }

  @Test func countsGivePrecisionAndRecall() {
    var c = NameCounts()
    c.add(
      gold: [(.person, 0..<2), (.location, 4..<5)], found: [(.person, 0..<2), (.location, 3..<5), (.person, 7..<8)])
    #expect(c.score(.person).precision == 50)
    #expect(c.score(.person).recall == 100)
    #expect(c.score(.location).f1 == 0)
    #expect(c.score(.organization).f1 == 0)
    #expect(abs(c.score(nil).f1 - 40) < 1e-9)
  }
}
