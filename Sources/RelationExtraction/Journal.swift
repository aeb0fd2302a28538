public import DocumentModel
public import RuleMatching

/// What a stated relation was made from.
public struct Derivation: Hashable, Sendable {
  public let match: Match
  /// Number of the sentence in the document.
  public let sentence: Int
  /// Position among the rule's emissions.
  public let emission: Int
  /// The mentions that took part, as far as captures gave them.
  public let subject: Int?
  public let object: Int?
  /// Of `holds_role`: the title.
  public let title: Int?
  /// What carries gave where only a level, or nothing, was written, in the order asked: the last decided.
  public let groundings: [Grounding]
  /// Position of the carry that gave the post to the first person of a list only.
  public let holders: Int?
}

/// Something a match would have stated, and why it was not.
public struct Drop: Hashable, Sendable {
  public enum Reason: Error, Hashable, Sendable {
    /// A capture or register that names nothing that could be told: its name and what stood there.
    case nothingNamed(String)
    /// The context register holds nothing yet.
    case emptyRegister(String)
    /// Subject and object are one.
    case same
    /// The relation does not take these types, or takes no place that stayed open.
    case notAdmitted(subject: MentionType, object: MentionType, resolved: Bool?)
    /// The event lies after the publication: a plan.
    case future(PartialDate)
    /// The title is one that is only planned.
    case plannedTitle(String)
    /// Nothing tells what body the title belongs to.
    case noOrganisation(String)
    /// Of a list of names only the first can hold the post.
    case singular(String)
    /// The captures do not go together.
    case rows(RowProblem)
  }
  public let match: Match
  public let sentence: Int
  public let emission: Int
  public let subject: Identity?
  public let object: Identity?
  public let reason: Reason
  /// Of `holds_role`: the title, and what carries gave.
  public let title: Int?
  public let groundings: [Grounding]
}

/// The record of how a document's relations came about; empty unless somebody asks.
struct Journal {
  let isKept: Bool
  /// One a relation, in the order stated.
  private(set) var derivations: [Derivation] = []
  private(set) var drops: [Drop] = []
  /// Kept always.
  private(set) var diagnostics: [Diagnostic] = []
  /// What carries have given for the office being read.
  var groundings: [Grounding] = []

  init(isKept: Bool) { self.isKept = isKept }

  mutating func derive(
    _ match: Match, _ sentence: Int, _ emission: Int, subject: Int?, object: Int?, title: Int? = nil,
    groundings: [Grounding] = [], holders: Int? = nil
  ) {
    guard isKept else { return }
    derivations.append(
      Derivation(
        match: match, sentence: sentence, emission: emission, subject: subject, object: object, title: title,
        groundings: groundings, holders: holders))
  }

  mutating func drop(
    _ match: Match, _ sentence: Int, _ emission: Int, _ reason: Drop.Reason, subject: Identity? = nil,
    object: Identity? = nil, title: Int? = nil
  ) {
    guard isKept else { return }
    drops.append(
      Drop(
        match: match, sentence: sentence, emission: emission, subject: subject, object: object, reason: reason,
        title: title, groundings: title == nil ? [] : groundings))
  }

  mutating func report(_ problem: RowProblem, of rule: Rule, in sentence: Sentence) {
    guard case .tooMany(let count) = problem else { return }
    diagnostics.append(Diagnostic(rule: rule.id, sentence: sentence.span, combinations: count))
  }

  /// Mentions keep what told of them, asked for or not: only the way there is left out.
  mutating func note(_ grounding: Grounding) { groundings.append(grounding) }
}
