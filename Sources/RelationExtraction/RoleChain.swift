import DocumentModel
import Lexicons

/// What the titles said so far in one run (市委副书记、市长…) give to those that leave their place or organisation out.
struct RoleChain {
  /// The last unit named, by its level word.
  private(set) var places: [String: Unit] = [:]
  private(set) var lastOrganisation: Identity?
  private(set) var lastPlace: Unit?
  /// The last organisation that is no part of another.
  private(set) var lastBody: Identity?
  /// Whether the match being read has named an organisation.
  var isSaidInMatch = false
  /// Where the run ends so far, as an index of the matching text.
  var end = Int.min

  mutating func add(place: Unit) {
    places[place.levelWord] = place
    lastPlace = place
  }

  /// An organ whose place stayed open: what follows is of that place too.
  mutating func forgetPlace() { lastPlace = nil }

  mutating func add(organisation: Identity, isPart: Bool = false) {
    lastOrganisation = organisation
    if !isPart, organisation.type == .org { lastBody = organisation }
  }

  /// The unit that a level word takes up in this run.
  func unit(level: String, _ words: LevelWords) -> Unit? {
    places[level] ?? words.longer(than: level).lazy.compactMap { places[$0] }.first
  }
}
