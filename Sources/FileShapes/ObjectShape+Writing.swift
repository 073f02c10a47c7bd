package import GeoJSONCoding

extension ObjectShape {
  /// The members as they are, once they are known to be of this shape.
  ///
  /// A writer that says something else than it declares is at fault itself, which tests find.
  package func holding(_ members: [JSONMember]) -> [JSONMember] {
    assert(
      flaw(in: .object(members)) == nil,
      "\(name): \(String(describing: flaw(in: .object(members))))")
    return members
  }
}
