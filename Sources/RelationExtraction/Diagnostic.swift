public import DocumentModel
import RuleMatching

/// Something in an article that the rules could read and gave up, so that its facts are missing: worth a look.
public struct Diagnostic: Hashable, Sendable {
  public let rule: String
  /// The sentence.
  public let sentence: Span
  /// How many relations the match would have stated.
  public let combinations: Int

  public var message: String {
    "rule \(rule) would state \(combinations) relations of one list with another, more than \(Match.mostRows), and states none"
  }
}
