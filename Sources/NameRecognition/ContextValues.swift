/// What stands before and after each index of a sentence, looked up when first asked for: several candidates start or end at
/// one index, and the tables are larger than the cache. All sentences share one, each for the time in which its candidates are
/// weighed: it takes more memory than all else that is known of an index.
final class ContextValues {
  /// What the kinds of the words on one side say.
  struct Classes {
    /// Of the nearer word.
    var kind: UInt32 = 0
    /// Not a number where nobody asked yet.
    var nearer = Float.nan
    /// Of both words together.
    var both: Float = 0
  }

  private struct Values {
    var before = Float.nan
    var after = Float.nan
    var leftSeam = Float.nan
    var rightSeam = Float.nan
    /// Whether some candidate ends here.
    var isEnd = false
    var classesBefore = Classes()
    var classesAfter = Classes()
    var foreignClassesBefore = Classes()
    var foreignClassesAfter = Classes()
  }

  private var base = 0
  /// Used by one thread, never while it is changed.
  @exclusivity(unchecked) private var values: [Values] = []

  /// Forgets the sentence before, for the one at a range.
  func begin(_ range: Range<Int>) {
    base = range.lowerBound
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: repeatElement(Values(), count: range.count + 1))
  }

  func isEnd(_ index: Int) -> Bool { values[index - base].isEnd }
  func markEnd(_ index: Int) { values[index - base].isEnd = true }

  @inline(__always)
  func before(_ index: Int, or value: () -> Float) -> Float {
    let known = values[index - base].before
    guard known.isNaN else { return known }
    let found = value()
    values[index - base].before = found
    return found
  }

  @inline(__always)
  func after(_ index: Int, or value: () -> Float) -> Float {
    let known = values[index - base].after
    guard known.isNaN else { return known }
    let found = value()
    values[index - base].after = found
    return found
  }

  @inline(__always)
  func leftSeam(_ index: Int, or value: () -> Float) -> Float {
    let known = values[index - base].leftSeam
    guard known.isNaN else { return known }
    let found = value()
    values[index - base].leftSeam = found
    return found
  }

  @inline(__always)
  func rightSeam(_ index: Int, or value: () -> Float) -> Float {
    let known = values[index - base].rightSeam
    guard known.isNaN else { return known }
    let found = value()
    values[index - base].rightSeam = found
    return found
  }

  @inline(__always)
  func classesBefore(_ index: Int, isForeign: Bool, or value: () -> Classes) -> Classes {
    let known = isForeign ? values[index - base].foreignClassesBefore : values[index - base].classesBefore
    guard known.nearer.isNaN else { return known }
    let found = value()
    if isForeign {
      values[index - base].foreignClassesBefore = found
    } else {
      values[index - base].classesBefore = found
    }
    return found
  }

  @inline(__always)
  func classesAfter(_ index: Int, isForeign: Bool, or value: () -> Classes) -> Classes {
    let known = isForeign ? values[index - base].foreignClassesAfter : values[index - base].classesAfter
    guard known.nearer.isNaN else { return known }
    let found = value()
    if isForeign { values[index - base].foreignClassesAfter = found } else { values[index - base].classesAfter = found }
    return found
  }
}
