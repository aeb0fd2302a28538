/// Weighs candidates of one sentence: the features of a shape, and those of the words around.
///
/// A class, as its text: a copy would count up the references to every table of the sentence.
final class CandidateScorer {
  let text: SentenceText
  let surroundings: Surroundings
  let edges: Edges
  let classes: WordClasses
  /// Index from which a byline names its authors (after 记者, 通讯员, 作者); nil elsewhere.
  let bylineFrom: Int?
  let keepsValues: Bool

  init(text: SentenceText, surroundings: Surroundings, keepsValues: Bool) {
    self.text = text
    self.surroundings = surroundings
    edges = Edges(text: text, surroundings: surroundings)
    classes = WordClasses(text: text, surroundings: surroundings)
    bylineFrom = Byline.authors(in: text)
    self.keepsValues = keepsValues
  }

  /// The same sentence, with what is weighed kept.
  init(explaining other: CandidateScorer) {
    text = other.text
    surroundings = other.surroundings
    edges = other.edges
    classes = other.classes
    bylineFrom = other.bylineFrom
    keepsValues = true
  }

  /// Candidates below this never win, whatever stands beside them.
  static let hopeless = -9.0

  var scalars: [UInt32] { text.scalars }
  var tables: NameTables { text.tables }

  /// The features of a candidate; for one that is found hopeless before all were asked, a sum below any other.
  func sum(of shape: Candidate.Shape, _ range: Range<Int>, surnameLength: Int) -> FeatureSum {
    var sum = FeatureSum(weights: tables.weights, keepsValues: keepsValues)
    switch shape {
    case .han, .spaced:
      addHan(range, surnameLength, spaced: shape == .spaced, to: &sum)
      if isHopeless(sum, range, before: .before, after: .after) { return sum.hopeless }
      addAround(range, before: .before, after: .after, to: &sum)
    case .japanese:
      switch range.count - surnameLength {
      case 0: sum.add(.shapeJapaneseSurname, 1.0)
      case 2: sum.add(.shapeJapaneseTwo, 1.0)
      default: sum.add(.shapeJapanese, 1.0)
      }
      sum.add(.japaneseJapan, if: surroundings.speaksOfJapan)
      sum.add(.foreignAcross, text.ordinary.across(range, inside: text.ordinary.inside(range)))
      for index in range.dropFirst(surnameLength) {
        let row = tables.characters[scalars[index]]
        sum.add(.japaneseGiven, max(-1, min(3, max(row.first, row.second) - row.ordinary)))
      }
      sum.add(.foreignLetters, text.japanese(range, surnameLength: surnameLength))
      addAround(range, before: .foreignBefore, after: .foreignAfter, to: &sum)
    case .foreign:
      addForeign(range, to: &sum)
      if isHopeless(sum, range, before: .foreignBefore, after: .foreignAfter) { return sum.hopeless }
      addAround(range, before: .foreignBefore, after: .foreignAfter, to: &sum)
    case .minority:
      addMinority(range, to: &sum)
      addAround(range, before: .foreignBefore, after: .foreignAfter, to: &sum)
    case .nick:
      sum.add(.shapeNick, 1.0)
      sum.add(.nickSurname, tables.characters[scalars[range.upperBound - 1]].surname + 5)
      sum.add(.across, text.ordinary.across(range, inside: text.ordinary.inside(range)))
      sum.add(.twoWord, if: text.ordinary.isWord(range))
      addAround(range, before: .before, after: .after, to: &sum)
    case .latin:
      addLatin(range, to: &sum)
      addAround(range, before: .foreignBefore, after: .foreignAfter, to: &sum)
    case .dotted:
      addDotted(range, to: &sum)
      addAround(range, before: .foreignBefore, after: .foreignAfter, to: &sum)
    case .bare: addBare(range, to: &sum)
    case .open:
      addOpen(range, to: &sum)
      addAround(range, before: .before, after: .after, to: &sum)
    case .slot(let slot):
      addSlot(slot, range, to: &sum)
    }
    return sum
  }

  // MARK: Shapes

