/// A part of an explanation: what it is about, what is to be said of it, and the parts it rests on.
public struct ExplanationNode: Hashable, Sendable {
  /// One thing said: `by` → `gazetteers/sites.tsv:12`.
  public struct Fact: Hashable, Sendable {
    public let key: String
    public let value: String
  }
  /// `relation`, `mention`, `element`, `rival`…: what programs tell nodes apart by.
  public let kind: String
  /// One line for people.
  public let text: String
  /// In code points of the article's text, where it is about a stretch of it.
  public let range: Range<Int>?
  public private(set) var facts: [Fact] = []
  public var children: [ExplanationNode] = []

  init(_ kind: String, _ text: String, at range: Range<Int>? = nil) {
    self.kind = kind
    self.text = text
    self.range = range
  }

  mutating func say(_ key: String, _ value: String?) {
    if let value, !value.isEmpty { facts.append(Fact(key: key, value: value)) }
  }

  mutating func add(_ child: ExplanationNode?) {
    if let child { children.append(child) }
  }

  /// A node that only groups others; nil where there are none.
  static func group(_ kind: String, _ text: String, _ children: [ExplanationNode]) -> ExplanationNode? {
    guard !children.isEmpty else { return nil }
    var node = ExplanationNode(kind, text)
    node.children = children
    return node
  }

  /// The value of a fact of this node.
  public subscript(key: String) -> String? { facts.first { $0.key == key }?.value }

  /// The first node of a kind, in the order of the text form.
  public func first(_ kind: String) -> ExplanationNode? {
    if self.kind == kind { return self }
    for child in children { if let found = child.first(kind) { return found } }
    return nil
  }
}

extension ExplanationNode {
  /// An indented tree for a terminal; lines end with a line break.
  public var tree: String { lines(prefix: "", branch: "", isLast: true).joined(separator: "\n") + "\n" }

  private func lines(prefix: String, branch: String, isLast: Bool) -> [String] {
    let place = range.map { " [\($0.lowerBound),\($0.upperBound))" } ?? ""
    let inner = branch.isEmpty ? prefix : prefix + (isLast ? "   " : "│  ")
    var lines = [prefix + branch + text + place]
    let bar = children.isEmpty ? "   " : "│  "
    lines += facts.map { "\(inner)\(bar)\($0.key): \($0.value)" }
    for (index, child) in children.enumerated() {
      let isLast = index == children.count - 1
      lines += child.lines(prefix: inner, branch: isLast ? "└─ " : "├─ ", isLast: isLast)
    }
    return lines
  }
}

extension ExplanationNode {
  /// One line of JSON: `kind`, `text`, `start` and `end` where known, `facts` (an object), `children`.
  public var json: String {
    var text = "{\"kind\":\(Self.quoted(kind)),\"text\":\(Self.quoted(self.text))"
    if let range { text += ",\"start\":\(range.lowerBound),\"end\":\(range.upperBound)" }
    if !facts.isEmpty {
      text += ",\"facts\":{"
      text += facts.map { "\(Self.quoted($0.key)):\(Self.quoted($0.value))" }.joined(separator: ",") + "}"
    }
    if !children.isEmpty { text += ",\"children\":[" + children.map(\.json).joined(separator: ",") + "]" }
    return text + "}"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
