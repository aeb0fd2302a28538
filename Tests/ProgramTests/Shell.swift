import Glibc

/// A fresh folder in which the built program is run by a shell; removed when it goes out of use.
final class Shell {
  struct Outcome {
    var status: Int32
    var output: String
    var error: String
  }

  enum Problem: Error { case noFolder, notStarted, notWritten(String) }

  let folder: String

  init() throws {
    var template = Array("/tmp/gongbao-tests-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Problem.noFolder }
    folder = String(cString: made)
  }

  deinit { _ = try? spawn("/bin/rm", ["-rf", folder]) }

  /// Runs a bash script in the folder; `gongbao` is the program under test, its lexicons those of the repository.
  func run(_ script: String) throws -> Outcome {
    let prelude = """
      cd '\(folder)'
      export GONGBAO_LEXICONS='\(Self.repository)/Lexicons'
      gongbao() { '\(Self.program)' "$@"; }
      exec >'\(folder)/.output' 2>'\(folder)/.error' </dev/null

      """
    let status = try spawn("/bin/bash", ["-c", prelude + script])
    return Outcome(status: status, output: read(".output") ?? "", error: read(".error") ?? "")
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    guard let file = fopen(folder + "/" + name, "w") else { throw Problem.notWritten(name) }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Problem.notWritten(name) }
  }

  /// Nil where there is no such file.
  func read(_ name: String) -> String? {
    guard let file = fopen(folder + "/" + name, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Runs a program to its end; its exit status, or 128 and the signal that ended it.
  private func spawn(_ program: String, _ arguments: [String]) throws -> Int32 {
    var pointers: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=/usr/bin:/bin"), nil]
    defer { for pointer in environment { free(pointer) } }
    var process = pid_t()
    guard posix_spawn(&process, program, nil, nil, &pointers, &environment) == 0 else { throw Problem.notStarted }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  private static let repository = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
  /// The program that the same build made.
  static let program =
    getenv("GONGBAO_PROGRAM").map { String(cString: $0) } ?? repository + "/.build/debug/gongbao"
}
