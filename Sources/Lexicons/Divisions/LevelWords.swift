/// The level words of divisions (市, 自治区), as `grammar/word_lists.tsv` tells them.
public struct LevelWords: Sendable {
  private let long: [String]
  private let shortened: [String]
  private let corps: [String]

  public init(_ lexicons: LexiconSet) {
    long = lexicons.words(.longLevel)
    shortened = lexicons.words(.levelShortened)
    corps = lexicons.words(.corpsLevel)
  }

  /// The word a bare form takes a division up with: 市 for 天津市, 自治区 for 内蒙古自治区.
  public func word(of division: Division) -> String {
    let name = division.name
    if division.isOfCorps {
      return corps.first { Self.ends(name, as: $0) } ?? corps.last ?? ""
    }
    for word in long where Self.ends(name, in: word) { return word }
    return name.unicodeScalars.last.map { String(Character($0)) } ?? ""
  }

  /// Whether a level word may stand for that of a unit: 区 for 自治区, or the word itself.
  public func stands(_ level: String, for word: String) -> Bool {
    word == level || shortened.contains(word) && Self.ends(word, in: level)
  }

  /// The level words for which a shorter one may stand: 自治区 for 区.
  public func longer(than level: String) -> [String] { shortened.filter { $0 != level && Self.ends($0, in: level) } }

  /// What may stand for a level word: 区 for 自治区.
  public func shorter(than level: String) -> String? {
    shortened.contains(level) ? level.unicodeScalars.last.map { String(Character($0)) } : nil
  }

  /// Whether a level word is that of a division of the production corps.
  public func isOfCorps(_ level: String) -> Bool { corps.contains(level) }

  /// The level word of such a division that is a city as well: 师市.
  public var corpsCity: String? { corps.first }

  /// Whether a level word is that of a city which may be one with such a division.
  public func isCity(_ level: String) -> Bool { corpsCity.map { $0 != level && Self.ends($0, in: level) } ?? false }

  /// Whether the place so called is one of those: 第八师石河子市.
  public func isCorpsCity(_ place: String) -> Bool {
    guard let corpsCity, let plain = corps.last else { return false }
    return place.contains(plain) && Self.ends(place, as: corpsCity)
  }

  /// Whether the last characters agree.
  private static func ends(_ name: String, as word: String) -> Bool {
    name.unicodeScalars.last == word.unicodeScalars.last
  }

  /// By bytes: this is asked of every division when the program starts.
  private static func ends(_ name: String, in word: String) -> Bool {
    name.utf8.count >= word.utf8.count && name.utf8.suffix(word.utf8.count).elementsEqual(word.utf8)
  }
}
