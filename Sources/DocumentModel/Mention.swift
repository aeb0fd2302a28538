/// What a stretch of text names; the types of `spec/annotation.md`, in the order output lists them.
public enum MentionType: String, Hashable, Sendable, CaseIterable {
  case person, title, org, place, site, project, delegation, meeting, document, date
}

/// A row of a lexicon file: what made a mention can be opened in an editor.
public struct RowReference: Hashable, Sendable, CustomStringConvertible {
  /// Path below the lexicon folder: `grammar/posts.tsv`.
  public var file: String
  /// Line number, from 1; the header is line 1.
  public var line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  public var description: String { "\(file):\(line)" }
}

/// What made a mention: a lexicon row, or a named rule of the program or of the rule files.
public enum Provenance: Hashable, Sendable, CustomStringConvertible {
  case row(RowReference)
  case rule(String)

  public var description: String {
    switch self {
    case .row(let row): row.description
    case .rule(let name): name
    }
  }
}

/// A stretch of text that names something.
public struct Mention: Hashable, Sendable {
  public var span: Span
  public var type: MentionType
  /// Finer kinds that rules may ask for, without the type in front: `party_committee`, `foreign`, `company`.
  public var labels: [String]
  public var by: Provenance
  /// What the lexicons know of it, for relations and linking.
  public var reading: Reading

  public init(
    span: Span, type: MentionType, labels: [String] = [], by: Provenance, reading: Reading = .surface
  ) {
    self.span = span
    self.type = type
    self.labels = labels
    self.by = by
    self.reading = reading
  }
}
