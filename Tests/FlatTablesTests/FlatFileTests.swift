import FlatTables
import FoundationEssentials
import Testing

/// A folder for the files of one test, gone after it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/flat-tables-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], as name: String = "file") throws -> String {
    try Data(bytes).write(to: URL(filePath: path + "/" + name))
    return path + "/" + name
  }
}

@Suite struct FlatFileTests {
  private struct Pair: BitwiseCopyable, Equatable, Sendable {
    var a: UInt32
    var b: UInt64
  }

  private func sample() -> [UInt8] {
    var writer = FlatFileWriter()
    writer.add("numbers", (0..<1000).map { UInt32($0 * 7) })
    writer.add("pairs", [Pair(a: 1, b: 2), Pair(a: 3, b: 4)])
    writer.add("none", [UInt64]())
    writer.add("words", text: "津京冀")
    KeyTable([("甲", 1), ("乙", 2), ("甲", 3)]).write(to: &writer, as: "keys")
    return writer.bytes(format: 9)
  }

  @Test func readsWhatWasWritten() throws {
    let folder = try TemporaryFolder()
    let file = try FlatFile(path: folder.write(sample()), format: 9)
    #expect(try Array(file.array("numbers", of: UInt32.self)) == (0..<1000).map { UInt32($0 * 7) })
    #expect(try Array(file.array("pairs", of: Pair.self)) == [Pair(a: 1, b: 2), Pair(a: 3, b: 4)])
    #expect(try file.array("none", of: UInt64.self).isEmpty)
    #expect(try file.text("words") == "津京冀")
    let keys = try KeyTable(file, "keys")
    #expect(Array(keys.values(of: "甲")) == [1, 3])
    #expect(keys.first(of: "丙") == nil)
    #expect(throws: FlatFileError.damaged(what: "it has no section other")) { try file.text("other") }
    #expect(throws: FlatFileError.damaged(what: "section words has 9 bytes")) {
      try file.array("words", of: UInt32.self)
    }
  }

  @Test func arraysOutliveTheirFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(sample())
    func numbers() throws -> FlatArray<UInt32> { try FlatFile(path: path, format: 9).array("numbers") }
    let array = try numbers()
    try FileManager.default.removeItem(atPath: path)
    #expect(array.reduce(0, &+) == 7 * 999 * 500)
  }

  @Test func saysWhyAFileCannotBeUsed() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FlatFileError.missing) { try FlatFile(path: folder.path + "/none", format: 9) }
    #expect(throws: FlatFileError.unreadable(reason: "it is no file")) { try FlatFile(path: folder.path, format: 9) }
    #expect(throws: FlatFileError.otherFormat(found: 9, expected: 10)) {
      try FlatFile(path: folder.write(sample()), format: 10)
    }
    #expect(throws: FlatFileError.damaged(what: "it is empty")) { try FlatFile(path: folder.write([]), format: 9) }
    #expect(throws: FlatFileError.foreign) { try FlatFile(path: folder.write(Array("surname\tppm".utf8)), format: 9) }
    #expect(throws: FlatFileError.foreign) {
      try FlatFile(path: folder.write([UInt8](repeating: 0x41, count: 3 << 20)), format: 9)
    }
  }

  /// Whatever happens to the bytes, opening says so; nothing is read from what is damaged.
  @Test func noticesAnyDamage() throws {
    let folder = try TemporaryFolder()
    let whole = sample()
    var random = RandomBytes(seed: 20_261_124)
    for turn in 0..<500 {
      var bytes = whole
      switch turn % 3 {
      case 0: bytes[random.below(bytes.count)] ^= UInt8(1 << random.below(8))
      case 1: bytes.removeLast(1 + random.below(bytes.count - 1))
      default:
        let start = random.below(bytes.count)
        for index in start..<min(start + 1 + random.below(64), bytes.count) { bytes[index] = random.next() }
      }
      guard bytes != whole else { continue }
      let path = try folder.write(bytes)
      #expect(throws: FlatFileError.self) { try FlatFile(path: path, format: 9) }
    }
  }
}

/// The same numbers in every run.
struct RandomBytes {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func next() -> UInt8 { UInt8(below(256)) }
}
