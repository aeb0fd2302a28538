import DocumentModel
import NameRecognition

/// The strings beside names whose values are learned, numbered.
struct ContextGrams {
  struct Gram: Hashable {
    let side: NameTables.Context.Side
    let text: [UInt32]
  }

  private(set) var numbers: [Gram: Int] = [:]
  private(set) var grams: [Gram] = []
  private static let start: UInt32 = 0x5E
  private static let end: UInt32 = 0x24

  /// The sentences with only those strings that stand beside candidates often enough to be learned.
  static func withoutRare(_ examples: [Example], count: Int, least: Int) -> [Example] {
    var seen = [Int](repeating: 0, count: count)
    for example in examples where example.teachesContexts {
      for option in example.options { for gram in option.grams { seen[Int(gram)] += 1 } }
    }
    return examples.map { example in
      var kept = example
      for index in kept.options.indices { kept.options[index].grams.removeAll { seen[Int($0)] < least } }
      return kept
    }
  }

  /// Features that tell a candidate's shape where its characters have values.
  static let shapes: Set<Feature> = [
    .shapeBare, .shapeTwo, .shapeThree, .shapeCompoundTwo, .shapeCompoundThree, .shapeDouble, .shapeForeignTwo,
    .shapeForeignThree, .shapeForeignFour, .shapeForeignLong, .shapeDotted, .shapeJapanese, .shapeJapaneseSurname,
    .shapeJapaneseTwo,
  ]

  private mutating func inside(_ range: Range<Int>, _ shape: Feature, _ scalars: [UInt32]) -> [Int32] {
    let (first, last) = (scalars[range.lowerBound], scalars[range.upperBound - 1])
    switch shape {
    case .shapeTwo:
      let ends = [number(Gram(side: .surname, text: [first])), number(Gram(side: .single, text: [last]))]
      // 于 冲 has a blank between them.
      return range.count > 2 ? ends : ends + [number(Gram(side: .pairTwo, text: [first, last]))]
    case .shapeCompoundTwo: return [number(Gram(side: .single, text: [last]))]
    case .shapeThree, .shapeCompoundThree, .shapeDouble:
      let middle = scalars[range.upperBound - 2]
      let given = [
        number(Gram(side: .first, text: [middle])), number(Gram(side: .second, text: [last])),
        number(Gram(side: .pairGiven, text: [middle, last])),
      ]
      guard shape == .shapeThree else { return given }
      return given + [
        number(Gram(side: .surname, text: [first])), number(Gram(side: .pairFirst, text: [first, middle])),
      ]
    case .shapeForeignTwo, .shapeForeignThree, .shapeForeignFour, .shapeForeignLong, .shapeDotted:
      var found = [
        number(Gram(side: .foreignStart, text: [first])), number(Gram(side: .foreignEnd, text: [last])),
      ]
      for index in range.dropLast() {
        found.append(number(Gram(side: .foreignPair, text: [scalars[index], scalars[index + 1]])))
        if shape != .shapeDotted, index > range.lowerBound {
          found.append(number(Gram(side: .foreignMiddle, text: [scalars[index]])))
        }
      }
      if range.count > 3 {
        found.append(number(Gram(side: .foreignStart, text: [first, scalars[range.lowerBound + 1]])))
        found.append(number(Gram(side: .foreignEnd, text: [scalars[range.upperBound - 2], last])))
      }
      return found
    case .shapeJapanese, .shapeJapaneseTwo, .shapeJapaneseSurname:
      var found = [number(Gram(side: .japaneseSurname, text: [first, scalars[range.lowerBound + 1]]))]
      if shape != .shapeJapaneseSurname { found.append(number(Gram(side: .japaneseEnd, text: [last]))) }
      if shape == .shapeJapaneseTwo {
        found.append(number(Gram(side: .japaneseEnd, text: [scalars[range.upperBound - 2], last])))
      }
      return found
    default: return []
    }
  }

  /// Numbers of the strings on both sides of a candidate, shorter ones first on each side.
  /// `kind`: the letter of Chinese or of transliterated names; nil for a surname alone.
  mutating func around(
    _ range: Range<Int>, shape: Feature?, kind: UInt32?, in scalars: [UInt32], sentence: Range<Int>
  ) -> [Int32] {
    func scalar(_ index: Int) -> UInt32 {
      if index < sentence.lowerBound { return Self.start }
      if index >= sentence.upperBound { return Self.end }
      let scalar = scalars[index]
      return scalar >= 0x30 && scalar <= 0x39 ? 0x30 : scalar
    }
    var found = shape.map { inside(range, $0, scalars) } ?? []
    let isBare = shape == .shapeBare
    if let kind, !isBare {
      let (before, after) = (scalar(range.lowerBound - 1), scalar(range.upperBound))
      let size = 0x30 + UInt32(min(range.count, 4))
      found += [
        number(Gram(side: .around, text: [before, after])),
        number(Gram(side: .skipBefore, text: [scalar(range.lowerBound - 2)])),
        number(Gram(side: .skipAfter, text: [scalar(range.upperBound + 1)])),
        number(Gram(side: .sizedBefore, text: [kind, size, before])),
        number(Gram(side: .sizedAfter, text: [kind, size, after])),
      ]
      found.append(number(Gram(side: .leftSeam, text: [scalar(range.lowerBound - 1), scalars[range.lowerBound]])))
      found.append(number(Gram(side: .rightSeam, text: [scalars[range.upperBound - 1], scalar(range.upperBound)])))
    }
    var before: [UInt32] = []
    for step in 1...3 {
      before.insert(scalar(range.lowerBound - step), at: 0)
      found.append(number(Gram(side: .before, text: before)))
      if before[0] == Self.start { break }
    }
    var after: [UInt32] = []
    for step in 0..<3 {
      after.append(scalar(range.upperBound + step))
      found.append(number(Gram(side: isBare ? .bare : .after, text: after)))
      if after[step] == Self.end { break }
    }
    return found.filter { Self.isWritable(grams[Int($0)]) }
  }

  /// Numbers of the kinds of words on both sides of a candidate.
  mutating func classes(_ keys: [NameTables.Context.Side: [[UInt32]]]) -> [Int32] {
    var found: [Int32] = []
    for side in keys.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      for text in keys[side, default: []] { found.append(number(Gram(side: side, text: text))) }
    }
    return found
  }

  /// A blank at the edge of a cell would be lost, so strings with one are not learned.
  private static func isWritable(_ gram: Gram) -> Bool { !gram.text.contains(0x20) }

  private mutating func number(_ gram: Gram) -> Int32 {
    if let known = numbers[gram] { return Int32(known) }
    numbers[gram] = grams.count
    grams.append(gram)
    return Int32(grams.count - 1)
  }
}
