import FoundationEssentials
import NameRecognition

/// names/weights.tsv.
struct WeightTable {
  private let rows: [String: (weight: Double, derivation: String)]

  init(path: String) throws {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    var rows: [String: (weight: Double, derivation: String)] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t").map(String.init)
      if cells.count == 3, let weight = Double(cells[1]) { rows[cells[0]] = (weight, cells[2]) }
    }
    self.rows = rows
  }

  /// Where fitting begins: what is set by hand, and nothing for the others. What is added by hand (derivation `added`) weighs
  /// nothing meanwhile: else the others would take it back.
  var start: [Double] {
    Feature.allCases.map { feature in
      if Example.contextual.contains(feature) { return 1 }
      guard let row = rows[feature.key], row.derivation.hasPrefix("set") else { return 0 }
      return row.weight
    }
  }

  var values: [Double] {
    Feature.allCases.map { Example.contextual.contains($0) ? 1 : rows[$0.key]?.weight ?? 0 }
  }

  /// Features that somebody set by hand, and those whose values are learned as contexts.
  var fixed: Set<Int> {
    Set(
      Feature.allCases.filter { isByHand(rows[$0.key]?.derivation ?? "") || Example.contextual.contains($0) }
        .map(\.rawValue))
  }

  private func isByHand(_ derivation: String) -> Bool { derivation.hasPrefix("set") || derivation.hasPrefix("added") }

  func text(with weights: [Double], derivation: String) -> String {
    var lines: [String: String] = [:]
    for (key, row) in rows where isByHand(row.derivation) {
      lines[key] = "\(key)\t\(decimal(row.weight))\t\(row.derivation)"
    }
    for feature in Feature.allCases where lines[feature.key] == nil {
      let isContext = Example.contextual.contains(feature)
      lines[feature.key] =
        "\(feature.key)\t\(decimal(weights[feature.rawValue]))\t"
        + (isContext ? "set: contexts.tsv holds what is added" : derivation)
    }
    return "feature\tweight\tderivation\n" + lines.keys.sorted().map { (lines[$0] ?? "") + "\n" }.joined()
  }
}

/// names/contexts.tsv: counts of each string beside names and beside candidates that are none, and its learned value.
struct ContextTable {
  private let grams: ContextGrams
  private let values: [Double]
  private var named: [Int]
  private var seen: [Int]

  init(grams: ContextGrams, examples: [Example], values: [Double]) {
    self.grams = grams
    self.values = values
    named = Array(repeating: 0, count: values.count)
    seen = named
    for example in examples where example.teachesContexts {
      var counted: [Int32: Set<Int>] = [:]
      for option in example.options {
        for gram in option.grams where counted[gram, default: []].insert(option.start).inserted {
          seen[Int(gram)] += 1
          if option.isRight { named[Int(gram)] += 1 }
        }
      }
    }
  }

  /// The rows whose own share of the value matters most, each with the sum over it and its shorter forms.
  func text(rows: Int, src: String) -> String {
    func shorter(_ gram: ContextGrams.Gram) -> ContextGrams.Gram? {
      switch gram.side {
      case .before, .after, .bare, .foreignStart, .foreignEnd: break
      default: return nil
      }
      guard gram.text.count > 1 else { return nil }
      return ContextGrams.Gram(
        side: gram.side,
        text: Array(gram.side == .before || gram.side == .foreignEnd ? gram.text.dropFirst() : gram.text.dropLast()))
    }
    func total(_ gram: ContextGrams.Gram) -> Double {
      (grams.numbers[gram].map { values[$0] } ?? 0) + (shorter(gram).map { total($0) } ?? 0)
    }
    var rated: [(weight: Double, number: Int)] = []
    for number in values.indices where seen[number] >= 2 {
      let weight = abs(values[number]) * Double(min(seen[number], 400)).squareRoot()
      if abs(values[number]) > 0.02 || grams.grams[number].text.count == 1 { rated.append((weight, number)) }
    }
    rated.sort { ($0.weight, $1.number) > ($1.weight, $0.number) }
    let lines = rated.prefix(rows).map { row -> String in
      let gram = grams.grams[row.number]
      let text = String(String.UnicodeScalarView(gram.text.compactMap { Unicode.Scalar($0) }))
      return
        "\(gram.side.rawValue)\t\(text)\t\(named[row.number])\t\(seen[row.number])\t\(decimal(total(gram)))\t\(src)"
    }
    return "side\tsurface\tnamed\tseen\tlog_odds\tsrc\n"
      + lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }.joined()
  }
}

/// Two decimals at most three.
func decimal(_ value: Double) -> String {
  let thousandths = Int((abs(value) * 1000).rounded())
  let fraction = String(thousandths % 1000)
  let sign = value < 0 && thousandths > 0 ? "-" : ""
  return "\(sign)\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
}
