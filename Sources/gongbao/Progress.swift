import Glibc
import KnowledgeGraph

/// Tells people how far a run is: a bar that is written over on a terminal, a line every half minute elsewhere.
struct Progress {
  private let isTerminal: Bool
  private let isQuiet: Bool
  /// Bytes of all inputs; nil where that is not known.
  private let total: Int?
  private let began = ContinuousClock.now
  private var last = ContinuousClock.now
  private var isShown = false

  init(isQuiet: Bool, total: Int?) {
    self.isQuiet = isQuiet
    self.total = total
    isTerminal = isatty(2) == 1
  }

  /// `text` is the number of bytes of text read so far; the markup around it is not counted, so that what is left is about
  /// right at best.
  mutating func update(articles: Int, text: Int) {
    guard !isQuiet, last.duration(to: .now) > (isTerminal ? .milliseconds(200) : .seconds(30)) else { return }
    last = .now
    let message = Self.message(
      articles: articles, text: text, total: total, seconds: began.duration(to: .now) / .seconds(1))
    if isTerminal {
      write("\r\u{1B}[K" + message)
      isShown = true
    } else {
      Console.say(message)
    }
  }

  /// Takes the bar away, before anything else is said.
  mutating func clear() {
    guard isShown else { return }
    write("\r\u{1B}[K")
    isShown = false
  }

  private func write(_ text: String) {
    var output = ByteFile(standard: 2)
    try? output.write(Array(text.utf8))
    try? output.finish()
  }

  /// `[######--------------] 1200 articles, 4.1 MB, 8.3 MB/s, about 12 s left`.
  static func message(articles: Int, text: Int, total: Int?, seconds: Double) -> String {
    let rate = Double(text) / max(seconds, 0.001)
    var message = "\(articles) articles, \(tenths(Double(text) / 1e6)) MB, \(tenths(rate / 1e6)) MB/s"
    if let total, total > 0, rate > 0 {
      let done = min(1, Double(text) / Double(total))
      let marks = Int(done * 20)
      message =
        "[" + String(repeating: "#", count: marks) + String(repeating: "-", count: 20 - marks) + "] " + message
        + ", about \(duration(Double(max(0, total - text)) / rate)) left"
    }
    return message
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func duration(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded(.up))
    if seconds < 60 { return "\(seconds) s" }
    return seconds < 3600 ? "\(seconds / 60) min \(seconds % 60) s" : "\(seconds / 3600) h \(seconds % 3600 / 60) min"
  }
}
