import Glibc

/// Where the lexicons are: what the user names, else the first place of a few that exists.
enum LexiconFolders {
  /// Folders named on the command line; else those in `GONGBAO_LEXICONS` (separated by `:`); else `../share/gongbao`
  /// beside the program; else `./Lexicons`.
  static func find(named folders: [String] = []) throws(Failure) -> [String] {
    if !folders.isEmpty {
      try check(folders, namedBy: "--lexicons")
      return folders
    }
    if let value = getenv("GONGBAO_LEXICONS") {
      let folders = String(cString: value).split(separator: ":").map(String.init)
      if !folders.isEmpty {
        try check(folders, namedBy: "GONGBAO_LEXICONS")
        return folders
      }
    }
    let places = (beside.map { [$0] } ?? []) + ["Lexicons"]
    guard let place = places.first(where: isFolder) else {
      throw Failure(
        .brokenLexicons, "no lexicons in \(places.joined(separator: " or ")) — name their folder with --lexicons")
    }
    return [place]
  }

  /// For `lexicon check`: a folder that does not exist is wrong usage there, not a broken lexicon.
  static func find(checked folders: [String]) throws(Failure) -> [String] {
    if let missing = folders.first(where: { !isFolder($0) }) {
      throw Failure(.wrongUsage, "\(missing): no such folder — check the path")
    }
    return try find(named: folders)
  }

  private static func check(_ folders: [String], namedBy name: String) throws(Failure) {
    guard let missing = folders.first(where: { !isFolder($0) }) else { return }
    throw Failure(.brokenLexicons, "\(missing): no such folder, named by \(name) — check the path")
  }

  /// `PREFIX/share/gongbao` of a program at `PREFIX/bin/gongbao`.
  private static var beside: String? {
    guard let program = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(program) }
    let folders = String(cString: program).split(separator: "/").dropLast(2)
    return "/" + (folders + ["share", "gongbao"]).joined(separator: "/")
  }

  private static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}
