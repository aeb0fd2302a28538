import DocumentModel
import Lexicons

/// Sites and initiatives that have a row of their own.
struct ListedNames {
  let chart: Chart
  let lexicons: LexiconSet

  func candidates() -> [Candidate] {
    chart.hits.compactMap { hit -> Candidate? in
      switch hit.meaning {
      case .site(let row):
        let site = lexicons.sites[row]
        return Candidate(
          range: hit.start..<hit.end, type: .site, labels: [site.kind, "listed"],
          reading: .known(KnownReading(canonical: site.name, kind: site.kind, place: site.division)),
          by: .row(site.row))
      case .initiative(let row):
        let initiative = lexicons.initiatives[row]
        return Candidate(
          range: hit.start..<hit.end, type: .project, labels: [initiative.kind],
          reading: .known(KnownReading(canonical: initiative.name, kind: initiative.kind)), by: .row(initiative.row))
      default: return nil
      }
    }
  }
}

/// Titles of laws, plans and works in 《》; nothing is read from inside them.
struct DocumentTitles {
  let chart: Chart

  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    var opened: [Int] = []
    for index in chart.range {
      switch chart.scalars[index] {
      case 0x300A: opened.append(index)
      case 0x300B:
        guard let start = opened.popLast() else { continue }
        // Of nested titles the outermost is the document.
        if opened.isEmpty {
          found.append(
            Candidate(
              range: start..<(index + 1), type: .document, reading: .surface, by: .rule("documents.title-marks")))
        }
      default: break
      }
    }
    return found
  }
}
