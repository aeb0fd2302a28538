public import DocumentModel

/// Where something stands in a rule file.
public struct RuleLocation: Hashable, Sendable, CustomStringConvertible {
  /// Path as it was given to the reader.
  public let file: String
  /// From 1.
  public let line: Int
  /// In Unicode scalars, from 1.
  public let column: Int

  public var description: String { "\(file):\(line):\(column)" }
}

/// Names of nested captures from the outside in: `p.title` is every `title` inside every `p`.
public struct CapturePath: Hashable, Sendable, CustomStringConvertible {
  public let components: [String]

  public init(components: [String]) { self.components = components }

  /// Splits at dots.
  public init(_ text: String) { components = text.split(separator: ".").map(String.init) }

  public var description: String { components.joined(separator: ".") }
}

/// What an emission takes for an argument or a field.
public enum EmissionValue: Hashable, Sendable {
  /// What a capture of the match is bound to.
  case capture(CapturePath)
  /// What the document's context holds under this name: `$traveller`, or what the next stage itself provides.
  case register(String)
  /// A quoted string, or the word after `when`.
  case text(String)
}

/// A relation that a match of a rule states; what the fields mean is up to the stage that reads it.
public struct Emission: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    public let name: String
    public let value: EmissionValue
  }
  public let relation: RelationType
  public let subject: EmissionValue
  public let object: EmissionValue
  /// In the order written.
  public let fields: [Field]
  /// Where the date comes from: a capture, a register, or `day` or `span`; nil where none is asked for.
  public let when: EmissionValue?
  /// First names of the captures that are gone through in step (分别); empty where there is no `pairwise`.
  public let pairwise: [String]
  public let location: RuleLocation
}

/// When a rule is matched, which decides what it reads.
public enum RulePass: String, Hashable, Sendable, CaseIterable {
  /// Before mentions are chosen: what the lexicons found stands side by side, and words match inside it too.
  case terms
  /// When names have been found: over the mentions so far, to find more of them.
  case names
  /// Over all mentions, to read what is stated of them.
  case relations
}

/// A mention that a match of a rule finds.
public struct MentionEmission: Hashable, Sendable {
  public let type: MentionType
  public let capture: CapturePath
  /// Finer labels, in the order written.
  public let labels: [String]
  /// What the name is of, for names whose place is told by their beginning; nil: it says only itself.
  public let kind: String?
  public let location: RuleLocation
}

/// A value a match leaves in the document's context for later sentences.
public struct ContextSetting: Hashable, Sendable {
  public let register: String
  public let value: CapturePath
}

/// A pattern over mentions and characters, what its matches state, and the examples that prove it.
public struct Rule: Sendable {
  /// Unique in its rule set: `visits.arrive`.
  public let id: String
  public let doc: String
  public let zones: [Zone]
  /// Higher wins within a group.
  public let priority: Int
  /// In [0, 1].
  public let confidence: Double
  /// Matches of rules of one group exclude each other where their claims overlap; nil: none does.
  public let group: String?
  /// The capture whose ranges a match claims; nil: its whole range.
  public let claims: CapturePath?
  public let pass: RulePass
  public let emissions: [Emission]
  /// Empty but where the pass is another than `relations`.
  public let mentions: [MentionEmission]
  public let settings: [ContextSetting]
  /// Names under which the next stage finds the stretches that the rule matches.
  public let marks: [String]
  public let examples: [RuleExample]
  public let location: RuleLocation
}
