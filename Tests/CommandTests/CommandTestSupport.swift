import Foundation
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a run of the built binary gave.
struct Run {
  /// Its exit status, or 1000 and the signal that ended it.
  var status: Int
  /// Standard output.
  var output: [UInt8]
  /// Standard error.
  var errors: String
  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }
}

/// A folder for one test, gone after it.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "isnad-tests-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  @discardableResult
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path()
  }

  /// Writes a text file and gives its path.
  @discardableResult
  func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

  /// The names in a folder of it, sorted.
  func names(_ sub: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + sub).sorted()
  }

  /// The bytes of a file.
  func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path).appending(path: name))) }

  /// Runs the built binary in it.
  func isnad(_ arguments: String..., input: [UInt8] = []) throws -> Run { try isnad(arguments, input: input) }

  /// Runs the built binary in it.
  func isnad(_ arguments: [String], input: [UInt8] = []) throws -> Run {
    let id = UUID().uuidString
    let (stdin, stdout, stderr) = ("\(path)/.in-\(id)", "\(path)/.out-\(id)", "\(path)/.err-\(id)")
    try Data(input).write(to: URL(filePath: stdin))
    defer { for p in [stdin, stdout, stderr] { unlink(p) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, stdin, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, stdout, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, stderr, O_WRONLY | O_CREAT, 0o600)
    var argv: [UnsafeMutablePointer<CChar>?] =
      (["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", path, Self.binary] + arguments).map { strdup($0) } + [nil]
    defer { for p in argv { free(p) } }
    var pid = pid_t()
    let failure = posix_spawn(&pid, "/bin/sh", &actions, nil, &argv, environ)
    guard failure == 0 else { throw Missing(description: "\(Self.binary): \(String(cString: strerror(failure)))") }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    let code = status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : 1000 + Int(status & 0x7F)
    let errors = String(decoding: try Data(contentsOf: URL(filePath: stderr)), as: UTF8.self)
    return Run(status: code, output: Array(try Data(contentsOf: URL(filePath: stdout))), errors: errors)
  }

  /// The binary is not where the tests look for it.
  struct Missing: Error, CustomStringConvertible {
    var description: String
  }

  /// The built binary: beside the test bundle, or where `swift build` puts it.
  private static let binary: String = {
    var folders = [URL(filePath: CommandLine.arguments[0])]
    if let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      folders.append(URL(filePath: own))
    }
    folders += Bundle.allBundles.map(\.bundleURL)
    let beside = folders.map { $0.deletingLastPathComponent() } + [Repository.root.appending(path: ".build/debug")]
    let all = beside.map { $0.appending(path: "isnad").path() }
    return all.first { access($0, X_OK) == 0 && URL(filePath: $0).hasDirectoryPath == false } ?? all[all.count - 1]
  }()
}