  private func addHan(_ range: Range<Int>, _ surnameLength: Int, spaced: Bool, to sum: inout FeatureSum) {
    let first = scalars[range.lowerBound]
    let row = tables.characters[first]
    let last = scalars[range.upperBound - 1]
    let inside = text.ordinary.inside(range)
    sum.add(.across, text.ordinary.across(range, inside: inside))
    let given = spaced ? 1 : range.count - surnameLength
    if surnameLength > 1 {
      let second = scalars[range.lowerBound + 1]
      if tables.compounds[PackedText(first, second)] != nil {
        sum.add(given == 1 ? .shapeCompoundTwo : .shapeCompoundThree, 1.0)
      } else {
        sum.add(.shapeDouble, 1.0)
      }
    }
    sum.add(.shapeSpaced, if: spaced)
    sum.add(.shapeRare, if: surnameLength == 1 && row.isRareSurname)
    var letters: Float = surnameLength == 1 ? row.surnameValue : 0
    if given == 1 {
      letters += tables.characters[last].singleValue
      if !spaced, surnameLength == 1 { letters += tables.pairTwo[PackedText(first, last)] ?? 0 }
    } else {
      let middle = scalars[range.upperBound - 2]
      letters += tables.characters[middle].firstValue + tables.characters[last].secondValue
      letters += tables.pairGiven[PackedText(middle, last)] ?? 0
      if surnameLength == 1 { letters += tables.pairFirst[PackedText(first, middle)] ?? 0 }
    }
    sum.add(.letters, letters)
    if edges.followsOffice(range) {
      sum.add(.slotOfficeSurname, if: edges.right(range.upperBound).isFirm)
      sum.add(.slotOfficeSurnameShort, if: edges.right(range.upperBound) == .short)
    }
    // 令狐 begins no word 令: what the edges say of its first character is taken back.
    if surnameLength > 1, tables.compounds[PackedText(first, scalars[range.lowerBound + 1])] != nil {
      sum.add(.startsWord, edges.isShortWord(range.lowerBound) ? -1.0 : 0.0)
    }
    if given == 1 {
      sum.add(.twoGiven, tables.characters[last].single + 8)
      guard surnameLength == 1 else { return }
      sum.add(.shapeTwo, 1.0)
      sum.add(.twoSurname, row.surname + 6)
      guard !spaced else { return }
      sum.add(.twoOrdinary, inside + 18)
      sum.add(.twoWord, if: text.ordinary.isWord(range))
      if text.isHan(range.upperBound) {
        let next = tables.characters[scalars[range.upperBound]]
        let here = tables.characters[last]
        sum.add(.twoGoesOn, min(4, max(-4, next.second - next.ordinary + here.first - here.single)))
      }
    } else {
      let middle = scalars[range.upperBound - 2]
      sum.add(.threeGiven, tables.characters[middle].first + tables.characters[last].second + 16)
      sum.add(.threeTailWord, if: text.ordinary.isWord(range.upperBound - 2..<range.upperBound))
      guard surnameLength == 1 else { return }
      sum.add(.shapeThree, 1.0)
      sum.add(.threeSurname, row.surname + 6)
      sum.add(.threePrefixWord, if: text.ordinary.isWord(range.lowerBound..<range.upperBound - 1))
      sum.add(.threeOrdinary, inside + 26)
      sum.add(.threeWord, if: text.ordinary.isWord(range))
    }
  }

  /// Rate of a character of transliterated names that the table does not have.
  private static let strayCharacter = logRate(15, of: 1e6)

  /// How much likelier a character is in a transliterated name than in ordinary text.
  func foreignOdds(_ scalar: UInt32) -> Float {
    let row = tables.characters[scalar]
    return min(6, max(-4, max(Self.strayCharacter, row.transliteration) - row.ordinary))
  }

