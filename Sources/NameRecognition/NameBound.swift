import FlatTables

/// What a character adds at most to the score of a Chinese name in each of its places, all weights included. Nine of ten
/// stretches that begin with a surname are hopeless by their characters alone: these sums tell without asking any other table.
struct CharacterBound: BitwiseCopyable, Sendable {
  /// As the surname and the given name of two characters, and of three.
  var startOfTwo: Float = 0
  var endOfTwo: Float = 0
  var startOfThree: Float = 0
  var middleOfThree: Float = 0
  var endOfThree: Float = 0
  /// As the character before a name and after it, and as the ones one place further off.
  var before: Float = 0
  var after: Float = 0
  /// The same with its other neighbour or the name's length.
  var beside: Float = 0
  var besideAfter: Float = 0
  var secondBefore: Float = 0
  var secondAfter: Float = 0
}

/// The rest of a bound: what does not depend on the characters.
struct NameBound: BitwiseCopyable, Sendable {
  /// The most that a shape adds, with what is asked of no single character.
  var two: Float = .infinity
  var three: Float = .infinity
  /// The most that the kinds of the words on both sides add together.
  var classesAround: Float = 0
  /// Weights of the reading as ordinary words.
  var ordinaryTwo: Float = 0
  var ordinaryThree: Float = 0
  var across: Float = 0
  /// The weight of kinds of words.
  var classes: Float = 0
  var mostClasses: Float = 0
  var before: Float = 0
  var after: Float = 0
  /// What a first and a last character that is a word by itself takes away.
  var startsAsWord: Float = 0
  var endsAsWord: Float = 0
  /// What the edges add.
  var alone: Float = 0
  var wordBefore: Float = 0
  var shortAfter: Float = 0
  var wordAfter: Float = 0
  var verbAfter: Float = 0
  var listed: Float = 0
  var spoken: Float = 0
  var rivalLeft: Float = 0
  var rivalRight: Float = 0

  /// `mostAround` and `mostClasses`: the most that the kinds of words on both sides say together of a Chinese name, and on
  /// each for itself.
  init(weights: [Double], mostAround: Float, mostClasses: Float) {
    func weight(_ feature: Feature) -> Float { Float(weights[feature.rawValue]) }
    func most(_ features: Feature...) -> Float { features.reduce(0) { $0 + max(0, weight($1)) } }
    // A bound only where these do not speak for a name.
    guard most(.besideDot, .wordInside, .rivalSame, .beginsWithWord, .inTitle) == 0 else { return }
    let always = most(
      .verbBefore, .placeBefore, .slotCut, .slotLate, .slotOfficeLate, .slotOfficeCut, .rivalInside, .rivalEnds,
      .takesWord, .takesConjunction, .takesAdverb, .endsAsBody, .shortenedPlace)
    two =
      always + weight(.shapeTwo) + 6 * weight(.twoSurname) + 8 * weight(.twoGiven) + 18 * weight(.twoOrdinary)
      + most(.twoWord) + 4 * abs(weight(.twoGoesOn))
    three =
      always + weight(.shapeThree) + 6 * weight(.threeSurname) + 16 * weight(.threeGiven) + 26 * weight(.threeOrdinary)
      + most(.threeTailWord, .threePrefixWord, .threeWord)
    classesAround = mostAround * weight(.wordClasses)
    ordinaryTwo = weight(.twoOrdinary)
    ordinaryThree = weight(.threeOrdinary)
    across = weight(.across)
    classes = weight(.wordClasses)
    self.mostClasses = mostClasses * classes
    before = weight(.before)
    after = weight(.after)
    startsAsWord = min(0, weight(.startsWord))
    endsAsWord = min(0, weight(.endsWord))
    alone = most(.alone)
    wordBefore = most(.wordBefore)
    shortAfter = most(.shortAfter)
    wordAfter = most(.wordAfter)
    verbAfter = most(.verbAfter)
    listed = most(.slotListed)
    spoken = most(.slotSpoken)
    rivalLeft = most(.rivalLeft)
    rivalRight = most(.rivalRight)
  }
}

