/// Something in a rule file that is no error and yet can hardly be meant.
public struct RuleWarning: Hashable, Sendable, CustomStringConvertible {
  public enum Problem: Hashable, Sendable {
    case unusedList(String)
    case unusedPhrase(String)
    case unusedForm(String)
    /// The rule states and sets nothing.
    case noEffect(String)
    /// Nothing can ever match: what is asked for excludes itself.
    case dead(String)
    /// An alternative or a word that an earlier one covers.
    case shadowed(String)
    /// Wherever the rule matches, another of its group does too, and wins.
    case alwaysLoses(rule: String, to: String, because: String)
    case repeatedExample(String)
  }
  public let location: RuleLocation
  public let problem: Problem

  public var description: String { "\(location): \(problem.message)" }
}

extension RuleWarning.Problem {
  public var message: String {
    switch self {
    case .unusedList(let name): "no rule uses the word list @\(name)"
    case .unusedPhrase(let name): "no rule uses the phrase \(name)"
    case .unusedForm(let name): "no carry uses the form \(name)"
    case .noEffect(let rule): "rule \(rule) neither states nor sets anything"
    case .dead(let what): "\(what) can never match"
    case .shadowed(let what): "\(what) is never reached: an earlier alternative takes all it could"
    case .alwaysLoses(let rule, let winner, let why): "rule \(rule) always loses to \(winner), which \(why)"
    case .repeatedExample(let text): "the example stands here twice: \(text)"
    }
  }
}
