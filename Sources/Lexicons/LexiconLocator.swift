#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// No lexicon folder was found.
public struct LexiconsNotFound: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was looked at, in order: a path and why it was tried.
  public let places: [String]

  public init(places: [String]) { self.places = places }

  public var description: String {
    "no lexicon folder (one with gazetteers/sources.tsv) at any of: \(places.joined(separator: "; ")). "
      + "Give one with --lexicons or in \(LexiconLocator.environmentVariable)"
  }
}

/// Finds the lexicon folder: the one that is named, else that of the environment variable, else `../share/gongbao` beside
/// the executable, else `./Lexicons`. A folder that is named (on the command line or in the environment) must be one: no
/// other is taken in its stead.
public struct LexiconLocator: Sendable {
  public static let environmentVariable = "GONGBAO_LEXICONS"

  private let environment: String?
  private let executable: String?
  private let workingFolder: String

  /// For this process.
  public init() {
    environment = getenv(Self.environmentVariable).map { String(cString: $0) }
    executable = Self.realPath("/proc/self/exe")
    workingFolder = "."
  }

  /// With everything given. `environment` is the variable's value, `executable` the program's real path.
  public init(environment: String?, executable: String?, workingFolder: String) {
    self.environment = environment
    self.executable = executable
    self.workingFolder = workingFolder
  }

  /// The folder's path, as it is named.
  public func locate(explicit: String? = nil) throws(LexiconsNotFound) -> String {
    if let explicit { return try check([(explicit, "as given")]) }
    if let environment, !environment.isEmpty { return try check([(environment, Self.environmentVariable)]) }
    var candidates: [(path: String, reason: String)] = []
    if let executable, let slash = executable.lastIndex(of: "/") {
      // Resolved by text: `bin/..` need not exist twice for the file system.
      let folder = executable[..<slash]
      let above = folder.lastIndex(of: "/").map { folder[..<$0] } ?? ""
      candidates.append(("\(above)/share/gongbao", "beside the program"))
    }
    candidates.append(("\(workingFolder)/Lexicons", "in the working folder"))
    return try check(candidates)
  }

  private func check(_ candidates: [(path: String, reason: String)]) throws(LexiconsNotFound) -> String {
    for candidate in candidates where FileBytes.exists("\(candidate.path)/\(Source.schema.file)") {
      return candidate.path
    }
    throw LexiconsNotFound(places: candidates.map { "\($0.path) (\($0.reason))" })
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
