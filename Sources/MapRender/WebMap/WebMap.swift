public import Messages

/// A sheet's map as a folder of files for MapLibre: style, data, sprite, a page that opens them.
public struct WebMap: Sendable {
  /// One file.
  public struct File: Sendable {
    /// The path in the folder.
    public let path: String
    /// What it holds.
    public let bytes: [UInt8]
  }

  /// The files, `style.json` first.
  public let files: [File]
  /// What the sheet shows and the web map does not.
  public let omissions: [Wording]
}
