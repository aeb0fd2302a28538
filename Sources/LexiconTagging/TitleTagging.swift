import DocumentModel
import Lexicons

/// Finds the words of offices: modifiers and a post (常务副市长, 原书记, 代省长), fused titles (组织部长), labels of name lists (省领导).
struct TitleTagging {
  let chart: Chart
  let lexicons: LexiconSet
  let organs: [OrganTagging.Organ]

  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    for hit in chart.hits {
      switch hit.meaning {
      case .post(let row): found.append(title(hit, lexicons.posts[row]))
      case .groupLabel(let row): found.append(group(hit, lexicons.groupLabels[row]))
      default: break
      }
    }
    for organ in organs {
      guard let start = organ.fusedTitle else { continue }
      found.append(fused(start..<(organ.candidate.range.upperBound + 1), kind: organ.kind))
    }
    return found
  }

  private func title(_ hit: Chart.Hit, _ post: Post) -> Candidate {
    var start = hit.start
    var roleStart = hit.start
    var status: RoleStatus?
    var isDeputy = post.isDeputy
    var isPlanned = false
    while let (length, modifier) = modifier(before: start) {
      switch modifier.effect {
      case .former: status = status ?? .former
      case .current, .concurrent: break
      case .planned: isPlanned = true
      case .acting:
        status = status ?? .acting
        // 代省长: annotation.md takes 代 into the title's words.
        if roleStart == start { roleStart -= length }
      case .deputy:
        isDeputy = true
        if roleStart == start { roleStart -= length }
      case .rank: if roleStart == start { roleStart -= length }
      }
      start -= length
    }
    // 校长助理: an assistant's title is made from any head's.
    let isAssistant = chart.matches("助理", at: hit.end)
    let end = isAssistant ? hit.end + 2 : hit.end
    if isAssistant { isDeputy = true }
    let role = chart.string(roleStart..<end)
    let level = Self.levels.first { post.surface.hasPrefix($0) && post.implies != nil }
    let reading = TitleReading(
      role: role, core: post.surface, postClass: post.class.rawValue, orgKinds: post.organisationKinds,
      implies: post.implies?.rawValue ?? "",
      level: level, isDeputy: isDeputy, status: status)
    return Candidate(
      range: roleStart..<end, type: .title,
      labels: [post.class.rawValue] + (post.needsOrganisation ? ["needs_org"] : []) + (isDeputy ? ["deputy"] : ["head"])
        + (isPlanned ? ["planned"] : []),
      reading: .title(reading), by: .row(post.row))
  }

  private static let levels = ["省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "村", "师", "街道"]

  private func modifier(before index: Int) -> (Int, Modifier)? {
    for hit in chart.ending(at: index) {
      if case .modifier(let row) = hit.meaning { return (hit.count, lexicons.modifiers[row]) }
    }
    return nil
  }

  private func group(_ hit: Chart.Hit, _ row: GroupLabel) -> Candidate {
    let reading = TitleReading(
      role: row.role, core: row.role, postClass: "group", implies: "place", level: row.level,
      isDeputy: true, isGroup: true)
    return Candidate(
      range: hit.start..<hit.end, type: .title, labels: ["group"], reading: .title(reading), by: .row(row.row))
  }

  private func fused(_ range: Range<Int>, kind: String) -> Candidate {
    let role = chart.string(range)
    var start = range.lowerBound
    var isDeputy = false
    // 组织部副部长 is no fused form; 副组织部长 does not occur: only the plain form reaches here.
    if let (length, modifier) = modifier(before: start), modifier.effect == .deputy {
      start -= length
      isDeputy = true
    }
    let reading = TitleReading(role: role, core: role, postClass: "party", orgKinds: [kind], isDeputy: isDeputy)
    return Candidate(
      range: range, type: .title, labels: ["party", isDeputy ? "deputy" : "head"], reading: .title(reading),
      by: .rule("titles.fused-with-department"))
  }
}
