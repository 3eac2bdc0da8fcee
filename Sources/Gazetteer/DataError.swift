/// A mistake in a list, a rule file or a compiled file, with the place where it stands.
public struct DataError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file as it was named.
  public var file: String
  /// The line, from 1; 0 where the whole file is meant.
  public var line: Int
  /// The column in code points, from 1; 0 where the whole line is meant.
  public var column: Int
  /// What is wrong and, where it helps, what would be right.
  public var message: String

  /// Creates the error.
  public init(file: String, line: Int = 0, column: Int = 0, _ message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: message`.
  public var description: String {
    line == 0
      ? "\(file): \(message)" : column == 0 ? "\(file):\(line): \(message)" : "\(file):\(line):\(column): \(message)"
  }
}
