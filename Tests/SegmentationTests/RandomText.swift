/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Text of the kinds of characters that matter here, mixed as no newspaper does.
struct RandomText {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private static let marks = Array(
    "。。！？；!?;，、,.．·•・‧“”‘’「」《》（）()\"' \u{3000}\u{A0}\t…—㈱①Ⅲ℃\u{200B}\u{FEFF}\u{FE0F}\u{301}\u{323}\u{3099}"
      .unicodeScalars)
  private static let ranges: [ClosedRange<UInt32>] = [
    0x4E00...0x9FFF, 0x4E00...0x9FFF, 0x4E00...0x9FFF, 0x20...0x7E, 0xA0...0x36F, 0x1100...0x11FF, 0xAC00...0xAD00,
    0x3040...0x30FF, 0x2000...0x27FF, 0x2E80...0x2FDF, 0x3200...0x33FF, 0xF900...0xFDFF, 0xFE00...0xFFFF,
    0x900...0xDFF, 0x1F300...0x1FAFF, 0x20000...0x2FA1F, 0x1D100...0x1D7FF, 0xE0000...0xE01FF, 0x0...0xFFFF,
  ]

  /// `count` scalars; runs of few kinds, so that neighbours meet that act on each other.
  mutating func scalars(_ count: Int) -> String {
    var view = String.UnicodeScalarView()
    while view.count < count {
      let range = Self.ranges[Int.random(in: 0..<Self.ranges.count, using: &generator)]
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        if Bool.random(using: &generator) {
          view.append(Self.marks[Int.random(in: 0..<Self.marks.count, using: &generator)])
        } else if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
          view.append(scalar)
        }
      }
    }
    return String(view)
  }
}
