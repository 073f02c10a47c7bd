extension StyleColor {
  /// Reads a colour as CSS writes it; `nil` when it is none.
  public init?(css text: String) {
    return nil
  }
}
