import FlatTables
import Testing

@Suite struct KeyTableTests {
  /// Against a dictionary, on keys that are many, short and often equal.
  @Test func holdsWhatADictionaryHolds() {
    var random = RandomBytes(seed: 7)
    var pairs: [(key: String, value: Int32)] = []
    var expected: [String: [Int32]] = [:]
    for value in 0..<5000 {
      let letters = "天津市河北省区县".unicodeScalars.map(String.init)
      let key = (0..<random.below(5)).map { _ in letters[random.below(letters.count)] }.joined()
      pairs.append((key, Int32(value)))
      expected[key, default: []].append(Int32(value))
    }
    let table = KeyTable(pairs)
    for (key, values) in expected { #expect(Array(table.values(of: key)) == values) }
    #expect(table.values(of: "无").isEmpty)
    #expect(KeyTable([]).values(of: "").isEmpty)
  }
}
