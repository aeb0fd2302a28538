import DocumentModel

/// A stated relation with the numbers of its ends (see ``IdentityNumbers``).
struct NumberedRelation {
  var relation: StatedRelation
  let subject: Int
  let object: Int

  init(_ relation: StatedRelation, subject: Int, object: Int) {
    self.relation = relation
    self.subject = subject
    self.object = object
  }
}

/// A relation is listed once a document however often it is said.
enum RelationMerging {
  /// Of the same relation said several times the surest is kept, the first of equals; a date said in one of them is kept.
  /// `identities` are those of the numbers, `deputies` what makes another title of one (副).
  static func merge(
    _ relations: [NumberedRelation], _ identities: [Identity], deputies: [String]
  ) -> [NumberedRelation] {
    var places: [Key: Int] = [:]
    var best: [NumberedRelation] = []
    for relation in relations {
      let key = Key(relation, identities)
      guard let place = places[key] else {
        places[key] = best.count
        best.append(relation)
        continue
      }
      let known = best[place]
      if relation.relation.confidence > known.relation.confidence { best[place] = relation }
      best[place].relation.date = known.relation.date ?? relation.relation.date
      best[place].relation.kind = known.relation.kind ?? relation.relation.kind
    }
    return withoutShorterTitles(best, deputies)
  }

  private struct Key: Hashable {
    let type: RelationType
    let first: Int
    let second: Int
    let role: String?

    init(_ relation: NumberedRelation, _ identities: [Identity]) {
      type = relation.relation.type
      // Whom one meets is said of both sides.
      let isTurned =
        type == .metWith && identities[relation.object].name < identities[relation.subject].name
      first = isTurned ? relation.object : relation.subject
      second = isTurned ? relation.subject : relation.object
      role = relation.relation.role
    }
  }

  /// 主席 beside 国家主席 of one body, 记者 beside 首席记者: the fuller title says all.
  private static func withoutShorterTitles(
    _ relations: [NumberedRelation], _ deputies: [String]
  ) -> [NumberedRelation] {
    var roles: [Holding: [String]] = [:]
    for relation in relations where relation.relation.type == .holdsRole {
      if let role = relation.relation.role { roles[Holding(relation), default: []].append(role) }
    }
    return relations.filter { relation in
      guard relation.relation.type == .holdsRole, let role = relation.relation.role,
        let all = roles[Holding(relation)], all.count > 1
      else { return true }
      // 副市长 is no 市长: only a rank or level in front makes a title fuller.
      return !all.contains { fuller in
        fuller.count > role.count && fuller.hasSuffix(role)
          && !deputies.contains { fuller.dropLast(role.count).hasSuffix($0) }
      }
    }
  }

  /// Who holds something, and of what.
  private struct Holding: Hashable {
    let subject: Int
    let object: Int

    init(_ relation: NumberedRelation) { (subject, object) = (relation.subject, relation.object) }
  }
}
