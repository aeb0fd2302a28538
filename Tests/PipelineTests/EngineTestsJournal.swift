import Glibc
import Testing

@testable import Pipeline

/// Output that is gone on with after it was broken off.
@Suite struct EngineTestsJournal {
  private let folder: String

  private struct NoFolder: Error {}

  init() throws {
    var template = Array("/tmp/gongbao-engine-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw NoFolder() }
    folder = String(cString: made)
  }

  private func entry(_ number: Int, end: Int) -> JournalEntry {
    var counts = ReadCounts()
    counts.articles = 1
    counts.textBytes = number * 10
    counts.relations = number
    return JournalEntry(
      input: ContentHash(of: "\(number)"), end: end,
      read: JournalEntry.Read(
        text: ContentHash(of: "text \(number)"),
        signature: number.isMultiple(of: 2) ? TextSignature(samples: (0..<32).map { UInt8($0 * 7) }) : nil,
        counts: counts))
  }

  @Test func entriesAreReadAsTheyWereWritten() {
    let failed = JournalEntry(input: ContentHash(of: "x"), end: 7)
    for entry in [entry(1, end: 20), entry(2, end: 40), failed] {
      let line = entry.line.dropLast()
      #expect(JournalEntry(line: line) == entry)
      // A line cut off anywhere is none.
      for length in 0..<line.count { #expect(JournalEntry(line: line.prefix(length)) == nil) }
    }
  }

  @Test func aRunGoesOnBehindItsLastEntry() throws {
    let target = folder + "/out"
    var earlier: [JournalEntry] = []
    do {
      var output = try JournaledOutput.beside(target, run: "run 1", resumes: false, earlier: &earlier)
      for number in 1...3 { try output.write(Array("line \(number)\n".utf8), entry: entry(number, end: number * 7)) }
      try output.sync()
      // Written, but the journal does not know of it.
      try output.write(Array("line 4\n".utf8), entry: entry(4, end: 28))
      try output.flush()
    }
    do {
      var output = try JournaledOutput.beside(target, run: "run 1", resumes: true, earlier: &earlier)
      #expect(earlier == (1...3).map { entry($0, end: $0 * 7) })
      #expect(output.length == 21)
      try output.rewind(to: Array(earlier.prefix(2)), run: "run 1")
      try output.write(Array("other\n".utf8), entry: entry(5, end: 20))
      try output.finish(as: target)
    }
    #expect(read("out") == "line 1\nline 2\nother\n")
    #expect(read("out.partial") == nil && read("out.journal") == nil)
  }

  @Test(arguments: ["run 2", "run 1"])
  func anotherRunOrATornJournalBeginsAnew(name: String) throws {
    let target = folder + "/out-" + name.suffix(1)
    var earlier: [JournalEntry] = []
    do {
      var output = try JournaledOutput.beside(target, run: "run 1", resumes: false, earlier: &earlier)
      try output.write(Array("line 1\n".utf8), entry: entry(1, end: 7))
      try output.sync()
    }
    // The output lost its end, as after a crash of the machine.
    truncate(target + ".partial", 5)
    let output = try JournaledOutput.beside(target, run: name, resumes: true, earlier: &earlier)
    #expect(earlier.isEmpty && output.length == 0)
  }

  @Test func oneRunAtATimeWritesToAPlace() throws {
    var earlier: [JournalEntry] = []
    let first = try JournaledOutput.beside(folder + "/busy", run: "run", resumes: false, earlier: &earlier)
    #expect(throws: JournaledOutput.Busy.self) {
      _ = try JournaledOutput.beside(folder + "/busy", run: "run", resumes: true, earlier: &earlier)
    }
    #expect(first.length == 0)
  }

  private func read(_ name: String) -> String? {
    guard let file = fopen(folder + "/" + name, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
