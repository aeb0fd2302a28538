import KnowledgeGraph

/// Where lines go as they come: standard output, or a pipe or device named as a file.
struct OutputFile: ~Copyable {
  private var file: ByteFile

  init() { file = ByteFile(standard: 1) }

  init(stream path: String) throws(Failure) {
    do throws(FileError) {
      file = try ByteFile(creating: path)
    } catch {
      throw Failure(.wrongUsage, "\(error)")
    }
  }

  mutating func write(_ bytes: [UInt8]) throws(FileError) { try file.write(bytes) }
  mutating func flush() throws(FileError) { try file.flush() }
  mutating func finish() throws(FileError) { try file.flush() }
}