  private func addForeign(_ range: Range<Int>, to sum: inout FeatureSum) {
    switch range.count {
    case ...2: sum.add(.shapeForeignTwo, 1.0)
    case 3: sum.add(.shapeForeignThree, 1.0)
    case 4: sum.add(.shapeForeignFour, 1.0)
    default: sum.add(.shapeForeignLong, 1.0)
    }
    sum.add(.shapeForeignExtra, Double(max(0, range.count - 5)))
    addTransliteration(range, isDotted: false, to: &sum)
    // 国家主席本扬会见: what fills the gap between a title and a boundary begins with no word.
    if edges.isShortWord(range.lowerBound), edges.left(range.lowerBound) == .title,
      edges.right(range.upperBound).isFirm, tables.characters[scalars[range.lowerBound]].canStart
    {
      sum.add(.startsWord, -1.0)
    }
    sum.add(.foreignLooksHan, if: range.count <= 3 && tables.characters[scalars[range.lowerBound]].surname > -12)
  }

  private func addDotted(_ range: Range<Int>, to sum: inout FeatureSum) {
    sum.add(.shapeDotted, 1.0)
    addTransliteration(range, isDotted: true, to: &sum)
  }

  /// The least that the characters of a listed transliterated name say of it.
  private static let leastOfKnown: Float = -2

  private func addTransliteration(_ range: Range<Int>, isDotted: Bool, to sum: inout FeatureSum) {
    var odds: Float = 0
    var worst: Float = 6
    var length = 0
    var stray = 0
    for index in range where text.isHan(index) {
      let value = foreignOdds(scalars[index])
      odds += value
      worst = min(worst, value)
      length += 1
      if tables.characters[scalars[index]].transliteration <= CharacterTable.never { stray += 1 }
    }
    let letters = text.foreignStart(range) + text.foreignEnd(range) + text.foreignPairs(range, isDotted: isDotted)
    let known = tables.knownParts(of: scalars[range])
    // 卡斯特罗 is on a list: that its pairs of characters stand in places too says little of it.
    sum.add(.foreignLetters, known > 0 ? max(Self.leastOfKnown, letters) : letters)
    sum.add(.foreignOdds, min(16, odds))
    sum.add(.foreignMean, odds / Float(max(1, length)))
    sum.add(.foreignKnown, Double(known))
    sum.add(.foreignWorst, worst)
    sum.add(
      .foreignTailWord, if: range.count > 3 && text.ordinary.isWord(range.upperBound - 2..<range.upperBound))
    sum.add(.madeOfParts, if: tables.isMadeOfKnownParts(scalars[range]))
    // Names of peoples of China between dots have characters of their own: 阿不都热依木.
    sum.add(range.contains(where: text.isJoiner) ? .dottedStray : .foreignStray, Double(stray))
    let inside = text.ordinary.inside(range)
    sum.add(.foreignWords, inside / Float(max(1, length)) + 9)
    sum.add(.foreignAcross, text.ordinary.across(range, inside: inside))
    if text.isHan(range.lowerBound - 1) { sum.add(.foreignCutLeft, max(0, foreignOdds(scalars[range.lowerBound - 1]))) }
    if text.isHan(range.upperBound) {
      let next = scalars[range.upperBound]
      sum.add(
        .foreignNext, if: tables.characters[next].transliteration > CharacterTable.never && foreignOdds(next) > -1)
    }
    if text.isHan(range.upperBound) { sum.add(.foreignCutRight, max(0, foreignOdds(scalars[range.upperBound]))) }
    let start = tables.characters[scalars[range.lowerBound]].canStart ? 0.0 : 1.0
    let end = tables.characters[scalars[range.upperBound - 1]].canEnd ? 0.0 : 1.0
    sum.add(.foreignEnds, start + end)
  }

