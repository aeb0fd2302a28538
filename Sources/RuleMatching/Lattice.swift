/// One mention as matching sees it: a step from its start to its end.
public struct Edge: Hashable, Sendable {
  /// Index into the document's matching text.
  public let start: Int
  /// Index just past the last scalar; greater than `start`.
  public let end: Int
  /// Made by ``RuleSet/labels``.
  public internal(set) var labels: LabelSet
  /// The caller's number for the mention; matching hands it back in ``Binding/mention``. Negative: a term that nobody has
  /// chosen for a mention; it hides no characters.
  public let mention: Int

  public init(start: Int, end: Int, labels: LabelSet, mention: Int) {
    self.start = start
    self.end = end
    self.labels = labels
    self.mention = mention
  }
}

/// One sentence with its mentions: the graph that rules are matched over.
///
/// The *outermost* edges are chosen from left to right, the longest first; an edge inside or across one of them is *inner*.
/// Characters can only be taken outside outermost edges, or together with the whole of one. Terms are neither.
/// Keep one lattice and `load` it again for each sentence: its arrays are reused.
public struct Lattice: Sendable {
  /// The scalars of the whole matching text.
  private(set) var scalars: [UInt32] = []
  /// The sentence, as indices into the matching text.
  public private(set) var range: Range<Int> = 0..<0
  /// By start, longer ones first, then as given. Edges that reach outside the sentence are left out.
  public private(set) var edges: [Edge] = []

  // The arrays below have one element a position of the sentence, and one for its end; positions count from 0 at its start.
  /// Where the edges starting at a position begin in `edges`; one element more.
  private(set) var firstEdge: [Int32] = []
  /// Numbers of edges by their end, and where those of a position begin; one element more.
  private(set) var byEnd: [Int32] = []
  private(set) var firstByEnd: [Int32] = []
  /// End of the outermost edge that starts here, or 0.
  private(set) var outerEnd: [Int32] = []
  /// Whether the position lies strictly inside an outermost edge.
  private(set) var inside: [Bool] = []
  /// Labels of all edges that start at a position.
  private(set) var startLabels: [LabelSet] = []
  /// Labels that occur in the sentence.
  private(set) var labels = LabelSet()
  /// `^` holds at positions up to this one, `$` from `tail` on.
  private(set) var head = 0
  private(set) var tail = 0

  public init() {}

  /// `range` and the edges are indices into `scalars`.
  public init(scalars: [UInt32], range: Range<Int>, edges: [Edge]) {
    self.init(scalars: scalars, range: range, edges: edges[...])
  }

  public init(scalars: [UInt32], range: Range<Int>, edges: ArraySlice<Edge>) {
    load(scalars: scalars, range: range, edges: edges)
  }

  /// Number of scalars in the sentence.
  var count: Int { range.count }

  /// Takes another sentence; the scalars are shared, not copied.
  public mutating func load(scalars: [UInt32], range: Range<Int>, edges: ArraySlice<Edge>) {
    self.scalars = scalars
    self.range = range.clamped(to: 0..<scalars.count)
    let sentence = self.range
    self.edges.removeAll(keepingCapacity: true)
    for edge in edges
    where edge.start >= sentence.lowerBound && edge.end <= sentence.upperBound && edge.start < edge.end {
      self.edges.append(edge)
    }
    sortEdges()
    chooseOutermost()
    indexEdges()
    findHeadAndTail()
  }

  /// The most edges that are sorted by insertion: those of a sentence without punctuation come in several sorted runs, which
  /// would take the square of their number.
  private static let fewEdges = 512

  /// Insertion sort: stable, and the edges come nearly sorted.
  private mutating func sortEdges() {
    guard edges.count <= Self.fewEdges else {
      edges = edges.enumerated().sorted { one, other in
        if one.element.start != other.element.start { return one.element.start < other.element.start }
        if one.element.end != other.element.end { return one.element.end > other.element.end }
        return one.offset < other.offset
      }.map(\.element)
      return
    }
    for index in edges.indices.dropFirst() {
      let edge = edges[index]
      var at = index
      while at > 0,
        edges[at - 1].start > edge.start || edges[at - 1].start == edge.start && edges[at - 1].end < edge.end
      {
        edges[at] = edges[at - 1]
        at -= 1
      }
      edges[at] = edge
    }
  }

  private mutating func chooseOutermost() {
    outerEnd.reset(to: 0, count: count + 1)
    inside.reset(to: false, count: count + 1)
    var covered = 0..<0
    for index in edges.indices where edges[index].mention >= 0 {
      let (start, end) = (edges[index].start - range.lowerBound, edges[index].end - range.lowerBound)
      if start >= covered.upperBound {
        covered = start..<end
        outerEnd[start] = Int32(end)
        for position in start + 1..<end { inside[position] = true }
      } else if start..<end != covered {
        edges[index].labels.insert(LabelTable.innerID)
      }
    }
  }

  private mutating func indexEdges() {
    firstEdge.reset(to: 0, count: count + 2)
    firstByEnd.reset(to: 0, count: count + 2)
    startLabels.reset(to: LabelSet(), count: count + 1)
    byEnd.reset(to: 0, count: edges.count)
    labels = LabelSet()
    for edge in edges {
      firstEdge[edge.start - range.lowerBound + 1] += 1
      firstByEnd[edge.end - range.lowerBound + 1] += 1
      startLabels[edge.start - range.lowerBound].formUnion(edge.labels)
      labels.formUnion(edge.labels)
    }
    for position in 1..<count + 2 {
      firstEdge[position] += firstEdge[position - 1]
      firstByEnd[position] += firstByEnd[position - 1]
    }
    // Filled backwards from each end of a run, so that `firstByEnd` can serve as the write position and come out right.
    for index in edges.indices.reversed() {
      let end = edges[index].end - range.lowerBound
      firstByEnd[end + 1] -= 1
      byEnd[Int(firstByEnd[end + 1])] = Int32(index)
    }
    // Each write position now is where its run begins: shift back by one.
    for position in 0..<count + 1 { firstByEnd[position] = firstByEnd[position + 1] }
    firstByEnd[count + 1] = Int32(edges.count)
  }

  private mutating func findHeadAndTail() {
    head = 0
    while head < count, scalars[range.lowerBound + head] == SentenceSigns.blank { head += 1 }
    tail = count
    while tail > 0, !inside[tail - 1], outerEnd[tail - 1] == 0,
      SentenceSigns.mayFollowEnd(scalars[range.lowerBound + tail - 1])
    {
      tail -= 1
    }
  }
}

/// The characters that matching itself knows.
enum SentenceSigns {
  static let blank: UInt32 = 0x20

  /// What ends a sentence (after NFKC): a skip never steps over it.
  static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0x21, 0x3F, 0x3B, 0x0A: true  // 。 ! ? ; line break
    default: false
    }
  }

  /// What may stand between the last word and the end of a sentence: marks, blanks, closing quotes and brackets.
  static func mayFollowEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case blank, 0x22, 0x29, 0x201D, 0x2019, 0x300D, 0x300F, 0x3011: true  // " ) ” ’ 」 』 】
    default: isMark(scalar)
    }
  }
}

extension Array {
  /// `count` elements of one value, in the memory the array already has.
  mutating func reset(to value: Element, count: Int) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(value, count: count))
  }
}
