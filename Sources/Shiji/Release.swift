/// The release of this package.
public enum Release {
  /// The version, as `shiji --version` prints it and graphs carry it.
  public static let version = "0.1.0"
}
