import Isnad
import Resources
import TestSupport
import Testing

@Suite("Rules and lists of the project")
struct ResourceTests {
  @Test("every rule's examples hold")
  func examples() throws {
    let report = RuleExamples.check(try Self.isnad { $0.ruleExamples = true }.cascade)
    #expect(report.rules > 30 && report.examples > 2 * report.rules)
    #expect(report.failures.isEmpty, "\(report.failures.map(\.description).joined(separator: "\n"))")
  }

  @Test("the rules in the binary are those of the repository")
  func fresh() throws {
    let files = try Repository.rules()
    #expect(Embedded.rules.map(\.name) == files.map(\.name))
    #expect(Embedded.rules.map(\.text) == files.map(\.text))
  }

  @Test("the lists in the binary have the entries of the repository")
  func lists() throws {
    let names = try Repository.lists().map { String($0.file.dropFirst("Gazetteers/".count)) }
    let g = try Gazetteer(embedded: Embedded.gazetteer, name: "embedded")
    #expect(Set(g.listNames) == Set(names))
    #expect(g.entryCount > 1500)
  }

  static let head = "id\ttype\tsubtype\tname\tvariants\tlinks\n"

  static func isnad(_ change: (inout Options) -> Void) throws -> Isnad {
    var o = Options()
    change(&o)
    return try Isnad(o)
  }

  @Test("a user's entry wins a tie")
  func ties() throws {
    let text = "وصل الوفد إلى القاهرة مساء."
    let own = try Self.isnad { $0.userLists = [("own.tsv", Self.head + "loc.own\tLOC\tcity\tالقاهرة\t\twd:Q1\n")] }
    let e = try #require(own.annotate(text).entities.first)
    #expect(e.entries.first == "loc.own")
    #expect(e.link == "Q1")
    let other = try Self.isnad { $0.userLists = [("own.tsv", Self.head + "org.own\tORG\tcompany\tالقاهرة\n")] }
    #expect(other.annotate(text).entities.map(\.type) == [.organization])
  }

  @Test(
    "a user's new name is found", arguments: ["وصل الوفد إلى زبرقيطة مساء.", "وصل الوفد من زبرقيطة وبزبرقيطة فندق."])
  func names(_ text: String) throws {
    let own = try Self.isnad { $0.userLists = [("own.tsv", Self.head + "loc.own\tLOC\tcity\tزبرقيطة\t\twd:Q1\n")] }
    let found = own.annotate(text).entities
    #expect(found.contains { $0.text == "زبرقيطة" && $0.entries == ["loc.own"] })
    #expect(try !annotate(text).entities.contains { $0.entries == ["loc.own"] })
  }

  @Test("a broken list of the user is refused with its places")
  func broken() {
    #expect {
      try Self.isnad { $0.userLists = [("own.tsv", Self.head + "loc.own\tPLACE\tcity\tسنديان\nloc.x\tLOC\t\t\n")] }
    } throws: { error in
      "\(error)" == "own.tsv:2:9: unknown type 'PLACE'; known: PER, ORG, LOC\nown.tsv:3:12: the name is empty"
        || "\(error)".hasPrefix("own.tsv:2:9: unknown type 'PLACE'") && "\(error)".contains("\nown.tsv:3:")
    }
  }

  @Test("a list can be left out")
  func excluded() throws {
    let text = "وصل الوفد إلى القاهرة مساء."
    let g = try toolkit().gazetteers
    let entry = try #require(try annotate(text).entities.first?.entries.first)
    let list = try #require(
      g.lazy.flatMap { g in (0..<g.entryCount).lazy.map { g.entry($0) } }.first { $0.id == entry }?.list)
    let name = list.split(separator: "/").last.map { String($0.split(separator: ".")[0]) } ?? list
    for n in [name, name + ".tsv", list] {
      let without = try Self.isnad { $0.excludedLists = [n] }
      #expect(!without.annotate(text).entities.contains { $0.entries.contains(entry) })
    }
  }

  @Test("rules of the user take the place of the project's")
  func rules() throws {
    let own = try Self.isnad {
      $0.rules = [
        Cascade.Source(name: "cascade.txt", text: "a.rules longest\n"),
        Cascade.Source(
          name: "a.rules", text: "list town\n  سنديان\nrule place.own\n  match town\n  make LOC\n  trust 0.7\n"),
      ]
    }
    let found = own.annotate("وصل الوفد من القاهرة إلى سنديان مساء.").entities
    #expect(found.map(\.text) == ["سنديان"])
    #expect(found.first?.rule == "place.own" && found.first?.confidence == 0.7)
    #expect(throws: DataErrors.self) {
      try Self.isnad {
        $0.rules = [
          Cascade.Source(name: "cascade.txt", text: "a.rules longest\n"),
          Cascade.Source(name: "a.rules", text: "rule\n"),
        ]
      }
    }
  }

  @Test("types and confidence to keep")
  func filters() throws {
    let text = PageTests.page
    let places = try Self.isnad { $0.types = [.location] }
    #expect(Set(places.annotate(text).entities.map(\.type)) == [.location])
    let sure = try Self.isnad { $0.minimumConfidence = 0.9 }.annotate(text)
    #expect(!sure.entities.isEmpty && sure.entities.allSatisfy { $0.confidence >= 0.9 })
    #expect(sure.statements.allSatisfy { $0.confidence >= 0.9 })
    for d in [places.annotate(text), sure] { #expect(mistakes(d).isEmpty) }
  }

  @Test("durations are entities only where asked for")
  func allTimes() throws {
    let text = "استمر اللقاء ثلاثة أيام في القاهرة."
    #expect(try annotate(text).entities.allSatisfy { $0.type != .date })
    let all = try Self.isnad { $0.allTimes = true }
    #expect(all.annotate(text).entities.contains { $0.timex?.timex == .duration && $0.timex?.value == "P3D" })
  }
}
