import DocumentModel

extension FolderReading {
  /// Reports cells that name a row of another lexicon which is not there. Lexicons left out are not asked for.
  mutating func checkReferences(of lexicons: LexiconSet) {
    // A file that could not be read has been reported; all references to it would only hide that.
    guard errors.isEmpty else { return }
    if !without.contains(Division.schema.name) {
      let ids = Set(lexicons.divisions.map(\.id))
      for row in lexicons.divisions {
        check(row.parentID, "parent_id", of: row.row, Division.schema, among: ids, in: Division.schema)
      }
      for row in lexicons.divisionAliases {
        check(row.divisionID, "division_id", of: row.row, DivisionAlias.schema, among: ids, in: Division.schema)
      }
      for row in lexicons.divisionSuccession {
        check(row.fromID, "from_id", of: row.row, DivisionSuccession.schema, among: ids, in: Division.schema)
        check(row.toID, "to_id", of: row.row, DivisionSuccession.schema, among: ids, in: Division.schema)
      }
      for row in lexicons.officialRoles {
        check(row.divisionID, "division_id", of: row.row, OfficialRole.schema, among: ids, in: Division.schema)
      }
    }
    if !without.contains(Country.schema.name) {
      let ids = Set(lexicons.countries.map(\.id))
      for row in lexicons.foreignPlaces {
        check(row.countryID, "country_id", of: row.row, ForeignPlace.schema, among: ids, in: Country.schema)
      }
    }
    if !without.contains(Official.schema.name) {
      let ids = Set(lexicons.officials.map(\.id))
      for row in lexicons.officialRoles {
        check(row.officialID, "official_id", of: row.row, OfficialRole.schema, among: ids, in: Official.schema)
      }
    }
    checkOrgans(of: lexicons)
    let ids = Set(lexicons.centralOrgans.map(\.id))
    for row in lexicons.centralOrgans {
      check(row.parentID, "parent_id", of: row.row, CentralOrgan.schema, among: ids, in: CentralOrgan.schema)
    }
  }

  /// An office is one of a central organ or a state, or one of an organ of the division beside it.
  private mutating func checkOrgans(of lexicons: LexiconSet) {
    if !without.contains(Organ.schema.name) {
      let suffixes = Set(lexicons.organs.map(\.suffix))
      for row in lexicons.officialRoles where row.divisionID != nil {
        check(row.organ, "organ", of: row.row, OfficialRole.schema, among: suffixes, in: Organ.schema)
      }
    }
    if without.isDisjoint(with: [CentralOrgan.schema.name, CentralOrgan.bodies, Country.schema.name]) {
      let ids = Set(lexicons.centralOrgans.map(\.id) + lexicons.countries.map(\.id))
      for row in lexicons.officialRoles where row.divisionID == nil {
        check(row.organ, "organ", of: row.row, OfficialRole.schema, among: ids, in: CentralOrgan.schema)
      }
    }
  }

  private mutating func check(
    _ id: String?, _ column: String, of row: RowReference, _ schema: TableSchema, among ids: Set<String>,
    in target: TableSchema
  ) {
    guard let id, !ids.contains(id) else { return }
    let number = schema.columns.firstIndex(of: column).map { $0 + 1 }
    report(
      LexiconError(
        file: row.file, line: row.line, column: number,
        problem: .unknownReference(column: column, value: id, file: target.file, key: target.columns[0])))
  }
}
