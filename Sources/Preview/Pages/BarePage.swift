internal import Diagnostics

/// A page for when there is none to show: a sentence, and what is wrong.
struct BarePage {
  let html: String

  init(_ language: MessageLanguage, _ sentence: Message, _ problem: Diagnostic? = nil) {
    let problems = problem.map { "<ol class=\"et-problems\">\(ProblemView($0, language).html(language))</ol>" } ?? ""
    html =
      PreviewFrame(
        language: language, title: Words.preview[language],
        main: "<p class=\"et-lead\">\(escaped(sentence[language]))</p>\(problems)"
      ).html
  }
}

/// The frame of the preview's own pages.
struct PreviewFrame {
  let language: MessageLanguage
  let title: String
  let main: String

  var html: String {
    """
    <!doctype html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(escaped(title))</title>
    <link rel="icon" type="image/svg+xml" href="/_etalase/icon.svg">
    <link rel="stylesheet" href="/_etalase/preview.css">
    </head>
    <body class="et-page">
    <main>
    \(main)
    </main>
    </body>
    </html>

    """
  }
}

extension ProblemView {
  func html(_ language: MessageLanguage) -> String {
    let hasLine = !(before + marked + after).isEmpty
    let excerpt = """
      <pre><span class="et-number">\(line)</span> \(escaped(before))<mark>\(escaped(marked))</mark>\(escaped(after))</pre>
      """
    let advice = help.map { "<p class=\"et-help\"><b>\(Words.help[language]):</b> \(escaped($0))</p>" } ?? ""
    return """
      <li class="et-problem et-\(severity)"><p class="et-place">\(escaped(file)):\(line)</p>
      <p class="et-message">\(escaped(message))</p>\(hasLine ? excerpt : "")\(advice)</li>

      """
  }
}

/// Text for HTML, in elements and in quoted attributes.
func escaped(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { result, scalar in
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&#34;"
    default: result.unicodeScalars.append(scalar)
    }
  }
}
