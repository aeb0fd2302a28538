public import DocumentModel
public import RuleMatching

/// An example of a carry, read once, to see what results with one table of carries and with another.
public struct CarryTrial: Sendable {
  private let extractor: RelationExtractor
  private let document: Document
  private let mentions: [Mention]
  private let matches: [[Match]]

  public init(_ extractor: RelationExtractor, _ document: Document, _ mentions: [Mention]) {
    self.extractor = extractor
    self.document = document
    self.mentions = mentions
    matches = extractor.matches(in: document, mentions)
  }

  /// What becomes of an example of a carry.
  ///
  /// Both must result in what the marks name. An `ok` passes when the carry took part in each of them, a `no` when it did
  /// not, or, without marks, when it took part in nothing.
  public func verdict(of example: RuleExample, ofCarry number: Int, carries: CarryTable) -> ExampleVerdict {
    let reading = RelationExtractor(extractor, carries: carries)
      .read(matches, in: document, mentions, journal: Journal(isKept: true))
    let uses = uses(reading)
    let own = uses.filter { $0.carries.contains(number) }
    func are(_ found: [Use], _ mark: RuleExample.Mark) -> Bool {
      found.contains { $0.span == mark.span && $0.result == mark.path.components.joined() }
    }
    let takesNoPart =
      example.marks.isEmpty ? own.isEmpty : !own.contains { use in example.marks.contains { $0.span == use.span } }
    let fits =
      example.expectation == .no
      ? takesNoPart && example.marks.allSatisfy { are(uses, $0) }
      : !own.isEmpty && example.marks.allSatisfy { are(own, $0) }
    switch example.expectation {
    case .ok where fits, .no where fits, .todo where !fits: return .passed
    case .todo: return .solved
    case .ok, .no:
      let shown = uses.map { use in
        let by = use.carries.map { carries[$0].id }.joined(separator: ", ")
        return "\(document.text(of: use.span)) is of \(use.result)" + (by.isEmpty ? "" : " by \(by)")
      }
      return .failed(shown.isEmpty ? "no title, no organ" : shown.joined(separator: "; "))
    }
  }

  /// A title or organ, what it turned out to be of, and the carries that had a part in it.
  private struct Use {
    let span: Span
    let result: String
    let carries: [Int]
  }

  private func uses(_ reading: (statements: Statements, referents: Referents, journal: Journal)) -> [Use] {
    var uses: [Use] = []
    let journal = reading.journal
    for (relation, derivation) in zip(reading.statements.relations, journal.derivations) {
      let carries = derivation.groundings.compactMap(\.carry) + (derivation.holders.map { [$0] } ?? [])
      for mention in [derivation.title, derivation.object] {
        guard let mention else { continue }
        uses.append(Use(span: mentions[mention].span, result: relation.object.name, carries: carries))
      }
    }
    for drop in journal.drops {
      guard let title = drop.title else { continue }
      uses.append(Use(span: mentions[title].span, result: "-", carries: drop.groundings.compactMap(\.carry)))
    }
    for (index, mention) in mentions.enumerated() {
      let groundings = reading.referents.groundings(of: index)
      guard !groundings.isEmpty, let identity = reading.statements.identities[index] else { continue }
      uses.append(Use(span: mention.span, result: identity.name, carries: groundings.compactMap(\.carry)))
    }
    return uses
  }
}

extension ExtractionTrace {
  /// For each carry how many roles and other mentions it had a part in.
  public func uses(of carries: CarryTable) -> [Int] {
    var counts = Array(repeating: 0, count: carries.all.count)
    let used =
      derivations.map { $0.groundings.compactMap(\.carry) + ($0.holders.map { [$0] } ?? []) }
      + drops.map { $0.groundings.compactMap(\.carry) } + groundings.map { $0.compactMap(\.carry) }
    for number in used.joined() { counts[number] += 1 }
    return counts
  }
}
