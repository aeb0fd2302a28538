/// A sentence read as ordinary words: what every name has to beat.
///
/// The likeliest sequence of words is summed from the left and from the right, so that the cost of cutting a name out of
/// it is known at once for every candidate.
struct OrdinaryReading {
  /// What is known at an index. Side by side, for they are asked for together, and a sentence allocates once.
  private struct Place {
    /// Log probability of the likeliest words up to here, from the start of the sentence, and from here to its end.
    var forward = -Float.infinity
    var backward = -Float.infinity
    /// The letter of the kind of the word of each length that starts here, a byte each; the shortest is the lowest.
    var classes: UInt32 = 0
    /// Lengths of the last of the likeliest words up to here, and of the first from here on.
    var lastLength: UInt8 = 1
    var firstLength: UInt8 = 1

    mutating func set(_ wordClass: UInt8, ofLength length: Int) { classes |= UInt32(wordClass) << Self.shift(length) }
    func wordClass(ofLength length: Int) -> UInt8 { UInt8(truncatingIfNeeded: classes >> Self.shift(length)) }
    private static func shift(_ length: Int) -> UInt32 { UInt32(length - 1) * 8 }
  }

  private let base: Int
  /// One for each index of the sentence and its end.
  private let places: [Place]
  /// Log probability of the word of each length that starts at an index, `longestWord` slots an index.
  private let words: [Float]

  /// Longest word of the table.
  static let longestWord = 4

  init(scalars: [UInt32], range: Range<Int>, tables: NameTables) {
    base = range.lowerBound
    var places = Array(repeating: Place(), count: range.count + 1)
    var words = [Float](repeating: -.infinity, count: range.count * Self.longestWord)
    // Spans: arrays would ask at each step whether somebody shares them.
    var placeSpan = places.mutableSpan
    var wordSpan = words.mutableSpan
    Self.readForward(scalars, range, tables, &placeSpan, &wordSpan)
    Self.readBackward(&placeSpan, wordSpan)
    (self.places, self.words) = (places, words)
  }

  private static func readForward(
    _ scalars: [UInt32], _ range: Range<Int>, _ tables: NameTables, _ places: inout MutableSpan<Place>,
    _ words: inout MutableSpan<Float>
  ) {
    let count = range.count
    let characters = tables.characters
    places[0].forward = 0
    for here in 0..<count {
      let scalar = scalars[range.lowerBound + here]
      let first = characters[scalar]
      let slot = here * longestWord
      let forward = places[here].forward
      let alone = first.isHan ? first.ordinary : 0
      words[slot] = alone
      places[here].set(first.wordClass, ofLength: 1)
      if forward + alone > places[here + 1].forward {
        places[here + 1].forward = forward + alone
        places[here + 1].lastLength = 1
      }
      guard first.isHan, first.longestWord > 1 else { continue }
      var text = PackedText(scalar)
      var length = 2
      let longest = min(longestWord, Int(first.longestWord), count - here)
      while length <= longest {
        text.append(scalars[range.lowerBound + here + length - 1])
        if length == 2, !tables.ordinaryStarts.mayContain(text) { break }
        if let (value, mark) = tables.ordinary.marked(text) {
          words[slot + length - 1] = value
          places[here].set(UInt8(clamping: mark), ofLength: length)
          if forward + value > places[here + length].forward {
            places[here + length].forward = forward + value
            places[here + length].lastLength = UInt8(length)
          }
        }
        length += 1
      }
    }
  }

  private static func readBackward(_ places: inout MutableSpan<Place>, _ words: borrowing MutableSpan<Float>) {
    let count = places.count - 1
    places[count].backward = 0
    for here in stride(from: count - 1, through: 0, by: -1) {
      var best = -Float.infinity
      var bestLength = 1
      var length = 1
      let longest = min(longestWord, count - here)
      while length <= longest {
        let value = words[here * longestWord + length - 1] + places[here + length].backward
        if value > best { (best, bestLength) = (value, length) }
        length += 1
      }
      places[here].backward = best
      places[here].firstLength = UInt8(bestLength)
    }
  }

  /// Log probability of the likeliest words that fill a range exactly.
  func inside(_ range: Range<Int>) -> Float {
    let count = range.count
    let first = (range.lowerBound - base) * Self.longestWord
    if count == 2 { return max(words[first] + words[first + Self.longestWord], words[first + 1]) }
    if count == 3 {
      let (second, third) = (first + Self.longestWord, first + 2 * Self.longestWord)
      let one = words[first] + max(words[second] + words[third], words[second + 1])
      return max(one, words[first + 1] + words[third], words[first + 2])
    }
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: count + 1) { best in
      best.initialize(repeating: -.infinity)
      best[0] = 0
      for here in 0..<count {
        let slot = (range.lowerBound - base + here) * Self.longestWord
        for length in 1...min(Self.longestWord, count - here) {
          best[here + length] = max(best[here + length], best[here] + words[slot + length - 1])
        }
      }
      return best[count]
    }
  }

  /// How much likelier the sentence is when words may run across the ends of a range; 0 where it loses nothing.
  func across(_ range: Range<Int>, inside: Float) -> Float {
    max(
      0,
      places[places.count - 1].forward - places[range.lowerBound - base].forward - inside
        - places[range.upperBound - base].backward)
  }

  /// The last of the likeliest words from the start of the sentence to an index, which is not the start.
  func wordBefore(_ index: Int) -> (length: Int, wordClass: UInt8) {
    let length = Int(places[index - base].lastLength)
    return (length, places[index - base - length].wordClass(ofLength: length))
  }

  /// The first of the likeliest words from an index, which is not the end, to the end of the sentence.
  func wordAfter(_ index: Int) -> (length: Int, wordClass: UInt8) {
    let place = places[index - base]
    return (Int(place.firstLength), place.wordClass(ofLength: Int(place.firstLength)))
  }

  /// Whether the range, of two characters or more, is one word of the table.
  func isWord(_ range: Range<Int>) -> Bool {
    range.count > 1 && range.count <= Self.longestWord
      && words[(range.lowerBound - base) * Self.longestWord + range.count - 1] > -.infinity
  }
}