  private func addOpen(_ range: Range<Int>, to sum: inout FeatureSum) {
    // After an office of a named place or body: whatever its characters.
    if edges.isOffice(range.lowerBound), edges.right(range.upperBound).isFirm {
      switch range.count {
      case ...2: sum.add(.officeTwo, 1.0)
      case 3: sum.add(.officeThree, 1.0)
      case 4: sum.add(.officeFour, 1.0)
      default: sum.add(.officeLong, 1.0)
      }
      sum.add(.officeWord, if: text.ordinary.isWord(range))
      sum.add(.officeLetters, nameLetters(range))
      let inside = text.ordinary.inside(range)
      sum.add(.officeOrdinary, inside / Float(range.count) + 9)
      // 新华社长‖篇通讯: the title ends inside a word.
      sum.add(.officeAcross, text.ordinary.across(range, inside: inside))
      return
    }
    switch range.count {
    case ...2: sum.add(.openTwo, 1.0)
    case 3: sum.add(.openThree, 1.0)
    case 4: sum.add(.openFour, 1.0)
    default: sum.add(.openLong, 1.0)
    }
    let inside = text.ordinary.inside(range)
    sum.add(.across, text.ordinary.across(range, inside: inside))
    sum.add(.openOrdinary, inside / Float(range.count) + 9)
    sum.add(.openWord, if: text.ordinary.isWord(range))
    sum.add(.openLetters, nameLetters(range))
  }

  /// Mean of how much likelier the characters are in names of any kind than in ordinary text.
  private func nameLetters(_ range: Range<Int>) -> Float {
    var letters: Float = 0
    for index in range {
      let row = tables.characters[scalars[index]]
      letters += min(4, max(-4, max(row.transliteration, max(row.first, row.second)) - row.ordinary))
    }
    return letters / Float(range.count)
  }

  private func addMinority(_ range: Range<Int>, to sum: inout FeatureSum) {
    let isOne = tables.minorityPart(at: range.lowerBound, in: scalars, to: range.upperBound) == range.count
    sum.add(isOne ? .shapeMinorityOne : .shapeMinorityMore, 1.0)
    // 孟和巴特尔 is no less a person than 巴特尔, whom everybody knows.
    if !isOne {
      let known = range.dropFirst(2).first { tables.isKnownPerson(scalars[$0..<range.upperBound]) }
      sum.add(.minorityTail, if: known != nil)
    }
    let inside = text.ordinary.inside(range)
    sum.add(.foreignWords, inside / Float(range.count) + 9)
    sum.add(.foreignAcross, text.ordinary.across(range, inside: inside))
    if text.isHan(range.upperBound) {
      sum.add(
        .minorityGoesOn,
        if: tables.minorityPart(at: range.upperBound, in: scalars, to: text.range.upperBound) != nil)
    }
  }

  /// Capitals tell a name's words from brands and codes: John Smith, JohnSmith; not iPhone, NBA, smith.
  private func addLatin(_ range: Range<Int>, to sum: inout FeatureSum) {
    sum.add(.shapeLatin, 1.0)
    // Capitals, and those among them that do not follow another capital.
    var capitals = 0
    var starts = 0
    for index in range where Self.isCapital(scalars[index]) {
      capitals += 1
      if index == range.lowerBound || !Self.isCapital(scalars[index - 1]) { starts += 1 }
    }
    let begins = Self.isCapital(scalars[range.lowerBound])
    sum.add(.latinCapitals, if: begins && capitals == starts && (2...4).contains(capitals))
    sum.add(.latinWords, if: !begins || capitals != starts)
    let bracket = text.contextScalar(range.lowerBound - 1)
    sum.add(
      .latinInBrackets,
      if: bracket == 0x28 && text.contextScalar(range.upperBound) == 0x29 && text.isHan(range.lowerBound - 2)
        && tables.characters[scalars[range.lowerBound - 2]].canEnd)
  }

  private static func isCapital(_ scalar: UInt32) -> Bool { scalar >= 0x41 && scalar <= 0x5A }

  // MARK: Around

