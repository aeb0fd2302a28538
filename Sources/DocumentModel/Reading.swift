/// How the lexicons read a mention: what tagging knows of it before the context has been asked.
public enum Reading: Hashable, Sendable {
  /// Nothing is known but the written form.
  case surface
  case place(PlaceReading)
  /// A party, state or mass organ of a place, composed of place and organ.
  case organ(OrganReading)
  /// A row of a lexicon with a canonical name of its own: 国务院, 人民大会堂, 一带一路.
  case known(KnownReading)
  /// A name that ends in a head noun and is listed nowhere: 唐山地震遗址公园.
  case compound(CompoundReading)
  case title(TitleReading)
  case date(DateReading)
}

/// One unit of an address (唐山市 of 河北省唐山市).
public struct PlaceReading: Hashable, Sendable {
  public enum Level: String, Hashable, Sendable {
    case country, region, foreign, province, prefecture, county, town, village
    /// 我市, 该县, 全省: a level and no name.
    case deictic
  }
  /// Written form in Simplified characters.
  public var name: String
  public var level: Level
  /// Ids of the divisions the form can mean, on any date; empty for places that are no divisions or are listed nowhere.
  public var divisions: [String]
  /// Full name where it is not that of a division: 俄罗斯 for 俄, 京津冀.
  public var canonical: String?
  /// The level word a bare form could take it up with: 省, 市, 县, 区, 州, 盟, 旗, 自治区, 镇, 乡, 村…; empty if none.
  public var levelWord: String
  /// Span of the unit written directly in front (河北省 for 唐山市 in 河北省唐山市).
  public var outer: Span?

  public init(
    name: String, level: Level, divisions: [String] = [], canonical: String? = nil, levelWord: String = "",
    outer: Span? = nil
  ) {
    self.name = name
    self.level = level
    self.divisions = divisions
    self.canonical = canonical
    self.levelWord = levelWord
    self.outer = outer
  }
}

/// An organ of a place: 天津市委, 省人大常委会, 市委组织部.
public struct OrganReading: Hashable, Sendable {
  /// Kind of `grammar/organs.tsv`: `party_committee`.
  public var kind: String
  /// Canonical name with `{D}` where the full name of the place goes: `中共{D}委员会`.
  public var canonical: String
  /// Span of the innermost place written at its start; nil where only a level is.
  public var place: Span?
  /// The level word where no place is written: 市 of 市委; nil if a place is.
  public var level: String?

  public init(kind: String, canonical: String, place: Span? = nil, level: String? = nil) {
    self.kind = kind
    self.canonical = canonical
    self.place = place
    self.level = level
  }
}

/// Something with a row of its own.
public struct KnownReading: Hashable, Sendable {
  /// The full name.
  public var canonical: String
  public var kind: String
  /// Full name of the place it stands in or belongs to, where the row says so.
  public var place: String?

  public init(canonical: String, kind: String, place: String? = nil) {
    self.canonical = canonical
    self.kind = kind
    self.place = place
  }
}

/// A name recognised by its head noun.
public struct CompoundReading: Hashable, Sendable {
  /// Class of the head noun: `museum`, `company`.
  public var kind: String
  public var head: String
  /// Span of the innermost place at its start, where there is one.
  public var place: Span?
  /// Span of the organisation at its start: 西昌学院 of 西昌学院考察团.
  public var organisation: Span?
  /// The level word at its start where no place is written: 县 of 县人民医院.
  public var level: String?
  /// Whether it is the head noun alone (代表团), which means one already named.
  public var isBare: Bool

  public init(
    kind: String, head: String, place: Span? = nil, organisation: Span? = nil, level: String? = nil,
    isBare: Bool = false
  ) {
    self.kind = kind
    self.head = head
    self.place = place
    self.organisation = organisation
    self.level = level
    self.isBare = isBare
  }
}

/// The words of an office.
public struct TitleReading: Hashable, Sendable {
  /// The title in Simplified characters, status words left out: 常务副市长.
  public var role: String
  /// The post without modifiers: 市长.
  public var core: String
  /// Class of `grammar/posts.tsv`: `party`, `foreign`.
  public var postClass: String
  /// Organisation kinds it can belong to.
  public var orgKinds: [String]
  /// What a title without organisation belongs to (`government`, `country`…); empty if it says nothing.
  public var implies: String
  /// The level word inside (市 of 市长).
  public var level: String?
  public var isDeputy: Bool
  /// What a status word says (代 → acting).
  public var status: RoleStatus?
  /// A label for a list of names: 省领导.
  public var isGroup: Bool

  public init(
    role: String, core: String, postClass: String, orgKinds: [String] = [], implies: String = "",
    level: String? = nil, isDeputy: Bool = false, status: RoleStatus? = nil, isGroup: Bool = false
  ) {
    self.role = role
    self.core = core
    self.postClass = postClass
    self.orgKinds = orgKinds
    self.implies = implies
    self.level = level
    self.isDeputy = isDeputy
    self.status = status
    self.isGroup = isGroup
  }
}

/// A date as written, before the publication date is asked: nil where a part is not said.
public struct DateReading: Hashable, Sendable {
  public var year: Int?
  public var month: Int?
  public var day: Int?
  /// End of a span; its own unsaid parts follow the start's.
  public var endYear: Int?
  public var endMonth: Int?
  public var endDay: Int?
  /// Years to add to the publication's year: 去年 is -1, 明年 1; nil where no such word stands in front.
  public var yearOffset: Int?
  /// Days to add to the publication date: 昨日 is -1; such a date is no mention.
  public var dayOffset: Int?

  public init(
    year: Int? = nil, month: Int? = nil, day: Int? = nil, endYear: Int? = nil, endMonth: Int? = nil,
    endDay: Int? = nil, yearOffset: Int? = nil, dayOffset: Int? = nil
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.endYear = endYear
    self.endMonth = endMonth
    self.endDay = endDay
    self.yearOffset = yearOffset
    self.dayOffset = dayOffset
  }
}
