extension GazetteerImport {
  /// A JSON value of an imported line.
  indirect enum Node: Sendable {
    case string(String)
    case number(String)
    case array([Node])
    case object([String: Node])
    /// true, false, null, or a value that was passed over.
    case other

    subscript(_ key: String) -> Node? {
      if case .object(let members) = self { return members[key] }
      return nil
    }

    var string: String? {
      if case .string(let s) = self { return s }
      return nil
    }

    var elements: [Node] {
      if case .array(let a) = self { return a }
      return []
    }

    var count: Int {
      switch self {
      case .array(let a): a.count
      case .object(let o): o.count
      default: 0
      }
    }
  }
}
