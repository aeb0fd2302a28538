import DocumentModel

/// A relation is listed once a document however often it is said.
enum RelationMerging {
  /// Of the same relation said several times the surest is kept, the first of equals; a date said in one of them is kept.
  static func merge(_ relations: [StatedRelation]) -> [StatedRelation] {
    var order: [Key] = []
    var best: [Key: StatedRelation] = [:]
    for relation in relations {
      let key = Key(relation)
      guard let known = best[key] else {
        order.append(key)
        best[key] = relation
        continue
      }
      var winner = relation.confidence > known.confidence ? relation : known
      winner.date = known.date ?? relation.date
      winner.kind = known.kind ?? relation.kind
      best[key] = winner
    }
    return withoutShorterTitles(order.compactMap { best[$0] })
  }

  private struct Key: Hashable {
    let type: RelationType
    let ends: [Identity]
    let role: String?

    init(_ relation: StatedRelation) {
      type = relation.type
      let ends = [relation.subject, relation.object]
      // Whom one meets is said of both sides.
      self.ends = relation.type == .metWith ? ends.sorted { $0.name < $1.name } : ends
      role = relation.role
    }
  }

  /// 主席 beside 国家主席 of one body, 记者 beside 首席记者: the fuller title says all.
  private static func withoutShorterTitles(_ relations: [StatedRelation]) -> [StatedRelation] {
    relations.filter { relation in
      guard relation.type == .holdsRole, let role = relation.role else { return true }
      return !relations.contains { other in
        guard other.type == .holdsRole, other.subject == relation.subject, other.object == relation.object,
          let fuller = other.role
        else { return false }
        // 副市长 is no 市长: only a rank or level in front makes a title fuller.
        return fuller.count > role.count && fuller.hasSuffix(role) && !fuller.dropLast(role.count).hasSuffix("副")
      }
    }
  }
}
