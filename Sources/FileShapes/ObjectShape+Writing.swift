package import GeoJSONCoding

extension ObjectShape {
  /// The members as they are, once they are known to be of this shape.
  ///
  /// A writer that says something else than it declares is at fault itself, which tests find.
  package func holding(_ members: [JSONMember]) -> [JSONMember] {
    assert(flaw(in: members) == nil, "\(name): \(flaw(in: members) ?? "")")
    return members
  }

  private func flaw(in members: [JSONMember]) -> String? {
    let written = Set(members.map(\.key))
    if let missing = keys.first(where: { $0.isRequired && !written.contains($0.name) }) {
      return "'\(missing.name)' is missing"
    }
    return written.subtracting(names).sorted().first.map { "'\($0)' is not declared" }
  }
}
