import DocumentModel
import Lexicons

/// Finds the words of offices: modifiers and a post (常务副市长, 原书记, 代省长), fused titles (组织部长), labels of name lists (省领导).
struct TitleTagging {
  let chart: Chart
  let tables: TaggingTables
  let organs: [OrganTagging.Organ]

  private var lexicons: LexiconSet { tables.lexicons }

  func addCandidates(to found: inout [Candidate]) {
    if chart.kinds.intersects(.titles) {
      for number in chart.all {
        let hit = chart.hits[number]
        switch hit.kind {
        case .post: if !endsInWord(hit), !beginsGroup(hit), !beginsInBody(hit) { found.append(title(hit)) }
        case .groupLabel: found.append(group(hit, lexicons.groupLabels[hit.row]))
        default: break
        }
      }
    }
    for organ in organs {
      guard let start = organ.fusedTitle else { continue }
      found.append(fused(start..<(organ.candidate.range.upperBound + 1), kind: organ.kind))
    }
  }

  /// 家长 of 国家‖长远发展, 街长 of 互助街‖长久: the last character begins another word. But 主任‖何… is no 任何: a surname
  /// stands behind the title, and no place or organ ends inside it (水利部‖长江…).
  private func endsInWord(_ hit: Hit) -> Bool {
    guard hit.count > 1, chart.kinds(at: hit.end - 1).contains(.boundaryWord) else { return false }
    let isName =
      tables.surnames.isSurname(at: hit.end, in: chart) && !chart.kinds(endingAt: hit.end - 1).intersects(.holders)
    return chart.starting(at: hit.end - 1).contains {
      chart.hits[$0].kind == .boundaryWord && chart.hits[$0].end > hit.end
        && !(isName && chart.hits[$0].end == hit.end + 1)
    }
  }

  /// 党代表 of 自民党‖代表团, 国务委员 of 国务委员会.
  private func beginsGroup(_ hit: Hit) -> Bool {
    tables.words.titleGoesOn.contains { chart.matches($0, at: hit.end - 2) }
  }

  /// 大会主席 of 人民政权代表大会‖主席: the body ends inside, and the rest is a title.
  private func beginsInBody(_ hit: Hit) -> Bool {
    guard hit.count > 3 else { return false }
    return (hit.start + 1..<hit.end - 1).contains { middle in
      chart.kinds(endingAt: middle).contains(.organisationHead)
        && chart.ending(at: middle).contains {
          chart.hitsByEnd[$0].kind == .organisationHead && chart.hitsByEnd[$0].start < hit.start
        }
        && chart.starting(at: middle).contains { chart.hits[$0].kind == .post && chart.hits[$0].end == hit.end }
    }
  }

  private func title(_ hit: Hit) -> Candidate {
    let post = lexicons.posts[hit.row]
    var start = hit.start
    var roleStart = hit.start
    var status: RoleStatus?
    var isDeputy = post.isDeputy
    var isPlanned = false
    while let (length, effect) = modifier(before: start) {
      switch effect {
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
    let assistant = tables.words.assistants.first { chart.matches($0, at: hit.end) }
    let end = hit.end + (assistant?.count ?? 0)
    if assistant != nil { isDeputy = true }
    let reading = TitleReading(
      role: chart.string(roleStart..<end), core: post.surface, postClass: post.class.rawValue,
      orgKinds: post.organisationKinds, implies: post.implies?.rawValue ?? "",
      level: tables.titles.levels[hit.row], isDeputy: isDeputy, status: status)
    return Candidate(
      range: roleStart..<end, type: .title,
      labels: tables.titles.labels(post: hit.row, isDeputy: isDeputy, isPlanned: isPlanned), reading: .title(reading),
      by: .row(post.row))
  }

  private func modifier(before index: Int) -> (Int, Modifier.Effect)? {
    guard chart.kinds(endingAt: index).contains(.modifier) else { return nil }
    for number in chart.ending(at: index) where chart.hitsByEnd[number].kind == .modifier {
      return (chart.hitsByEnd[number].count, lexicons.modifiers[chart.hitsByEnd[number].row].effect)
    }
    return nil
  }

  private func group(_ hit: Hit, _ row: GroupLabel) -> Candidate {
    let reading = TitleReading(
      role: row.role, core: row.role, postClass: "group", implies: "place", level: row.level,
      isDeputy: true, isGroup: true)
    return Candidate(
      range: hit.range, type: .title, labels: TitleTables.group, reading: .title(reading), by: .row(row.row))
  }

  private static let fusedDeputy = Labels(["party", "deputy"])
  private static let fusedHead = Labels(["party", "head"])

  private func fused(_ range: Range<Int>, kind: String) -> Candidate {
    let role = chart.string(range)
    // 组织部副部长 is no fused form; 副组织部长 does not occur: only the plain form reaches here.
    let isDeputy = modifier(before: range.lowerBound)?.1 == .deputy
    let reading = TitleReading(role: role, core: role, postClass: "party", orgKinds: [kind], isDeputy: isDeputy)
    return Candidate(
      range: range, type: .title, labels: isDeputy ? Self.fusedDeputy : Self.fusedHead, reading: .title(reading),
      by: .rule("titles.fused-with-department"))
  }
}
