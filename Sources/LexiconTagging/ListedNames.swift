import DocumentModel
import Lexicons

/// Sites and initiatives that have a row of their own.
struct ListedNames {
  let chart: Chart
  let lexicons: LexiconSet

  func addCandidates(to found: inout [Candidate]) {
    guard chart.kinds.intersects(.listed) else { return }
    for number in chart.all {
      let hit = chart.hits[number]
      switch hit.kind {
      case .site:
        let site = lexicons.sites[hit.row]
        found.append(
          Candidate(
            range: hit.range, type: .site, labels: Labels([site.kind, "listed"]),
            reading: .known(KnownReading(canonical: site.name, kind: site.kind, place: site.division)),
            by: .row(site.row)))
      case .initiative:
        let initiative = lexicons.initiatives[hit.row]
        found.append(
          Candidate(
            range: hit.range, type: .project, labels: Labels([initiative.kind]),
            reading: .known(KnownReading(canonical: initiative.name, kind: initiative.kind)), by: .row(initiative.row)))
      default: break
      }
    }
  }
}

/// Titles of laws, plans and works in 《》; nothing is read from inside them.
struct DocumentTitles {
  let chart: Chart
  let words: MeetingWords

  func addCandidates(to found: inout [Candidate]) {
    guard chart.signs.contains(.titleMark) else { return }
    var opened: [Int] = []
    for index in chart.range {
      switch chart.scalars[index] {
      case 0x300A: opened.append(index)
      case 0x300B:
        guard let start = opened.popLast() else { continue }
        // Of nested titles the outermost is the document.
        if opened.isEmpty, let shown = exhibition(start + 1..<index) {
          found.append(shown)
        } else if opened.isEmpty {
          found.append(
            Candidate(
              range: start..<(index + 1), type: .document, reading: .surface, by: .rule("documents.title-marks")))
        }
      default: break
      }
    }
  }

  /// 《…成就展》: a named exhibition is somewhere one can be taken to (annotation.md, decision 1).
  private func exhibition(_ range: Range<Int>) -> Candidate? {
    guard range.count > 3, words.exhibitions.contains(where: { chart.matches($0, at: range.upperBound - $0.count) })
    else {
      return nil
    }
    let reading = CompoundReading(kind: "exhibition", head: chart.string(range.upperBound - 1..<range.upperBound))
    return Candidate(
      range: range, type: .site, reading: .compound(reading), by: .rule("sites.exhibition-in-title-marks"))
  }
}
