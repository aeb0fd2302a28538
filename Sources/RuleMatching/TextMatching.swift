/// How single words and characters are compared with the text. Positions count from 0 at the start of the sentence.
extension Vocabulary {
  /// Most blanks passed over at once; bounds the work a position can cost.
  static let mostBlanks = 8

  /// The position after blanks, where blanks are passed over and the position is not inside a mention.
  @inline(__always)
  func afterBlanks(_ position: Int, in lattice: Lattice) -> Int {
    guard skipsBlanks else { return position }
    let base = lattice.range.lowerBound
    var at = position
    while at < lattice.count, lattice.scalars[base + at] == SentenceSigns.blank, at - position < Self.mostBlanks,
      !lattice.inside[at], lattice.outerEnd[at] == 0
    { at += 1 }
    return at
  }

  /// Where a word ends that begins exactly at a position; nil where it does not stand there.
  func end(ofWord word: Int, in lattice: Lattice, at position: Int) -> Int? {
    var at = lattice.range.lowerBound + position
    let end = lattice.range.upperBound
    var index = wordStarts[word]
    let last = wordStarts[word + 1]
    while true {
      guard at < end, lattice.scalars[at] == wordScalars[index] else { return nil }
      at += 1
      index += 1
      if index == last { return at - lattice.range.lowerBound }
      if skipsBlanks {
        var blanks = 0
        while at < end, blanks < Self.mostBlanks, lattice.scalars[at] == SentenceSigns.blank {
          at += 1
          blanks += 1
        }
      }
    }
  }

  /// Where a word begins that ends exactly at a position.
  func start(ofWord word: Int, in lattice: Lattice, endingAt position: Int) -> Int? {
    var at = lattice.range.lowerBound + position
    let start = lattice.range.lowerBound
    var index = wordStarts[word + 1]
    let first = wordStarts[word]
    while true {
      guard at > start, lattice.scalars[at - 1] == wordScalars[index - 1] else { return nil }
      at -= 1
      index -= 1
      if index == first { return at - start }
      if skipsBlanks {
        var blanks = 0
        while at > start, blanks < Self.mostBlanks, lattice.scalars[at - 1] == SentenceSigns.blank {
          at -= 1
          blanks += 1
        }
      }
    }
  }

  /// Whether a piece begins at a position; stops of a skip.
  func begins(_ piece: Piece, in lattice: Lattice, at position: Int) -> Bool {
    switch piece {
    case .word(let id): return end(ofWord: id, in: lattice, at: position) != nil
    case .list(let id):
      guard position < lattice.count else { return false }
      let list = lists[id]
      for index in list.candidates(first: lattice.scalars[lattice.range.lowerBound + position])
      where end(ofWord: list.words[index], in: lattice, at: position) != nil {
        return true
      }
      return false
    case .characterClass(let id):
      return position < lattice.count && lattice.outerEnd[position] == 0 && !lattice.inside[position]
        && classes[id].contains(lattice.scalars[lattice.range.lowerBound + position])
    case .edge(let id):
      let test = edges[id]
      guard test.anyOf.intersects(lattice.startLabels[position]) else { return false }
      for index in Int(lattice.firstEdge[position])..<Int(lattice.firstEdge[position + 1])
      where test.accepts(lattice.edges[index].labels) {
        return true
      }
      return false
    }
  }

  /// Whether a piece ends at a position, outside mentions or with one.
  func ends(_ piece: Piece, in lattice: Lattice, at position: Int) -> Bool {
    switch piece {
    case .word(let id):
      guard !lattice.inside[position], let start = start(ofWord: id, in: lattice, endingAt: position) else {
        return false
      }
      return !lattice.inside[start]
    case .list(let id):
      guard !lattice.inside[position], position > 0,
        lists[id].mayEnd(with: lattice.scalars[lattice.range.lowerBound + position - 1])
      else { return false }
      for word in lists[id].words {
        if let start = start(ofWord: word, in: lattice, endingAt: position), !lattice.inside[start] { return true }
      }
      return false
    case .characterClass(let id):
      return position > 0 && !lattice.inside[position] && !lattice.inside[position - 1]
        && classes[id].contains(lattice.scalars[lattice.range.lowerBound + position - 1])
    case .edge(let id):
      let test = edges[id]
      for index in Int(lattice.firstByEnd[position])..<Int(lattice.firstByEnd[position + 1])
      where test.accepts(lattice.edges[Int(lattice.byEnd[index])].labels) {
        return true
      }
      return false
    }
  }

  /// Whether `behind(…)` holds at a position, its negation included.
  func holds(_ test: BehindTest, in lattice: Lattice, at position: Int) -> Bool {
    let base = lattice.range.lowerBound
    var at = position
    if skipsBlanks {
      while at > 0, position - at < Self.mostBlanks, lattice.scalars[base + at - 1] == SentenceSigns.blank { at -= 1 }
    }
    for _ in 0...test.within {
      for piece in test.pieces where ends(piece, in: lattice, at: at) { return !test.negated }
      guard at > 0, !SentenceSigns.isMark(lattice.scalars[base + at - 1]) else { break }
      at -= 1
      for stop in test.stops where begins(stop, in: lattice, at: at) { return test.negated }
    }
    return test.negated
  }

  /// What a `behind(…)` finds in front of a position, nearest first, whether or not that is what it wants; nil for nothing.
  func found(_ test: BehindTest, in lattice: Lattice, at position: Int) -> Range<Int>? {
    let base = lattice.range.lowerBound
    var at = position
    for _ in 0...test.within {
      for piece in test.pieces where ends(piece, in: lattice, at: at) {
        return (start(of: piece, in: lattice, endingAt: at) ?? max(0, at - 1))..<at
      }
      guard at > 0, !SentenceSigns.isMark(lattice.scalars[base + at - 1]) else { return nil }
      at -= 1
      for stop in test.stops where begins(stop, in: lattice, at: at) { return nil }
    }
    return nil
  }

  private func start(of piece: Piece, in lattice: Lattice, endingAt position: Int) -> Int? {
    switch piece {
    case .word(let id): start(ofWord: id, in: lattice, endingAt: position)
    case .list(let id): lists[id].words.compactMap { start(ofWord: $0, in: lattice, endingAt: position) }.min()
    case .characterClass: position - 1
    case .edge(let id):
      (Int(lattice.firstByEnd[position])..<Int(lattice.firstByEnd[position + 1])).map {
        lattice.edges[Int(lattice.byEnd[$0])]
      }.first { edges[id].accepts($0.labels) }.map { $0.start - lattice.range.lowerBound }
    }
  }
}
