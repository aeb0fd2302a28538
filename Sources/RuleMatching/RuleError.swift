/// Something wrong in a rule file, with the place it stands at.
public struct RuleError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Problem: Hashable, Sendable {
    case unexpected(found: String, expected: String)
    case unreadable(file: String, reason: String)
    case badInclude(String)
    case undefinedPhrase(String)
    case undefinedList(String)
    case undefinedForm(String)
    case recursive(String)
    case duplicateName(String)
    case duplicateRule(String)
    case duplicateClause(String)
    case missingClause(rule: String, clause: String)
    case unknownZone(String)
    case unknownType(String)
    case unknownRelation(String)
    case unknownCapture(String)
    case unknownRegister(String)
    case unknownWhen(String)
    case emptyAlternative
    case emptyWord
    /// A phrase stands where single words, classes or mentions do, and is more.
    case notPieces(String)
    /// The pattern under `*` or `+`, or a whole match, can take nothing.
    case matchesNothing(String)
    case badBounds(String)
    case unboundedLook
    case captureInLook
    case claimsWithoutGroup(String)
    case onePairwise
    case badPass(String)
    case badExample(String)
    case tooLarge
    case tooManyLabels
  }
  public let location: RuleLocation
  public let problem: Problem

  public var description: String { "\(location): \(problem.message)" }
}

/// All that is wrong in a set of rule files, in the order of the files.
public struct RuleErrors: Error, Sendable, CustomStringConvertible {
  public let errors: [RuleError]

  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

extension RuleError.Problem {
  /// One line for the curator.
  public var message: String {
    switch self {
    case .unexpected(let found, let expected): "found \(found), expected \(expected)"
    case .unreadable(let file, let reason): "cannot read \(file): \(reason)"
    case .badInclude(let path): "include takes a file beside or below the main file, once, and only there: \(path)"
    case .undefinedPhrase(let name): "no phrase is called \(name); words of the text stand in quotes"
    case .undefinedList(let name): "no word list is called @\(name)"
    case .undefinedForm(let name): "no form is called \(name)"
    case .recursive(let name): "\(name) contains itself"
    case .duplicateName(let name): "the name \(name) is already taken"
    case .duplicateRule(let id): "there is already a rule \(id)"
    case .duplicateClause(let clause): "there is already a \(clause) clause"
    case .missingClause(let rule, let clause): "rule \(rule) has no \(clause) clause"
    case .unknownZone(let name): "there is no zone \(name); zones are headline, byline, body, furniture"
    case .unknownType(let name): "there is no mention type \(name)"
    case .unknownRelation(let name): "there is no relation \(name)"
    case .unknownCapture(let path): "the pattern has no capture \(path)"
    case .unknownRegister(let name): "no rule sets the register $\(name)"
    case .unknownWhen(let word): "when takes day, span, a capture or a register, not \(word)"
    case .emptyAlternative: "an alternative is empty; use ? for what may be left out"
    case .notPieces(let name):
      "\(name) must be alternatives of single words, @lists, [classes] and <types> to stand here"
    case .emptyWord: "a word is empty after normalisation"
    case .matchesNothing(let what): "\(what) could take nothing at all; make a part of it obligatory"
    case .badBounds(let bounds): "bounds \(bounds) are not m,n with m <= n <= \(PatternParser.mostRepetitions)"
    case .unboundedLook: "ahead(…) must be bounded: use {m,n} for * and +"
    case .captureInLook: "nothing can be captured inside ahead(…)"
    case .claimsWithoutGroup(let rule): "claims has no effect without a group in rule \(rule)"
    case .onePairwise: "pairwise takes two captures with different first names"
    case .badPass(let rule):
      "rule \(rule): mentions, and nothing else, are found by rules that say over terms or over names; these have no zones"
    case .badExample(let text): "marks are [capture:text], each closed: \(text)"
    case .tooLarge: "the pattern grows to over \(Compiler.mostInstructions) steps; use smaller bounds or phrases"
    case .tooManyLabels: "the rules name more than \(LabelTable.limit - 1) labels"
    }
  }
}
