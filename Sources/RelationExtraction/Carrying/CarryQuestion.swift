import DocumentModel
import RuleMatching

/// What is left unsaid, and what stands there instead.
struct CarryQuestion {
  /// The title in question, or the one behind the organ or place in question.
  var title: TitleReading
  var titleLabels: [String] = []
  var status: RoleStatus?
  /// The title stands behind the name: 某某主席.
  var isAfterName = false
  /// The first of those who hold it: the mention, and the full name.
  var holder: Int?
  var person: String?
  /// Number of the organ or name in question.
  var mention: Int?
  /// The level word of the title, organ or name; nil where it has none.
  var level: String?
  var kind: String?
  var name: String?
  /// 教务处, which is called after the body it is part of.
  var isPart = false
  /// The place before the title.
  var place: Unit?
  /// Where the title begins, as an index of the matching text.
  var start = 0
}

/// What a carry gave.
struct Carried {
  enum Thing {
    case unit(Unit)
    case identity(Identity)
    /// Decided that there is none.
    case nothing
  }
  let thing: Thing
  /// Position of the carry in the table.
  let number: Int
  /// Whether the titles that follow in the run take it too: not what was of the run already, or stands alone.
  let goesOn: Bool

  var unit: Unit? { if case .unit(let unit) = thing { unit } else { nil } }
  var identity: Identity? {
    switch thing {
    case .unit(let unit): unit.identity
    case .identity(let identity): identity
    case .nothing: nil
    }
  }
}

extension Unit {
  /// As guards see it: `<place:county>`, `<place:country:home>`.
  var fact: CarryFact {
    let isHome = name == Gazetteer.homeCountry
    return CarryFact(
      name, type: MentionType.place.rawValue,
      labels: level == .country ? [level.rawValue, isHome ? "home" : "abroad"] : [level.rawValue])
  }
}

extension Identity {
  /// As guards see it: `<org:congress>`.
  var fact: CarryFact { CarryFact(name, type: type.rawValue, labels: kind.map { [$0] } ?? []) }
}

extension CarryTable {
  /// The organisation of a form at a unit; nil where the form has no name for it.
  func organisation(_ form: String, of unit: Unit, name: String?) -> Identity? {
    guard let form = forms[form] else { return nil }
    let fact = unit.fact
    guard
      let named = form.names.first(where: { $0.values.isEmpty || $0.values.contains { $0.fits(fact, isEnd: true) } })
    else { return nil }
    let filled = named.pattern.filling("{D}", with: unit.nameInOrgans).filling("{N}", with: name ?? "")
    // Of what no lexicon lists only the name is made full.
    let isListed = !named.pattern.contains("{N}")
    return Identity(type: .org, name: filled, kind: form.id, resolved: isListed ? true : nil)
  }
}
