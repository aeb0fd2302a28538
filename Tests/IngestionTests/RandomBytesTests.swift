import DocumentModel
import Ingestion
import Testing

/// A small generator, the same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

struct RandomBytesTests {
  static let seeds: [[UInt8]] = [
    Array("{\"id\":\"1\",\"text\":\"会议今天召开。\",\"published\":\"2021-05-03\"}\n".utf8),
    Array("id,text\n1,\"会议\n今天\"\"召开\"\n".utf8), Array("# 题\n**会议**[今天](x)召开。\n---\n".utf8),
    Array(HTMLTests.layouts[1].html.utf8), Fixtures.simplifiedGBK, Fixtures.traditionalBig5,
    WARCTests.record("a", WARCTests.http(WARCTests.page)), Fixtures.zip, Fixtures.tarGzip, Fixtures.feedZstd,
  ]

  /// A seed with bytes changed, cut out, doubled, or put in; or nothing but noise.
  static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes = seeds[Int.random(in: 0..<seeds.count, using: &random)]
    if Int.random(in: 0..<8, using: &random) == 0 {
      return (0..<Int.random(in: 0..<300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 1...12, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(at..<end)
      case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 3: bytes.insert([0, 0x22, 0x3C, 0x5B, 0x0A, 0xFF, 0x81, 0x2D].randomElement(using: &random) ?? 0, at: at)
      default: bytes.removeSubrange(at...)
      }
    }
    return bytes
  }

  @Test("24,000 inputs of damaged bytes give articles or failures, never a crash", arguments: 0..<8)
  func neverCrashes(_ part: Int) {
    var random = SeededGenerator(seed: UInt64(part))
    for round in 0..<25 {
      let files = (0..<120).map { number in
        let format = InputFormat.allCases[number % InputFormat.allCases.count]
        return InputFile(place: .memory(Self.bytes(&random), name: "f\(number)"), format: format, id: "\(number)")
      }
      var reader = ArticleReader(files, options: InputOptions(lossy: round % 2 == 0))
      var elements = 0
      while let element = reader.next() {
        elements += 1
        switch element.result {
        case .success(let article): #expect(article.regions.allSatisfy { $0.span.end <= article.text.utf8.count })
        case .failure(let error): #expect(!error.file.isEmpty && !error.what.isEmpty && !error.remedy.isEmpty)
        }
      }
      #expect(elements > 0)
    }
  }
}
