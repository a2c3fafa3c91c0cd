/// The frame of the pages that are written: they need nothing but themselves, no script, no picture,
/// no font from elsewhere, and their policy forbids them.
enum HTMLPage {
  /// Everything up to the content; the title is escaped already.
  static func head(language: String, title: String, style: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="referrer" content="no-referrer">
    <title>\(title)</title>
    <style>
    \(style)</style>
    </head>
    <body>
    <main>

    """
  }
}
