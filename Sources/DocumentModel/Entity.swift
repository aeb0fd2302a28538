/// Something named, once a document: what the mentions of one thing share.
public struct Entity: Hashable, Sendable {
  /// Type, `-`, 16 hex digits; the same in every run (see `EntityLinking`).
  public var id: String
  public var type: MentionType
  /// The canonical name: the full official form, in Simplified characters.
  public var name: String
  /// Written forms other than `name`, sorted.
  public var aliases: [String]
  /// Finer kind: `party_committee`, `museum`.
  public var kind: String?
  /// GB/T 2260 code of a place in the year of the document.
  public var code: String?
  /// False where a form named only by its level (市委) could not be given a place; nil where the question does not arise.
  public var resolved: Bool?
  /// Said in brackets after a person's name: 女.
  public var gender: String?
  /// Said in brackets after a person's name: 回族.
  public var ethnicity: String?

  public init(
    id: String, type: MentionType, name: String, aliases: [String] = [], kind: String? = nil, code: String? = nil,
    resolved: Bool? = nil, gender: String? = nil, ethnicity: String? = nil
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.code = code
    self.resolved = resolved
    self.gender = gender
    self.ethnicity = ethnicity
  }
}
