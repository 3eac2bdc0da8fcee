/// The captures of one match, by name.
struct TimeArguments {
  let all: [String: TimeArgument]

  subscript(_ name: String) -> TimeArgument? { all[name] }

  func has(_ name: String) -> Bool { all[name] != nil }

  /// The attribute `key` of the argument of that name, else of the first argument by name that carries it.
  func attribute(_ key: String) -> String? {
    if let value = all[key]?.attributes[key] { return value }
    for name in all.keys.sorted() {
      if let value = all[name]?.attributes[key] { return value }
    }
    return nil
  }

  /// The attribute as a whole number.
  func intAttribute(_ key: String) -> Int? {
    attribute(key).flatMap { Int($0.hasPrefix("+") ? String($0.dropFirst()) : $0) }
  }

  /// The argument's attribute of its own name, else its number: `day`, `month`, `hour`.
  func int(_ name: String) -> Int? {
    guard let argument = all[name] else { return nil }
    return argument.int(attribute: name) ?? argument.int
  }

  /// The step of a direction word: -1 for «الماضي» (last), +1 for «المقبل» (next), 0 for «الجاري» (this).
  func direction(_ name: String = "direction") -> Int? {
    guard let argument = all[name] else { return nil }
    return argument.int(attribute: "direction")
  }

  /// Whether the direction is counted from an event of the text: «العام التالي» (the following year).
  var isEventRelative: Bool {
    all["event"] != nil || attribute("relative") == "event"
  }

  /// The arguments without some names.
  func without(_ names: String...) -> TimeArguments {
    TimeArguments(all: all.filter { !names.contains($0.key) })
  }

  /// The arguments with some renamed, and nothing else.
  func renamed(_ names: [String: String]) -> TimeArguments {
    var result: [String: TimeArgument] = [:]
    for (old, new) in names {
      if let argument = all[old] { result[new] = argument }
    }
    return TimeArguments(all: result)
  }
}
