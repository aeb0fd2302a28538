import KnowledgeGraph

/// What people read: results asked for on standard output, everything else on standard error.
enum Console {
  static func print(_ text: String) throws(FileError) {
    var output = ByteFile(standard: 1)
    try output.write(Array((text + "\n").utf8))
    try output.finish()
  }

  /// `gongbao: error: …` on standard error.
  static func error(_ message: String) { say("error: " + message) }

  /// `gongbao: …` on standard error; where even that is closed nobody is left to tell.
  static func say(_ message: String) {
    var output = ByteFile(standard: 2)
    try? output.write(Array("gongbao: \(message)\n".utf8))
    try? output.finish()
  }
}
