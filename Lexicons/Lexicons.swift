/// The data of `shiji`: tables and rules in this folder, compiled tables beside them.
///
/// Nothing refers to this type; the target exists so that its resources are built and copied.
public enum Lexicons {}