extension CharacterBound {
  init(_ row: CharacterRow, weights: [Double]) {
    func weight(_ feature: Feature) -> Float { Float(weights[feature.rawValue]) }
    let (letters, seams) = (weight(.letters), max(0, weight(.seams)))
    let surname = letters * row.surnameValue + seams * row.mostLeftSeam
    let rare = row.isRareSurname ? weight(.shapeRare) : 0
    startOfTwo = rare + surname + weight(.twoSurname) * row.surname + letters * row.mostPairTwo
    endOfTwo = weight(.twoGiven) * row.single + letters * row.singleValue + seams * row.mostRightSeam
    startOfThree = rare + surname + weight(.threeSurname) * row.surname + letters * row.mostPairFirst
    middleOfThree = weight(.threeGiven) * row.first + letters * (row.firstValue + row.mostPairGiven)
    endOfThree = weight(.threeGiven) * row.second + letters * row.secondValue + seams * row.mostRightSeam
    before = max(0, weight(.before)) * row.mostBefore
    after = max(0, weight(.after)) * row.mostAfter
    beside = seams * row.mostBeside
    besideAfter = seams * row.mostBesideAfter
    secondBefore = weight(.seams) * row.skipBefore
    secondAfter = weight(.seams) * row.skipAfter
  }
}

extension CandidateScorer {
  /// Whether a surname and one or two characters can be a name at all; false is certain.
  func mayBeName(_ range: Range<Int>) -> Bool {
    guard !keepsValues, bylineFrom == nil else { return true }
    // What speaks loudest stands beside few: there everything is asked.
    let right = edges.right(range.upperBound)
    if edges.left(range.lowerBound) == .title || right.rawValue >= Edges.Right.honorific.rawValue { return true }
    let before = text.contextScalar(range.lowerBound - 1)
    let after = text.contextScalar(range.upperBound)
    let secondAfter = text.contextScalar(range.upperBound + 1)
    switch (before, after, secondAfter) {
    case (SentenceText.blank, _, _), (0x28, _, _), (_, SentenceText.colon, _), (_, _, 0x7537), (_, _, 0x5973):
      return true
    default: break
    }
    let tables = text.tables
    let first = text.scalars[range.lowerBound]
    let last = text.scalars[range.upperBound - 1]
    let characters = tables.characters
    let isTwo = range.count == 2
    let bound = tables.bound
    var most = isTwo ? bound.two : bound.three
    if isTwo {
      most += characters.bound(first).startOfTwo + characters.bound(last).endOfTwo
    } else {
      most +=
        characters.bound(first).startOfThree + characters.bound(text.scalars[range.lowerBound + 1]).middleOfThree
        + characters.bound(last).endOfThree
    }
    most += characters.bound(text.contextScalar(range.lowerBound - 2)).secondBefore
    most += characters.bound(secondAfter).secondAfter
    let inside = text.ordinary.inside(range)
    most += inside * (isTwo ? bound.ordinaryTwo : bound.ordinaryThree)
    most += bound.across * text.ordinary.across(range, inside: inside)
    most += bound.classesAround + edgesBound(range, bound)
    if edges.isShortWord(range.lowerBound) { most += bound.startsAsWord }
    if edges.isShortWord(range.upperBound - 1) { most += bound.endsAsWord }
    // Looked up once an index, and asked for again where the name stays possible.
    let hopeless = Float(Self.hopeless) - 0.01 - most
    let (left, following) = (characters.bound(before), characters.bound(after))
    var beside = left.before + following.after + left.beside + following.besideAfter
    if beside + bound.mostClasses >= hopeless {
      let classes = classes.beforeHan(range.lowerBound, tables) + classes.afterHan(range.upperBound, tables)
      beside += classes * bound.classes
      if beside >= hopeless {
        beside += bound.before * text.before(range.lowerBound) - left.before
        if beside >= hopeless, beside + bound.after * text.after(range.upperBound) - following.after >= hopeless {
          return true
        }
      }
    }
    return tables.mayBeListed(PackedText(first, text.scalars[range.lowerBound + 1]))
  }

  /// The most that the edges of a stretch and what the lexicons found say for it.
  private func edgesBound(_ range: Range<Int>, _ bound: NameBound) -> Float {
    let (left, right) = (edges.left(range.lowerBound), edges.right(range.upperBound))
    var most = surroundings.rivals(range, left: bound.rivalLeft, right: bound.rivalRight)
    switch left {
    case .word: most += bound.wordBefore
    case .conjunction: most += bound.wordBefore + bound.listed
    case .list: most += bound.listed
    case .start, .mark: most += right == .verb ? bound.spoken : 0
    case .none, .place, .title: break
    }
    switch right {
    case .short: most += bound.shortAfter
    case .word: most += bound.wordAfter
    case .verb: most += bound.verbAfter
    default: break
    }
    if !text.isWordLike(range.upperBound), !text.isWordLike(range.lowerBound - 1) { most += bound.alone }
    return most
  }
}