  /// Whether a candidate stays hopeless whatever `addAround` adds at best: what is told by arrays of the sentence is added up,
  /// of what must be looked up in tables larger than the cache the most it can be.
  private func isHopeless(_ sum: FeatureSum, _ range: Range<Int>, before: Feature, after: Feature) -> Bool {
    guard !keepsValues, bylineFrom == nil else { return false }
    let (beforeWeight, afterWeight) = (tables.weights[before.rawValue], tables.weights[after.rawValue])
    guard beforeWeight >= 0, afterWeight >= 0, tables.weights[Feature.besideDot.rawValue] <= 0 else { return false }
    var around = FeatureSum(weights: tables.weights, keepsValues: false)
    around.add(.wordClasses, classes.value(of: range, isForeign: before == .foreignBefore, in: tables))
    around.add(.alone, if: !text.isWordLike(range.lowerBound - 1) && !text.isWordLike(range.upperBound))
    surroundings.add(range, to: &around)
    edges.add(range, isKnown: false, to: &around)
    // Far more than rounding can make of sums that are put together in another order.
    let hopeless = Self.hopeless - 1e-6
    var most = sum.score + around.score + mostElsewhere
    most += max(0, tables.weights[Feature.seams.rawValue]) * Double(text.mostSeams(range))
    let mostBefore = beforeWeight * Double(text.mostBefore(range.lowerBound))
    let mostAfter = afterWeight * Double(text.mostAfter(range.upperBound))
    if most + mostBefore + mostAfter >= hopeless {
      most += beforeWeight * Double(text.before(range.lowerBound))
      guard most + mostAfter < hopeless || most + afterWeight * Double(text.after(range.upperBound)) < hopeless else {
        return false
      }
    }
    return !tables.isKnownPerson(scalars[range]) && tables.knownParts(of: scalars[range]) == 0
  }

  /// What a candidate can get at most for being listed, introduced, credited, addressed or part of a title.
  private var mostElsewhere: Double {
    Self.elsewhere.reduce(0) { $0 + max(0, tables.weights[$1.rawValue]) }
  }
  private static let elsewhere: [Feature] = [
    .listedTwo, .listedThree, .listedForeign, .shortenedPlace, .speaker, .introduced, .inTitle, .credit,
  ]

  private func addAround(_ range: Range<Int>, before: Feature, after: Feature, to sum: inout FeatureSum) {
    let dots = [range.lowerBound - 1, range.upperBound].count { text.contextScalar($0) == SentenceText.dot }
    sum.add(.besideDot, Double(dots))
    addListed(range, before, to: &sum)
    let isKnown = tables.isKnownPerson(scalars[range])
    if isKnown { sum.add(range.count > 2 ? .knownPerson : .knownShort, 1.0) }
    sum.add(before, text.before(range.lowerBound))
    let following = text.after(range.upperBound)
    // Whom everybody knows is a person before 理论 too.
    sum.add(after, isKnown ? max(0, following) : following)
    let alone = !text.isWordLike(range.lowerBound - 1) && !text.isWordLike(range.upperBound)
    sum.add(.alone, if: alone)
    if let bylineFrom, range.lowerBound >= bylineFrom {
      sum.add(.bylineItem, if: alone || range.lowerBound == bylineFrom)
    }
    let kind = before == .foreignBefore ? WordClasses.foreign : WordClasses.han
    let seams = text.seams(range) + text.beside(range, kind: kind)
    sum.add(.seams, isKnown ? max(0, seams) : seams)
    sum.add(
      .speaker,
      if: range.lowerBound == text.range.lowerBound && text.contextScalar(range.upperBound) == SentenceText.colon)
    sum.add(.introduced, if: text.isIntroduced(range))
    sum.add(.inTitle, if: text.isInTitle(range.lowerBound))
    sum.add(.credit, if: text.isCredit(range))
    sum.add(.wordClasses, classes.value(of: range, isForeign: before == .foreignBefore, in: tables))
    surroundings.add(range, to: &sum)
    edges.add(range, isKnown: isKnown || tables.knownParts(of: scalars[range]) > 0, to: &sum)
  }

  private func addListed(_ range: Range<Int>, _ before: Feature, to sum: inout FeatureSum) {
    guard range.count > 1 else { return }
    if range.count > 2, before == .foreignBefore || range.count == 3 {
      sum.add(.shortenedPlace, if: tables.isShortenedPlace(scalars[range]))
    }
    guard tables.isListed(scalars[range]) else { return }
    if before == .foreignBefore {
      sum.add(.listedForeign, 1.0)
    } else {
      sum.add(range.count == 2 ? .listedTwo : .listedThree, 1.0)
    }
  }
}
