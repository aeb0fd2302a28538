import DocumentModel

/// Reads one rule file into declarations.
///
///     file     = { "include" STRING ";" | "words" NAME "=" member { "|" member } ";" | "phrase" NAME "=" choice ";" | rule
///              | carry | form | "run" "=" item ";" } .
///     member   = STRING | WORD | "@" NAME .
///     rule     = "rule" NAME "{" { clause } "}" .
///     clause   = "doc" STRING ";" | "zones" NAME { NAME } ";" | "priority" NUMBER ";" | "confidence" NUMBER ";"
///              | "group" NAME ";" | "claims" path ";" | "match" choice ";"
///              | "unless" "before" pieces ";" | "unless" "after" choice ";"
///              | "over" ( "terms" | "names" ) ";" | "emit" NAME "(" path { "," NAME "=" STRING } ")" ";"
///              | "emit" NAME "(" argument "," argument { "," NAME "=" value } ")" [ "when" value ] ";"
///              | "set" NAME "=" path ";" | "mark" NAME ";" | ( "ok" | "no" | "todo" ) STRING ";" .
///     argument = [ "pairwise" ] value .
///     value    = path | "$" NAME | STRING .
///     path     = NAME { "." NAME } .
///
/// `choice`, `item` and `pieces` are in ``PatternParser``, `carry` and `form` in ``CarryParser``. A comment goes from `#` to the end of the line. The page for curators is
/// `Lexicons/rules/README.md`.
struct RuleParser {
  typealias Stop = TokenReader.Stop

  private var patterns: PatternParser
  private let mayInclude: Bool
  private(set) var includes: [(path: String, location: RuleLocation)] = []
  private(set) var words: [WordsSyntax] = []
  private(set) var phrases: [PhraseSyntax] = []
  private(set) var rules: [RuleSyntax] = []
  private(set) var carries = CarryDeclarations()
  var errors: [RuleError] { patterns.reader.errors }

  init(text: String, file: String, mayInclude: Bool, normalize: @escaping (String) -> [UInt32]) {
    patterns = PatternParser(reader: TokenReader(RuleSource(text: text, file: file)), normalize: normalize)
    self.mayInclude = mayInclude
    while patterns.reader.next.kind != .end {
      let start = patterns.reader.index
      do throws(Stop) { try declaration() } catch {
        patterns.reader.skipClause()
        if patterns.reader.isSign("}") || patterns.reader.index == start { _ = patterns.reader.take() }
      }
    }
  }

  private mutating func declaration() throws(Stop) {
    let location = patterns.reader.next.location
    if patterns.reader.takeName("include") {
      let path = try patterns.reader.expect(.string, "a file name in quotes").text
      if mayInclude {
        includes.append((path, location))
      } else {
        patterns.reader.note(.badInclude(path), at: location)
      }
      try patterns.reader.expectSign(";")
    } else if patterns.reader.takeName("words") {
      let name = try declaredName()
      var members: [Pattern] = []
      repeat { members.append(try member()) } while patterns.reader.takeSign("|")
      try patterns.reader.expectSign(";")
      words.append(WordsSyntax(name: name, members: members, location: location))
    } else if patterns.reader.takeName("phrase") {
      let name = try declaredName()
      let pattern = try patterns.choice()
      try patterns.reader.expectSign(";")
      phrases.append(PhraseSyntax(name: name, pattern: pattern, location: location))
    } else if patterns.reader.takeName("rule") {
      try rule(from: location)
    } else if patterns.reader.takeName("carry") {
      carries.all.append(try reading { (parser) throws(Stop) in try parser.carry(from: location) })
    } else if patterns.reader.takeName("form") {
      carries.forms.append(try reading { (parser) throws(Stop) in try parser.form(from: location) })
    } else if patterns.reader.takeName("run") {
      carries.joints.append(try reading { (parser) throws(Stop) in try parser.joint(from: location) })
    } else {
      throw patterns.reader.unexpected("include, words, phrase, rule, carry, form or run")
    }
  }

  private mutating func reading<Declared>(
    _ read: (inout CarryParser) throws(Stop) -> Declared
  ) throws(Stop) -> Declared {
    var parser = CarryParser(patterns: patterns)
    defer { patterns = parser.patterns }
    return try read(&parser)
  }

  private mutating func declaredName() throws(Stop) -> String {
    let token = try patterns.reader.expect(.name, "a name")
    try patterns.reader.expectSign("=")
    return token.text
  }

  private mutating func member() throws(Stop) -> Pattern {
    let token = patterns.reader.next
    if patterns.reader.takeSign("@") {
      return .list(try patterns.reader.expect(.name, "the name of a word list").text, token.location)
    }
    guard token.kind == .string || token.kind == .word else {
      throw patterns.reader.unexpected("a word, a string or a @list")
    }
    return .literal(patterns.reader.take().text, token.location)
  }

  private mutating func rule(from location: RuleLocation) throws(Stop) {
    let id = try patterns.reader.expect(.name, "the name of the rule").text
    try patterns.reader.expectSign("{")
    var clauses = ClauseParser(patterns: patterns, rule: RuleSyntax(id: id, location: location))
    while !clauses.patterns.reader.isSign("}"), clauses.patterns.reader.next.kind != .end {
      do throws(Stop) { try clauses.clause() } catch { clauses.patterns.reader.skipClause() }
    }
    patterns = clauses.patterns
    rules.append(clauses.rule)
    try patterns.reader.expectSign("}")
  }
}
