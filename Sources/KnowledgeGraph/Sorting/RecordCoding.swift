import DocumentModel

extension Node {
  func write(to record: inout RecordWriter) {
    record.write(type.rawValue)
    record.write(name.text)
    record.write(aliases.sorted().map(\.text))
    record.write(kind?.text)
    record.write(code?.text)
    record.write(resolved.map { $0 ? "true" : "false" })
    record.write(gender?.text)
    record.write(ethnicity?.text)
    record.write(mentions)
    record.write(documents)
    seen.write(to: &record)
  }

  init?(from record: inout RecordReader) {
    guard let type = record.text().flatMap(MentionType.init(rawValue:)), let name = record.text(),
      let aliases = record.texts(), let kind = record.optionalText(), let code = record.optionalText(),
      let resolved = record.optionalText(), let gender = record.optionalText(), let ethnicity = record.optionalText(),
      let mentions = record.integer(), let documents = record.integer(), let seen = DayRange(from: &record)
    else { return nil }
    self.type = type
    self.name = ExactText(name)
    self.aliases = Set(aliases.map(ExactText.init))
    self.kind = kind.map(ExactText.init)
    self.code = code.map(ExactText.init)
    self.resolved = resolved.map { $0 == "true" }
    self.gender = gender.map(ExactText.init)
    self.ethnicity = ethnicity.map(ExactText.init)
    self.mentions = mentions
    self.documents = documents
    self.seen = seen
  }
}

extension EdgeKey {
  func write(to record: inout RecordWriter) {
    record.write(type.rawValue)
    record.write(subject.text)
    record.write(object.text)
    record.write(role?.text)
    record.write(status?.rawValue)
    record.write(start?.description)
    record.write(end?.description)
    record.write(date?.start.description)
    record.write(date?.end?.description)
    record.write(kind?.text)
  }

  init?(from record: inout RecordReader) {
    guard let type = record.text().flatMap(RelationType.init(rawValue:)), let subject = record.text(),
      let object = record.text(), let role = record.optionalText(), let status = record.optionalText(),
      let start = record.optionalText(), let end = record.optionalText(), let from = record.optionalText(),
      let through = record.optionalText(), let kind = record.optionalText()
    else { return nil }
    self.type = type
    self.subject = ExactText(subject)
    self.object = ExactText(object)
    self.role = role.map(ExactText.init)
    self.status = status.flatMap(RoleStatus.init(rawValue:))
    self.start = start.flatMap { PartialDate(iso: $0) }
    self.end = end.flatMap { PartialDate(iso: $0) }
    date = from.flatMap { PartialDate(iso: $0) }.map {
      DateValue($0, through: through.flatMap { PartialDate(iso: $0) })
    }
    self.kind = kind.map(ExactText.init)
  }
}

extension Edge {
  func write(to record: inout RecordWriter) {
    record.write(titles.sorted().map(\.text))
    record.write(asOf?.description)
    seen.write(to: &record)
    record.write(documents)
    record.write(confidence)
  }

  init?(from record: inout RecordReader) {
    guard let titles = record.texts(), let asOf = record.optionalText(), let seen = DayRange(from: &record),
      let documents = record.integer(), let confidence = record.number()
    else { return nil }
    self.titles = Set(titles.map(ExactText.init))
    self.asOf = asOf.flatMap { PartialDate(iso: $0) }
    self.seen = seen
    self.documents = documents
    self.confidence = confidence
  }
}

extension DayRange {
  func write(to record: inout RecordWriter) {
    record.write(first?.description)
    record.write(last?.description)
  }

  init?(from record: inout RecordReader) {
    guard let first = record.optionalText(), let last = record.optionalText() else { return nil }
    self.init(from: first.flatMap { PartialDate(iso: $0) }, to: last.flatMap { PartialDate(iso: $0) })
  }
}
