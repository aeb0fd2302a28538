import DocumentModel

/// All rules of a main file and the files it includes, ready to match.
public final class RuleSet: Sendable {
  /// In the order of the files, main file first.
  public let rules: [Rule]
  /// What is taken for what a text leaves unsaid.
  public let carries: CarryTable
  /// What is no error and yet looks like one, in the order of the files. Looked for anew at every call: only who asks waits.
  public var warnings: [RuleWarning] {
    declarations.map { RuleReview(grammar: $0.grammar).warnings(fileOrder: $0.files) } ?? []
  }
  /// What the set was made from; nil where nobody reviews it.
  private let declarations: (grammar: Grammar, files: [String])?
  /// The rules of each pass that finds mentions, as a set of their own: what they ask for is a small part of all.
  private let ofPass: [RulePass: RuleSet]
  /// Gives the edges of a lattice their labels.
  public var labels: LabelTable { vocabulary.labels }
  /// One for each rule, like the gates.
  let programs: [Program]
  /// What each rule can begin with and needs, apart from its program: most rules are given up by these.
  let firsts: [FirstSet]
  let needs: [[Int]]
  let gates: RuleGates
  let vocabulary: Vocabulary
  let triggers: TriggerIndex
  /// Types that rules may name in every program: those of mentions.
  public static let mentionTypes = Set(MentionType.allCases.map(\.rawValue)).union([boundaryType])
  /// The type of words that no name of open length reaches over, with their kind as label (`verb`), and `short` for one
  /// character; only rules that find mentions see them.
  public static let boundaryType = "boundary"

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
    let files = RuleFiles(main: main, normalize: normalize, read: read)
    let grammar = Grammar(files: files)
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
    var ofPass: [RulePass: RuleSet] = [:]
    for pass in [RulePass.terms, .names] where rules.contains(where: { $0.pass == pass }) {
      var compiler = Compiler(grammar: grammar, types: types, skipsBlanks: skipsBlanks, normalize: normalize)
      let programs = grammar.rules.filter { $0.pass == pass }.map { compiler.compile($0) }
      ofPass[pass] = RuleSet(
        rules: rules.filter { $0.pass == pass }, programs: programs, vocabulary: compiler.vocabulary)
    }
    return RuleSet(
      rules: rules, programs: programs, vocabulary: compiler.vocabulary, carries: grammar.carries,
      declarations: (grammar, files.paths), ofPass: ofPass)
  }

  /// The rules of a pass that finds mentions, numbered by themselves; nil where there are none.
  public func rules(of pass: RulePass) -> RuleSet? { ofPass[pass] }

  init(
    rules: [Rule], programs: [Program], vocabulary: Vocabulary, carries: CarryTable = CarryTable(),
    declarations: (grammar: Grammar, files: [String])? = nil, ofPass: [RulePass: RuleSet] = [:]
  ) {
    self.ofPass = ofPass
    self.rules = rules
    self.carries = carries
    self.declarations = declarations
    self.programs = programs
    firsts = programs.map(\.first)
    needs = programs.map(\.needs)
    gates = RuleGates(rules: rules, programs: programs, needs: vocabulary.needs.count)
    self.vocabulary = vocabulary
    triggers = TriggerIndex(vocabulary, needs: needs)
  }
}
