/// Reads tokens one after another, and notes what is wrong.
struct TokenReader {
  private var lexer: RuleLexer
  private let source: RuleSource
  private(set) var next: RuleToken
  private(set) var following: RuleToken
  /// The one taken last; at first the first.
  private var last: RuleToken
  /// Tokens taken so far.
  private(set) var index = 0
  private var noted: [RuleError] = []

  /// Thrown after an error was noted, to where reading can go on.
  struct Stop: Error {}

  init(_ source: RuleSource) {
    self.source = source
    lexer = RuleLexer(bytes: source.bytes, file: source.file)
    next = lexer.token()
    following = lexer.token()
    last = next
  }

  /// Of the reader, and of what it reads with.
  var errors: [RuleError] { lexer.errors + noted }

  /// What was written from a token to the one taken last.
  func source(from first: RuleToken) -> ElementSource {
    ElementSource(
      location: first.location, source: source,
      extent: first.extent.lowerBound..<max(first.extent.lowerBound, last.extent.upperBound))
  }

  mutating func take() -> RuleToken {
    step()
    return last
  }

  private mutating func step() {
    last = next
    index += 1
    guard next.kind != .end else { return }
    swap(&next, &following)
    following = lexer.token()
  }

  /// `sign` must be ASCII.
  func isSign(_ sign: Unicode.Scalar) -> Bool { UInt32(next.sign) == sign.value }
  func isFollowed(bySign sign: Unicode.Scalar) -> Bool { UInt32(following.sign) == sign.value }
  func isName(_ name: String) -> Bool { next.kind == .name && next.text == name }

  mutating func takeSign(_ sign: Unicode.Scalar) -> Bool {
    guard isSign(sign) else { return false }
    step()
    return true
  }

  mutating func takeName(_ name: String) -> Bool {
    guard isName(name) else { return false }
    step()
    return true
  }

  mutating func expectSign(_ sign: Unicode.Scalar) throws(Stop) {
    guard takeSign(sign) else { throw unexpected(String(sign)) }
  }

  mutating func expect(_ kind: RuleToken.Kind, _ what: String) throws(Stop) -> RuleToken {
    guard next.kind == kind else { throw unexpected(what) }
    return take()
  }

  mutating func unexpected(_ expected: String) -> Stop {
    note(.unexpected(found: next.shown, expected: expected), at: next.location)
    return Stop()
  }

  mutating func note(_ problem: RuleError.Problem, at location: RuleLocation) {
    noted.append(RuleError(location: location, problem: problem))
  }

  /// Goes past the next `;`, but not past a `}`.
  mutating func skipClause() {
    var depth = 0
    while next.kind != .end {
      if isSign("{") { depth += 1 }
      if isSign("}") {
        if depth == 0 { return }
        depth -= 1
      }
      let isOver = isSign(";") && depth == 0
      _ = take()
      if isOver { return }
    }
  }
}

/// Reads patterns.
///
///     choice   = sequence { "|" sequence } .
///     sequence = item { item } .
///     item     = [ NAME ":" ] atom [ "?" | "*" | "+" | "{" NUMBER [ "," NUMBER ] "}" ] .
///     atom     = "<" labels { "|" labels } ">" | STRING | WORD | "@" NAME | NAME | CLASS | "(" choice ")" | "^" | "$"
///              | "skip" "{" NUMBER "," NUMBER [ "not" stops ] "}"
///              | [ "!" ] "ahead" "(" choice ")" | [ "!" ] "behind" "(" pieces ")" .
///     labels   = NAME { ":" NAME } { "!" NAME } .
///     pieces   = stop { "|" stop } [ "within" NUMBER [ "not" stops ] ] .
///     stops    = stop { stop } .
///     stop     = piece | NAME .                      # of a phrase whose alternatives are pieces
///     piece    = STRING | WORD | "@" NAME | CLASS | "<" labels { "|" labels } ">" .
struct PatternParser {
  /// Most repetitions that may be asked for in braces.
  static let mostRepetitions = 1000
  typealias Stop = TokenReader.Stop

