import Foundation

/// The files of the repository, found from the place of this source file.
public enum Repository {
  /// Its folder.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The text of a file.
  public static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  /// The files of a folder and the folders in it, as paths from the repository.
  public static func files(under folder: String, ending: String) throws -> [String] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path())
    return all.filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }.sorted()
  }

  /// The lists that Gazetteers/lists.tsv names.
  public static func lists() throws -> [(file: String, text: String)] {
    let rows = try text("Gazetteers/lists.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
    return try rows.dropFirst().map { row in
      let file = "Gazetteers/" + row.prefix { $0 != "\t" }
      return (file, try text(file))
    }
  }

  /// The cascade and its rule files.
  public static func rules() throws -> [(name: String, text: String)] {
    let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Models/rules").path())
      .sorted()
    return [("cascade.txt", try text("Models/cascade.txt"))]
      + (try names.filter { $0.hasSuffix(".rules") }.map { ($0, try text("Models/rules/" + $0)) })
  }
}
