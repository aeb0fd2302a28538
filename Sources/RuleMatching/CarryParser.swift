/// Reads `carry`, `form` and `run` declarations.
///
///     carry     = "carry" NAME "for" NAME { NAME } "{" { clause } "}" .
///     clause    = "doc" STRING ";" | ( "when" | "unless" ) condition { "and" condition } ";"
///               | "take" take { "|" take } [ "when" condition { "and" condition } ] ";" | "alone" ";" | "paper" STRING ";" | ( "ok" | "no" | "todo" ) STRING ";" .
///     condition = NAME [ ( "is" | "ends" ) value { "|" value } ] .
///     take      = NAME [ text ] [ "as" NAME ] | text NAME [ "open" ] .
///     value     = "<" labels ">" | text | "@" NAME | NAME .
///     form      = "form" NAME "=" name { "," name } ";" .
///     name      = STRING [ "of" value { "|" value } ] .
///     run       = "run" "=" CLASS "{" NUMBER "," NUMBER "}" ";" .
///     text      = STRING | WORD .
struct CarryParser {
  typealias Stop = TokenReader.Stop

  var patterns: PatternParser

  // MARK: Carries

  mutating func carry(from location: RuleLocation) throws(Stop) -> Carry {
    let id = try patterns.reader.expect(.name, "the name of the carry").text
    guard patterns.reader.takeName("for") else { throw patterns.reader.unexpected("for") }
    var targets: [Carry.Target] = []
    repeat { targets.append(try one(of: Carry.Target.allCases, "a target")) } while patterns.reader.next.kind == .name
    try patterns.reader.expectSign("{")
    var (doc, paper, isAlone) = ("", String?.none, false)
    var guards: [Carry.Guard] = []
    var takes: [Carry.Take] = []
    var examples: [RuleExample] = []
    var papers: [String?] = []
    while !patterns.reader.isSign("}"), patterns.reader.next.kind != .end {
      do throws(Stop) {
        let first = patterns.reader.next
        if patterns.reader.takeName("doc") {
          doc = try patterns.reader.expect(.string, "a sentence in quotes").text
        } else if patterns.reader.takeName("paper") {
          paper = try patterns.reader.expect(.string, "a name in quotes").text
        } else if patterns.reader.takeName("alone") {
          isAlone = true
        } else if patterns.reader.isName("when") || patterns.reader.isName("unless") {
          let isNegated = patterns.reader.take().text == "unless"
          let conditions = try conditions()
          guards.append(
            Carry.Guard(isNegated: isNegated, conditions: conditions, element: patterns.reader.source(from: first)))
        } else if patterns.reader.takeName("take") {
          takes += try self.takes()
        } else if ["ok", "no", "todo"].contains(where: patterns.reader.isName) {
          let token = patterns.reader.take()
          examples += try example(token)
          papers += Array(repeating: paper, count: examples.count - papers.count)
        } else {
          throw patterns.reader.unexpected("doc, when, unless, take, alone, paper, ok, no or todo")
        }
        try patterns.reader.expectSign(";")
      } catch { patterns.reader.skipClause() }
    }
    try patterns.reader.expectSign("}")
    if takes.isEmpty { patterns.reader.note(.missingClause(rule: id, clause: "take"), at: location) }
    return Carry(
      id: id, doc: doc, targets: targets, guards: guards, takes: takes, isAlone: isAlone, papers: papers,
      examples: examples,
      location: location)
  }

  private mutating func one<Name: RawRepresentable<String>>(of all: [Name], _ what: String) throws(Stop) -> Name {
    guard patterns.reader.next.kind == .name, let name = Name(rawValue: patterns.reader.next.text) else {
      throw patterns.reader.unexpected("\(what): \(all.map(\.rawValue).joined(separator: ", "))")
    }
    _ = patterns.reader.take()
    return name
  }

  private mutating func example(_ token: RuleToken) throws(Stop) -> [RuleExample] {
    let marked = try patterns.reader.expect(.string, "a text in quotes")
    guard let expectation = RuleExample.Expectation(rawValue: token.text),
      let example = RuleExample(expectation, marked: marked.text, location: token.location, namesResults: true)
    else {
      patterns.reader.note(.badExample(marked.text), at: marked.location)
      return []
    }
    return [example]
  }