  var reader: TokenReader
  let normalize: (String) -> [UInt32]

  mutating func choice() throws(Stop) -> Pattern {
    var alternatives = [try sequence()]
    while reader.takeSign("|") { alternatives.append(try sequence()) }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private var atSequenceEnd: Bool {
    reader.next.kind == .end || reader.isSign("|") || reader.isSign(")") || reader.isSign(";") || reader.isSign("}")
      || isAtClause
  }

  /// Where the `;` in front of a clause was forgotten, that is what is wrong, and not what the clause says.
  private var isAtClause: Bool {
    reader.next.kind == .name && !reader.isFollowed(bySign: ":") && ClauseParser.names.contains(reader.next.text)
  }

  private mutating func sequence() throws(Stop) -> Pattern {
    var items: [Pattern] = []
    while !atSequenceEnd { items.append(try item()) }
    guard !items.isEmpty else {
      reader.note(.emptyAlternative, at: reader.next.location)
      throw Stop()
    }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  private mutating func item() throws(Stop) -> Pattern {
    let first = reader.next
    let location = first.location
    var pattern: Pattern
    if reader.next.kind == .name, reader.isFollowed(bySign: ":") {
      let name = reader.take().text
      _ = reader.take()
      if name.contains(".") {
        reader.note(.unexpected(found: name, expected: "a capture name without dots"), at: location)
      }
      pattern = .capture(name, try atom())
    } else {
      pattern = try atom()
    }
    if reader.takeSign("?") {
      pattern = .repeated(pattern, least: 0, most: 1, location)
    } else if reader.takeSign("*") {
      pattern = .repeated(pattern, least: 0, most: nil, location)
    } else if reader.takeSign("+") {
      pattern = .repeated(pattern, least: 1, most: nil, location)
    } else if reader.isSign("{") {
      let bounds = try self.bounds()
      try reader.expectSign("}")
      pattern = .repeated(pattern, least: bounds.lowerBound, most: bounds.upperBound, location)
    }
    return .item(pattern, reader.source(from: first))
  }

  private mutating func atom() throws(Stop) -> Pattern {
    let token = reader.next
    switch (token.kind, token.text) {
    case (.sign, "("):
      _ = reader.take()
      let inner = try choice()
      try reader.expectSign(")")
      return inner
    case (.sign, "^"):
      _ = reader.take()
      return .sentenceStart
    case (.sign, "$"):
      _ = reader.take()
      return .sentenceEnd
    case (.sign, "!"):
      _ = reader.take()
      return try look(negated: true)
    case (.name, "skip"): return try skip()
    case (.name, "ahead"), (.name, "behind"): return try look(negated: false)
    case (.name, _):
      _ = reader.take()
      return .phrase(token.text, token.location)
    default: return try piece("a pattern")
    }
  }

  private mutating func piece(_ what: String) throws(Stop) -> Pattern {
    let token = reader.next
    switch (token.kind, token.text) {
    case (.string, _), (.word, _):
      _ = reader.take()
      return .literal(token.text, token.location)
    case (.characterClass, _):
      _ = reader.take()
      return .characterClass(try characterClass(token))
    case (.sign, "@"):
      _ = reader.take()
      return .list(try reader.expect(.name, "the name of a word list").text, token.location)
    case (.sign, "<"):
      _ = reader.take()
      return try edge(from: token.location)
    default: throw reader.unexpected(what)
    }
  }

  /// One piece, or the phrase that has several.
  private mutating func pieces(_ what: String) throws(Stop) -> Pattern {
    guard reader.next.kind == .name, !reader.isName("within"), !reader.isName("not") else { return try piece(what) }
    let token = reader.take()
    return .phrase(token.text, token.location)
  }

  mutating func edge(from location: RuleLocation) throws(Stop) -> Pattern {
    var alternatives: [EdgeSyntax.Alternative] = []
    repeat {
      let type = try reader.expect(.name, "a mention type").text
      var labels: [String] = []
      var excluded: [String] = []
      while reader.takeSign(":") { labels.append(try reader.expect(.name, "a label").text) }
      while reader.takeSign("!") { excluded.append(try reader.expect(.name, "a label").text) }
      alternatives.append(EdgeSyntax.Alternative(type: type, labels: labels, excluded: excluded))
    } while reader.takeSign("|")
    try reader.expectSign(">")
    return .edge(EdgeSyntax(alternatives: alternatives), location)
  }

  private mutating func number() throws(Stop) -> Int {
    let token = try reader.expect(.number, "a number")
    guard let number = Int(token.text), number <= Self.mostRepetitions else {
      reader.note(.badBounds(token.text), at: token.location)
      return 1
    }
    return number
  }

  /// `{m` or `{m,n`, without the closing brace.
  private mutating func bounds() throws(Stop) -> ClosedRange<Int> {
    let location = reader.next.location
    try reader.expectSign("{")
    let least = try number()
    let most = reader.takeSign(",") ? try number() : least
    guard least <= most, most > 0 else {
      reader.note(.badBounds("\(least),\(most)"), at: location)
      return 1...1
    }
    return least...most
  }

  private mutating func stops() throws(Stop) -> [Pattern] {
    guard reader.takeName("not") else { return [] }
    var stops: [Pattern] = []
    repeat {
      _ = reader.takeSign("|")
      stops.append(try pieces("a word, a @list, a [class] or a <type> to stop at"))
    } while !reader.isSign("}") && !reader.isSign(")") && !reader.isSign(";") && reader.next.kind != .end
    return stops
  }

  private mutating func skip() throws(Stop) -> Pattern {
    _ = reader.take()
    let bounds = try self.bounds()
    let stops = try self.stops()
    try reader.expectSign("}")
    return .skip(least: bounds.lowerBound, most: bounds.upperBound, stops: stops)
  }

  private mutating func look(negated: Bool) throws(Stop) -> Pattern {
    let location = reader.next.location
    if reader.takeName("ahead") {
      try reader.expectSign("(")
      let inner = try choice()
      try reader.expectSign(")")
      return .ahead(inner, negated: negated, location)
    }
    guard reader.takeName("behind") else { throw reader.unexpected("ahead(…) or behind(…)") }
    try reader.expectSign("(")
    let pattern = try behind(negated: negated, from: location)
    try reader.expectSign(")")
    return pattern
  }

  /// What stands in `behind(…)` and after `unless before`.
  mutating func behind(negated: Bool, from location: RuleLocation) throws(Stop) -> Pattern {
    var pieces = [try self.pieces("a word, a @list, a [class] or a <type>")]
    while reader.takeSign("|") { pieces.append(try self.pieces("a word, a @list, a [class] or a <type>")) }
    var within = 0
    var stops: [Pattern] = []
    if reader.takeName("within") {
      within = try number()
      stops = try self.stops()
    }
    return .behind(pieces, within: within, stops: stops, negated: negated, location)
  }

  private mutating func characterClass(_ token: RuleToken) throws(Stop) -> CharacterClass {
    var scalars = Array(token.text.unicodeScalars)[...]
    let negated = scalars.first == "^"
    if negated { scalars.removeFirst() }
    var ranges: [ClosedRange<UInt32>] = []
    while let first = Self.popMember(&scalars) {
      if scalars.first == "-", scalars.count > 1 {
        scalars.removeFirst()
        guard let last = Self.popMember(&scalars), first.value <= last.value else {
          reader.note(.unexpected(found: token.shown, expected: "ranges from low to high"), at: token.location)
          throw Stop()
        }
        ranges.append(first.value...last.value)
      } else {
        for value in normalize(String(first)) { ranges.append(value...value) }
      }
    }
    guard !ranges.isEmpty else {
      reader.note(.unexpected(found: token.shown, expected: "at least one character"), at: token.location)
      throw Stop()
    }
    return CharacterClass(negated: negated, ranges: ranges)
  }

  private static func popMember(_ scalars: inout ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    guard let first = scalars.popFirst() else { return nil }
    return first == "\\" ? scalars.popFirst() ?? first : first
  }
}
