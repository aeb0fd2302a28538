import DocumentModel

/// Reads the clauses of one rule.
struct ClauseParser {
  typealias Stop = TokenReader.Stop

  /// What clauses begin with; no phrase can be called so.
  static let names = [
    "doc", "zones", "over", "priority", "confidence", "group", "claims", "match", "unless", "emit", "set", "mark", "ok",
    "no", "todo",
  ]

  var patterns: PatternParser
  var rule: RuleSyntax

  mutating func clause() throws(Stop) {
    let token = patterns.reader.next
    guard token.kind == .name else { throw patterns.reader.unexpected("a clause of the rule or }") }
    switch token.text {
    case "unless", "emit", "set", "mark", "ok", "no", "todo": break
    default:
      if !rule.seen.insert(token.text).inserted {
        patterns.reader.note(.duplicateClause(token.text), at: token.location)
      }
    }
    _ = patterns.reader.take()
    switch token.text {
    case "doc": rule.doc = try patterns.reader.expect(.string, "a sentence in quotes").text
    case "zones": try zones()
    case "over": try pass()
    case "priority": rule.priority = Int(try number(in: 0...100))
    case "confidence": rule.confidence = try number(in: 0...1)
    case "group": rule.group = try patterns.reader.expect(.name, "the name of a group").text
    case "claims":
      rule.claimsLocation = patterns.reader.next.location
      rule.claims = CapturePath(try patterns.reader.expect(.name, "a capture").text)
    case "match": rule.match = try patterns.choice()
    case "unless": try unless(from: token)
    case "emit": try emission(from: token.location)
    case "set":
      let register = try patterns.reader.expect(.name, "the name of a register").text
      try patterns.reader.expectSign("=")
      rule.settingLocations.append(patterns.reader.next.location)
      let path = CapturePath(try patterns.reader.expect(.name, "a capture").text)
      rule.settings.append(ContextSetting(register: register, value: path))
    case "mark": rule.marks.append(try patterns.reader.expect(.name, "the name of a mark").text)
    case "ok", "no", "todo": try example(token)
    default:
      patterns.reader.note(
        .unexpected(
          found: token.text,
          expected: Self.names.dropLast().joined(separator: ", ") + " or " + Self.names[Self.names.count - 1]),
        at: token.location)
      throw Stop()
    }
    try patterns.reader.expectSign(";")
  }

  private mutating func zones() throws(Stop) {
    var zones: [Zone] = []
    repeat {
      let token = try patterns.reader.expect(.name, "a zone")
      if let zone = Zone(rawValue: token.text) {
        zones.append(zone)
      } else {
        patterns.reader.note(.unknownZone(token.text), at: token.location)
      }
    } while patterns.reader.next.kind == .name
    rule.zones = zones
  }

  private mutating func pass() throws(Stop) {
    let token = try patterns.reader.expect(.name, "terms or names")
    guard let pass = RulePass(rawValue: token.text), pass != .relations else {
      patterns.reader.note(.unexpected(found: token.text, expected: "terms or names"), at: token.location)
      return
    }
    rule.pass = pass
  }

  private mutating func number(in range: ClosedRange<Double>) throws(Stop) -> Double {
    let token = try patterns.reader.expect(.number, "a number")
    guard let number = Double(token.text), range.contains(number) else {
      let expected = "a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
      patterns.reader.note(.unexpected(found: token.text, expected: expected), at: token.location)
      return range.lowerBound
    }
    return number
  }

  private mutating func unless(from token: RuleToken) throws(Stop) {
    if patterns.reader.takeName("before") {
      let pattern = try patterns.behind(negated: true, from: token.location)
      rule.before.append(.item(pattern, patterns.reader.source(from: token)))
    } else if patterns.reader.takeName("after") {
      let pattern = Pattern.ahead(try patterns.choice(), negated: true, token.location)
      rule.after.append(.item(pattern, patterns.reader.source(from: token)))
    } else {
      throw patterns.reader.unexpected("before or after")
    }
  }

  private mutating func example(_ token: RuleToken) throws(Stop) {
    let marked = try patterns.reader.expect(.string, "a text in quotes")
    guard let expectation = RuleExample.Expectation(rawValue: token.text),
      let example = RuleExample(expectation, marked: marked.text, location: token.location)
    else {
      patterns.reader.note(.badExample(marked.text), at: marked.location)
      return
    }
    rule.examples.append(example)
  }

  private mutating func emission(from location: RuleLocation) throws(Stop) {
    let name = try patterns.reader.expect(.name, "a relation or a mention type")
    if let type = MentionType(rawValue: name.text) { return try mention(type, from: location) }
    let relation = RelationType(rawValue: name.text)
    if relation == nil { patterns.reader.note(.unknownRelation(name.text), at: name.location) }
    try patterns.reader.expectSign("(")
    var pairwise: [String] = []
    let subject = try argument(&pairwise)
    try patterns.reader.expectSign(",")
    let object = try argument(&pairwise)
    var fields: [Emission.Field] = []
    while patterns.reader.takeSign(",") {
      let field = try patterns.reader.expect(.name, "the name of a field").text
      try patterns.reader.expectSign("=")
      fields.append(Emission.Field(name: field, value: try value()))
    }
    try patterns.reader.expectSign(")")
    let when: EmissionValue? = patterns.reader.takeName("when") ? try value() : nil
    if pairwise.count == 1 || pairwise.count == 2 && pairwise[0] == pairwise[1] {
      patterns.reader.note(.onePairwise, at: location)
    }
    guard let relation else { return }
    rule.emissions.append(
      Emission(
        relation: relation, subject: subject, object: object, fields: fields, when: when, pairwise: pairwise,
        location: location))
  }

  private mutating func mention(_ type: MentionType, from location: RuleLocation) throws(Stop) {
    try patterns.reader.expectSign("(")
    let capture = CapturePath(try patterns.reader.expect(.name, "a capture").text)
    var (labels, kind): ([String], String?) = ([], nil)
    while patterns.reader.takeSign(",") {
      let field = try patterns.reader.expect(.name, "label or kind")
      try patterns.reader.expectSign("=")
      let value = try patterns.reader.expect(.string, "a text in quotes").text
      switch field.text {
      case "label": labels.append(value)
      case "kind": kind = value
      default:
        patterns.reader.note(.unexpected(found: field.text, expected: "label or kind"), at: field.location)
      }
    }
    try patterns.reader.expectSign(")")
    rule.mentions.append(
      MentionEmission(type: type, capture: capture, labels: labels, kind: kind, location: location))
  }

  private mutating func argument(_ pairwise: inout [String]) throws(Stop) -> EmissionValue {
    let isPairwise = patterns.reader.takeName("pairwise")
    let location = patterns.reader.next.location
    let value = try self.value()
    if isPairwise {
      guard case .capture(let path) = value, let first = path.components.first else {
        patterns.reader.note(.onePairwise, at: location)
        return value
      }
      pairwise.append(first)
    }
    return value
  }

  private mutating func value() throws(Stop) -> EmissionValue {
    let token = patterns.reader.next
    if token.kind == .string { return .text(patterns.reader.take().text) }
    if patterns.reader.takeSign("$") {
      return .register(try patterns.reader.expect(.name, "the name of a register").text)
    }
    return .capture(CapturePath(try patterns.reader.expect(.name, "a capture, a $register or a string").text))
  }
}
