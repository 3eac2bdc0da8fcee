/// A validator for the keywords of JSON Schema 2020-12 that the schemas of Models/schema use.
public struct JSONSchema: Sendable {
  private let root: JSONNode
  private static let annotations: Set<String> = [
    "$schema", "$id", "$defs", "$comment", "title", "description", "examples", "default",
  ]

  /// The schema in a text.
  public init(_ text: String) throws { root = try JSONNode(text) }

  /// What is wrong with a value; an unknown keyword of the schema is a mistake of the schema.
  public func mistakes(_ value: JSONNode) -> [String] { check(value, root, "$") }

  private func check(_ v: JSONNode, _ schema: JSONNode, _ at: String) -> [String] {
    guard case .object(let keywords) = schema else { return schema == .bool(false) ? ["\(at): not allowed"] : [] }
    var out: [String] = []
    for (key, rule) in keywords.sorted(by: { $0.key < $1.key }) where !Self.annotations.contains(key) {
      out += check(v, key, rule, keywords, at)
    }
    return out
  }

  private func check(_ v: JSONNode, _ key: String, _ rule: JSONNode, _ all: [String: JSONNode], _ at: String)
    -> [String]
  {
    switch (key, rule) {
    case ("$ref", .string(let path)): return check(v, resolve(path), at)
    case ("type", .string(let t)): return Self.isOf(v, t) ? [] : ["\(at): is no \(t)"]
    case ("type", .array(let ts)):
      return ts.contains { Self.isOf(v, $0.string ?? "") } ? [] : ["\(at): has none of the types"]
    case ("enum", .array(let values)): return values.contains(v) ? [] : ["\(at): \(v) is none of the values"]
    case ("const", _): return v == rule ? [] : ["\(at): is not \(rule)"]
    case ("allOf", .array(let parts)): return parts.flatMap { check(v, $0, at) }
    case ("anyOf", .array(let parts)):
      return parts.contains { check(v, $0, at).isEmpty } ? [] : ["\(at): fits no alternative"]
    case ("not", _): return check(v, rule, at).isEmpty ? ["\(at): is what it must not be"] : []
    case ("if", _): return check(v, (check(v, rule, at).isEmpty ? all["then"] : all["else"]) ?? .bool(true), at)
    case ("then", _), ("else", _): return []
    default: return checkContent(v, key, rule, at)
    }
  }

  /// The keywords that speak of values of one type only.
  private func checkContent(_ v: JSONNode, _ key: String, _ rule: JSONNode, _ at: String) -> [String] {
    switch (key, rule) {
    case ("properties", .object(let parts)):
      return parts.flatMap { name, part in v[name].map { check($0, part, "\(at).\(name)") } ?? [] }
    case ("required", .array(let names)):
      guard case .object(let members) = v else { return [] }
      return names.compactMap(\.string).filter { members[$0] == nil }.map { "\(at): '\($0)' is missing" }
    case ("items", _): return v.elements.enumerated().flatMap { check($1, rule, "\(at)[\($0)]") }
    case ("minItems", .number(let n)):
      guard case .array(let a) = v else { return [] }
      return Double(a.count) >= n ? [] : ["\(at): has too few elements"]
    case ("minLength", .number(let n)):
      return v.string.map { Double($0.unicodeScalars.count) >= n } ?? true ? [] : ["\(at): is too short"]
    case ("minimum", .number(let n)): return Self.number(v).map { $0 >= n } ?? true ? [] : ["\(at): is less than \(n)"]
    case ("maximum", .number(let n)): return Self.number(v).map { $0 <= n } ?? true ? [] : ["\(at): is more than \(n)"]
    case ("pattern", .string(let p)):
      guard let s = v.string else { return [] }
      guard let regex = try? Regex(p) else { return ["schema: '\(p)' is no pattern"] }
      return s.firstMatch(of: regex) != nil ? [] : ["\(at): '\(s)' does not match \(p)"]
    default: return ["schema: the keyword '\(key)' is not known to this validator"]
    }
  }

  private static func number(_ v: JSONNode) -> Double? {
    if case .number(let n) = v { return n }
    return nil
  }

  private static func isOf(_ v: JSONNode, _ type: String) -> Bool {
    switch (v, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.string, "string"), (.array, "array"),
      (.object, "object"):
      true
    case (.number(let n), "integer"): n == n.rounded()
    default: false
    }
  }

  private func resolve(_ path: String) -> JSONNode {
    var node = root
    guard path.hasPrefix("#/") else { return .bool(false) }
    for part in path.dropFirst(2).split(separator: "/") { node = node[String(part)] ?? .bool(false) }
    return node
  }
}