  private mutating func conditions() throws(Stop) -> [Carry.Condition] {
    var conditions: [Carry.Condition] = []
    repeat { conditions.append(try condition()) } while patterns.reader.takeName("and")
    return conditions
  }

  private mutating func condition() throws(Stop) -> Carry.Condition {
    let subject = try one(of: Carry.Subject.allCases, "what to ask about")
    for relation in [Carry.Condition.Relation.is, .ends] where patterns.reader.takeName(relation.rawValue) {
      return Carry.Condition(subject: subject, relation: relation, values: try values())
    }
    return Carry.Condition(subject: subject, relation: .exists, values: [])
  }

  private mutating func values() throws(Stop) -> [Carry.Value] {
    var values = try value()
    while patterns.reader.takeSign("|") { values += try value() }
    return values
  }

  private mutating func value() throws(Stop) -> [Carry.Value] {
    let token = patterns.reader.next
    if patterns.reader.takeSign("@") {
      return [.list(try patterns.reader.expect(.name, "the name of a word list").text, token.location)]
    }
    if patterns.reader.takeSign("<") {
      guard case .edge(let edge, _) = try patterns.edge(from: token.location) else { return [] }
      return edge.alternatives.map { .mention(type: $0.type, labels: $0.labels, excluded: $0.excluded) }
    }
    if token.kind == .name { return [.word(patterns.reader.take().text)] }
    return [.word(try text("a <type>, a word, a @list or a name"))]
  }

  /// Normalised, like what it is compared to.
  private mutating func text(_ what: String) throws(Stop) -> String {
    guard isText else { throw patterns.reader.unexpected(what) }
    return String(
      String.UnicodeScalarView(patterns.normalize(patterns.reader.take().text).compactMap(Unicode.Scalar.init)))
  }

  private var isText: Bool { patterns.reader.next.kind == .string || patterns.reader.next.kind == .word }

  private mutating func takes() throws(Stop) -> [Carry.Take] {
    var takes: [Carry.Take] = []
    repeat { takes.append(try take()) } while patterns.reader.takeSign("|")
    let first = patterns.reader.next
    guard patterns.reader.takeName("when") else { return takes }
    let conditions = try conditions()
    for index in takes.indices {
      takes[index].conditions = conditions
      takes[index].conditionsElement = patterns.reader.source(from: first)
    }
    return takes
  }

  private mutating func take() throws(Stop) -> Carry.Take {
    let first = patterns.reader.next
    let source: Carry.Source
    var form: String?
    if isText {
      let text = try text("a name")
      let kind = try patterns.reader.expect(.name, "its kind").text
      source = .text(text, kind: kind, isOpen: patterns.reader.takeName("open"))
    } else {
      let name = try one(of: Carry.Source.Name.allCases, "a source")
      source = .name(name, level: isText ? try text("a level word") : nil)
      if patterns.reader.takeName("as") { form = try patterns.reader.expect(.name, "the name of a form").text }
    }
    return Carry.Take(source: source, form: form, conditions: [], element: patterns.reader.source(from: first))
  }

  // MARK: Forms

  mutating func form(from location: RuleLocation) throws(Stop) -> CarryForm {
    let id = try patterns.reader.expect(.name, "the name of the form").text
    try patterns.reader.expectSign("=")
    var names: [CarryForm.Name] = []
    repeat {
      let pattern = try patterns.reader.expect(.string, "a name in quotes").text
      names.append(CarryForm.Name(pattern: pattern, values: patterns.reader.takeName("of") ? try values() : []))
    } while patterns.reader.takeSign(",")
    try patterns.reader.expectSign(";")
    return CarryForm(id: id, names: names, location: location)
  }

  // MARK: Runs

  mutating func joint(from location: RuleLocation) throws(Stop) -> CarryJoint {
    try patterns.reader.expectSign("=")
    let token = patterns.reader.next
    let pattern = try patterns.choice()
    try patterns.reader.expectSign(";")
    guard case .repeated(.characterClass(let signs), 0, let most?, _) = pattern.bare else {
      patterns.reader.note(
        .unexpected(found: token.shown, expected: "a [class]{0,n}"), at: token.location)
      throw Stop()
    }
    return CarryJoint(signs: signs, most: most, location: location)
  }
}
