import DocumentModel

/// All rules of a main file and the files it includes, ready to match.
public final class RuleSet: Sendable {
  /// In the order of the files, main file first.
  public let rules: [Rule]
  /// Gives the edges of a lattice their labels.
  public var labels: LabelTable { vocabulary.labels }
  /// One for each rule, like the gates.
  let programs: [Program]
  let gates: RuleGates
  let vocabulary: Vocabulary
  let triggers: TriggerIndex
  /// Types that rules may name in every program: those of mentions.
  public static let mentionTypes = Set(MentionType.allCases.map(\.rawValue))

  /// Every word that rules look for, normalised; the number of a word is its position here.
  public var triggerWords: [[UInt32]] { (0..<vocabulary.wordCount).map { Array(vocabulary.scalars(ofWord: $0)) } }

  /// Reads rule files; throws everything that is wrong in them.
  ///
  /// - Parameters:
  ///   - main: Path of the main file, for `read` and for messages; includes are looked for beside it.
  ///   - types: The types that `<…>` may name.
  ///   - registers: Context registers that exist without a rule setting them.
  ///   - skipsBlanks: Whether blanks between and inside words of the text are passed over.
  ///   - normalize: The normalisation of the matching text.
  ///   - read: Gives the bytes of a file.
  public static func parse(
    main: String, types: Set<String> = mentionTypes, registers: Set<String> = [], skipsBlanks: Bool = true,
    normalize: @escaping (String) -> [UInt32], read: (String) throws -> [UInt8]
  ) throws(RuleErrors) -> RuleSet {
    var files = RuleFiles()
    files.load(main: main, normalize: normalize, read: read)
    let grammar = Grammar(words: files.words, phrases: files.phrases, rules: files.rules)
    var compiler = Compiler(grammar: grammar, types: types, skipsBlanks: skipsBlanks, normalize: normalize)
    let set = Set(grammar.rules.flatMap(\.settings).map(\.register)).union(registers)
    var checker = RuleChecker(grammar: grammar, registers: set)
    let programs = grammar.rules.map { compiler.compile($0) }
    let rules = zip(grammar.rules, programs).map { checker.check($0, program: $1) }
    let order = Dictionary(uniqueKeysWithValues: zip(files.paths, 0...))
    let errors = (files.errors + grammar.errors + compiler.errors + checker.errors).sorted { a, b in
      let (fileA, fileB) = (order[a.location.file] ?? 0, order[b.location.file] ?? 0)
      if fileA != fileB { return fileA < fileB }
      if a.location.line != b.location.line { return a.location.line < b.location.line }
      return a.location.column != b.location.column
        ? a.location.column < b.location.column : a.problem.message < b.problem.message
    }
    guard errors.isEmpty else { throw RuleErrors(errors: errors) }
    return RuleSet(rules: rules, programs: programs, vocabulary: compiler.vocabulary)
  }

  private init(rules: [Rule], programs: [Program], vocabulary: Vocabulary) {
    self.rules = rules
    self.programs = programs
    gates = RuleGates(rules: rules, programs: programs, needs: vocabulary.needs.count)
    self.vocabulary = vocabulary
    triggers = TriggerIndex(vocabulary)
  }
}

/// The main file and what it includes.
private struct RuleFiles {
  private(set) var words: [WordsSyntax] = []
  private(set) var phrases: [PhraseSyntax] = []
  private(set) var rules: [RuleSyntax] = []
  private(set) var errors: [RuleError] = []
  private(set) var paths: [String] = []

  mutating func load(main: String, normalize: @escaping (String) -> [UInt32], read: (String) throws -> [UInt8]) {
    let start = RuleLocation(file: main, line: 1, column: 1)
    let includes = load(main, from: start, mayInclude: true, normalize: normalize, read: read)
    let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
    for (path, location) in includes {
      let file = folder + path
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      guard !parts.contains(".."), !parts.contains(""), !paths.contains(file) else {
        errors.append(RuleError(location: location, problem: .badInclude(path)))
        continue
      }
      _ = load(file, from: location, mayInclude: false, normalize: normalize, read: read)
    }
  }

  private mutating func load(
    _ file: String, from location: RuleLocation, mayInclude: Bool, normalize: @escaping (String) -> [UInt32],
    read: (String) throws -> [UInt8]
  ) -> [(path: String, location: RuleLocation)] {
    let text: String
    do {
      let bytes = try read(file)
      guard let decoded = String(validating: bytes, as: UTF8.self) else {
        errors.append(RuleError(location: location, problem: .unreadable(file: file, reason: "not UTF-8")))
        return []
      }
      text = decoded
    } catch {
      errors.append(RuleError(location: location, problem: .unreadable(file: file, reason: "\(error)")))
      return []
    }
    paths.append(file)
    let parser = RuleParser(text: text, file: file, mayInclude: mayInclude, normalize: normalize)
    words += parser.words
    phrases += parser.phrases
    rules += parser.rules
    errors += parser.errors
    return parser.includes
  }
}
