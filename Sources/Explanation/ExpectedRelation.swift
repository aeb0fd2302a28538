public import DocumentModel

/// A relation somebody expected: `holds_role 张三 中共天津市委员会 role=书记`. Names are full names or written forms.
public struct ExpectedRelation: Hashable, Sendable {
  public let type: RelationType
  public let subject: String
  public let object: String
  /// `role`, `status`, `kind`, `date`, in the order written.
  public let fields: [ExplanationNode.Fact]

  /// What cannot be read in an expected relation.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
  }

  public init(_ text: String) throws(Problem) {
    let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard parts.count >= 3 else {
      throw Problem(description: "«\(text)» is no relation — write RELATION SUBJECT OBJECT [role=…]")
    }
    guard let type = RelationType(rawValue: parts[0]) else {
      let known = RelationType.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem(description: "there is no relation \(parts[0]) — take one of \(known)")
    }
    var fields: [ExplanationNode.Fact] = []
    for part in parts.dropFirst(3) {
      guard let sign = part.firstIndex(of: "="), Self.fieldNames.contains(String(part[..<sign])) else {
        throw Problem(
          description:
            "«\(part)» is no field — write \(Self.fieldNames.joined(separator: "=…, "))=…; names have no blanks")
      }
      fields.append(
        ExplanationNode.Fact(key: String(part[..<sign]), value: String(part[part.index(after: sign)...])))
    }
    self.type = type
    subject = parts[1]
    object = parts[2]
    self.fields = fields
  }

  private static let fieldNames = ["role", "status", "kind", "date"]

  subscript(field: String) -> String? { fields.first { $0.key == field }?.value }
}

/// Why an expected relation was not found; the raw value is the fact `cause` of the answer.
public enum MissCause: String, Hashable, Sendable, CaseIterable {
  case found
  case foundOtherwise = "found-otherwise"
  case notInText = "not-in-text"
  case subjectNotRecognised = "subject-not-recognised"
  case titleNotRecognised = "title-not-recognised"
  case objectNotRecognised = "object-not-recognised"
  case dropped
  case lost
  case guarded
  case tooFar = "too-far"
  case otherObject = "other-object"
  case otherTitle = "other-title"
  case stoppedShort = "stopped-short"
  case noRule = "no-rule"
  case ruleFailed = "rule-failed"
}
