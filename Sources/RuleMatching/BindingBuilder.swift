/// Makes the tree of bindings from the events of a match.
struct BindingBuilder: Sendable {
  private struct Open {
    let start: Int
    var edges = 0
    var lastEdge = -1
    var children: [Binding] = []
  }
  private var open: [Open] = []

  mutating func bindings(_ events: [Machine.Event], of program: Program, in lattice: Lattice) -> [Binding] {
    open.removeAll(keepingCapacity: true)
    open.append(Open(start: 0))
    for event in events {
      switch event.kind {
      case .open: open.append(Open(start: Int(event.position)))
      case .edge:
        open[open.count - 1].edges += 1
        open[open.count - 1].lastEdge = Int(event.number)
      case .piece: break
      case .close:
        guard open.count > 1, let closed = open.popLast() else { continue }
        open[open.count - 1].edges += closed.edges
        if closed.edges > 0 { open[open.count - 1].lastEdge = closed.lastEdge }
        let range = trimmed(closed.start..<Int(event.position), lattice)
        var mention: Int?
        if closed.edges == 1 {
          let edge = lattice.edges[closed.lastEdge]
          if edge.start..<edge.end == range, edge.mention >= 0 { mention = edge.mention }
        }
        open[open.count - 1].children.append(
          Binding(
            name: program.captures[Int(event.number)], range: range, mention: mention, children: closed.children))
      }
    }
    return open[0].children
  }

  /// As indices into the matching text, without blanks at the ends.
  private func trimmed(_ range: Range<Int>, _ lattice: Lattice) -> Range<Int> {
    var lower = lattice.range.lowerBound + range.lowerBound
    var upper = lattice.range.lowerBound + range.upperBound
    while lower < upper, lattice.scalars[lower] == SentenceSigns.blank { lower += 1 }
    while upper > lower, lattice.scalars[upper - 1] == SentenceSigns.blank { upper -= 1 }
    return lower..<upper
  }
}
