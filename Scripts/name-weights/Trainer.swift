import NameRecognition

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A semi-Markov conditional random field over the recogniser's candidates: maximises the probability of the right choice
/// among all choices of candidates that do not overlap. Adagrad with a pull to zero; the order of sentences comes from a
/// fixed seed, so the result is the same every time.
struct Trainer {
  var weights: [Double]
  var grams: [Double]
  let fixed: Set<Int>
  let pull: Double
  let gramPull: Double
  private var squares: [Double]
  private var gramSquares: [Double]
  private var learnsGrams = true
  /// The share of strings that is left out of each look at a sentence: no value may lean on others being there.
  private let dropped: Double
  private var looks: UInt64 = 0
  private static let limit = 14.0

  init(weights: [Double], fixed: Set<Int>, grams: Int, pull: Double, gramPull: Double, dropped: Double) {
    self.weights = weights
    self.fixed = fixed
    self.grams = Array(repeating: 0, count: grams)
    self.pull = pull
    self.gramPull = gramPull
    self.dropped = dropped
    squares = Array(repeating: 1e-2, count: weights.count)
    gramSquares = Array(repeating: 0.3, count: grams)
  }

  /// One pass over all sentences; gives the mean loss.
  mutating func pass(
    _ examples: [Example], rate: Double, order: inout FixedRandom, learnsGrams: Bool = true
  ) -> Double {
    self.learnsGrams = learnsGrams
    var loss = 0.0
    for index in order.shuffled(examples.count) { loss += learn(from: examples[index], rate: rate) }
    return loss / Double(max(1, examples.count))
  }

  /// Makes up for what was left out while they were learned: with all of them there, each says less.
  mutating func scaleGrams(by factor: Double) { for index in grams.indices { grams[index] *= factor } }

  private func isDropped(_ gram: Int32) -> Bool {
    guard dropped > 0 else { return false }
    var z = looks &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(UInt32(bitPattern: gram)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 31)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 29)) >> 11) * 0x1p-53 < dropped
  }

  /// Begins with long steps again.
  mutating func forgetSteps() { squares = Array(repeating: 1e-2, count: weights.count) }

  private mutating func learn(from example: Example, rate: Double) -> Double {
    looks &+= 1
    let adjacentWeight = weights[Feature.adjacent.rawValue]
    let listWeight = weights[Feature.list.rawValue]
    let filledWeight = weights[Feature.listFilled.rawValue]
    let adjacent = exp(adjacentWeight)
    let list = exp(listWeight)
    let filled = exp(listWeight + filledWeight)
    let count = example.count
    let options = example.options
    var mass = [Double](repeating: 0, count: options.count)
    for (index, option) in options.enumerated() {
      var score = 0.0
      for feature in option.features { score += weights[feature.number] * feature.value }
      for gram in option.grams where !isDropped(gram) { score += grams[Int(gram)] }
      mass[index] = exp(max(-Self.limit, min(Self.limit, score)))
    }
    // Forward: choices up to an index that end with a gap, or with a name.
    var open = [Double](repeating: 0, count: count + 1)
    var named = open
    var into = [Double](repeating: 0, count: options.count)
    open[0] = 1
    var next = 0
    for here in 0...count {
      if here > 0 { open[here] += open[here - 1] + named[here - 1] }
      while next < options.count, options[next].start == here {
        let option = options[next]
        var sum = open[here] + named[here] * adjacent
        if here > 0, example.listMarks.contains(here - 1) {
          sum += named[here - 1] * ((option.fills ? filled : list) - 1)
        }
        into[next] = sum
        named[option.end] += sum * mass[next]
        next += 1
      }
    }
    let total = open[count] + named[count]
    guard total > 0, total < 1e280 else { return 0 }
    // Backward: after a gap, after a name that ends here; and what starts here, plain and after a list mark.
    var rest = [Double](repeating: 0, count: count + 2)
    var restNamed = rest
    var started = rest
    var listed = rest
    next = options.count - 1
    for here in stride(from: count, through: 0, by: -1) {
      while next >= 0, options[next].start == here {
        let value = mass[next] * restNamed[options[next].end]
        started[here] += value
        listed[here] += value * ((options[next].fills ? filled : list) - 1)
        next -= 1
      }
      rest[here] = (here < count ? rest[here + 1] : 1) + started[here]
      restNamed[here] = (here < count ? rest[here + 1] : 1) + adjacent * started[here]
      if here < count, example.listMarks.contains(here) { restNamed[here] += listed[here + 1] }
    }
    return update(
      example, mass: mass, into: into, named: named, restNamed: restNamed, total: total, adjacent: adjacent,
      list: list, filled: filled, rate: rate)
  }

  private mutating func update(
    _ example: Example, mass: [Double], into: [Double], named: [Double], restNamed: [Double], total: Double,
    adjacent: Double, list: Double, filled: Double, rate: Double
  ) -> Double {
    // One stretch may stand in several shapes; the right answer is shared among them as the model sees it.
    var right: [Range<Int>: Double] = [:]
    var rightEnds: Set<Int> = []
    for (index, option) in example.options.enumerated() where option.isRight {
      right[option.start..<option.end, default: 0] += into[index] * mass[index] * restNamed[option.end] / total
      rightEnds.insert(option.end)
    }
    var loss = 0.0
    var dense: [Int: Double] = [:]
    var sparse: [Int32: Double] = [:]
    for (index, option) in example.options.enumerated() {
      let share = mass[index] * restNamed[option.end] / total
      let p = into[index] * share
      var wanted = 0.0
      if option.isRight {
        let all = max(right[option.start..<option.end] ?? 0, 1e-12)
        wanted = p / all
        loss -= wanted * log(all)
      }
      let delta = (wanted - p) * example.weight
      let afterName =
        ((rightEnds.contains(option.start) ? wanted : 0) - named[option.start] * adjacent * share) * example.weight
      if abs(afterName) > 1e-6 { dense[Feature.adjacent.rawValue, default: 0] += afterName }
      if option.start > 0, example.listMarks.contains(option.start - 1) {
        let value = (option.fills ? filled : list) * named[option.start - 1] * share
        let inList = ((rightEnds.contains(option.start - 1) ? wanted : 0) - value) * example.weight
        if abs(inList) > 1e-6 {
          dense[Feature.list.rawValue, default: 0] += inList
          if option.fills { dense[Feature.listFilled.rawValue, default: 0] += inList }
        }
      }
      guard abs(delta) > 1e-5 else { continue }
      for feature in option.features { dense[feature.number, default: 0] += delta * feature.value }
      guard example.teachesContexts, learnsGrams else { continue }
      for gram in option.grams where !isDropped(gram) { sparse[gram, default: 0] += delta }
    }
    for (number, gradient) in dense where !fixed.contains(number) {
      let step = gradient - pull * weights[number]
      squares[number] += step * step
      weights[number] += rate * step / squares[number].squareRoot()
    }
    for (gram, gradient) in sparse {
      let number = Int(gram)
      let step = gradient - gramPull * grams[number]
      gramSquares[number] += step * step
      grams[number] += rate * step / gramSquares[number].squareRoot()
    }
    return loss
  }
}

/// SplitMix64 from a fixed seed.
struct FixedRandom {
  private var state: UInt64 = 7

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func shuffled(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for index in stride(from: count - 1, to: 0, by: -1) { order.swapAt(index, Int(next() % UInt64(index + 1))) }
    return order
  }
}
