import Diagnostics
import TemplateEngine
import Testing

@Suite("Check against the HTML around a value")
struct HTMLCheckTests {
  static let accepted = [
    "<p title=\"{{ title }}\" data-n='{{ count }}'>{{ title }}{{ body }}</p>",
    "<a href=\"{{ card.url }}\">x</a>",
    "<a href=\"{{ card.url }}#ulasan\">x</a>",
    "<a href=\"/q?s={{ title|urlencode }}&n={{ count }}\">x</a>",
    "<a href=\"#foto-{{ count }}\">x</a><a href=\"?p={{ count }}\">x</a><a href=\"mailto:{{ title|urlencode }}\">x</a>",
    "<a href=\"https://wa.me/{{ count }}?text={{ title|urlencode }}\">x</a>",
    "<a href=\"{{ card.url if open else '/x' }}\">x</a>",
    "<a href=\"{% if open %}{{ card.url }}{% else %}/x{% endif %}\">x</a>",
    "<a href=\"{{ '/k/' ~ title|urlencode }}\">x</a>",
    "<img{% if photo is defined %} srcset=\"{{ photo }}\"{% endif %} alt=\"\">",
    "<input{% if open %} checked{% endif %}{% if count > 1 %} disabled{% endif %}>",
    "<option{% for t in card.tags %} data-x=\"{{ t }}\"{% endfor %}>x</option>",
    "<p class=\"a{% if open %} b{% endif %}{% for t in card.tags %} t-{{ t }}{% endfor %}\">x</p>",
    "<script>let a = {{ title|tojson }}, b = [{{ count|tojson }}]; // it's\nlet c = {{ card.tags|tojson }};</script>",
    "<script type=\"application/ld+json\">{\"url\": \"https://x.id/\", \"p\": {{ count|tojson }}}</script>",
    "<style>p { width: {{ count }}px }</style><p style=\"--n: {{ count }}\">x</p>",
    "<title>{{ title }} – x</title><textarea>{{ title }}</textarea>",
    "<!doctype html><!-- a -- b --><br/>{{ title }}<a\nhref='/x'\n>y</a>",
    "{% macro c(a) %}x-{{ a }}{% endmacro %}<p class=\"{{ c(title) }}\">{{ c(title) }}</p>",
    "{% macro c(a) %}<b>{{ a }}</b>{% endmacro %}{{ c(title) }}{% set b = c(1) %}{{ b }}",
    "{% if open %}<ul><li>{% endif %}x{% if open %}</ul>{% endif %}",
    "1 < 2 {{ title }} <3 <> < {{ title }}",
    "<p title=\"{% block a %}{{ title }}{% endblock %}\">{% block b %}<b>x</b>{% endblock %}</p>",
  ]

  @Test(arguments: accepted)
  func accepts(_ template: String) {
    if case .failure(let failure) = SamplePage.render(template) { Issue.record("\(failure.messages)") }
  }

  static let refused: [(String, String)] = [
    ("<p title={{ title }}>", "unquoted"),
    ("<p title=x{{ title }}>", "unquoted"),
    ("<p {{ title }}>", "tag"),
    ("<p x{{ title }}=\"a\">", "name"),
    ("<{{ title }}>", "name"),
    ("</{{ title }}>", "name"),
    ("<!-- {{ title }} -->", "comment"),
    ("<!doctype {{ title }}>", "comment"),
    ("<p onclick=\"f({{ count }})\">", "handler"),
    ("<iframe srcdoc=\"{{ title }}\"></iframe>", "document"),
    ("<p title=\"{{ body }}\">", "markup"),
    ("<p title=\"{{ title|safe }}\">", "markup"),
    ("<p title=\"{{ title|e }}\">", "markup"),
    ("{% macro m() %}<b>x</b>{% endmacro %}{% set v = m() %}<p title=\"{{ v }}\">", "markup"),
    ("<a href=\"{{ title }}\">x</a>", "link"),
    ("<a href=\"{{ title|urlencode }}\">x</a>", "link"),
    ("<a href=\"/q?s={{ title }}\">x</a>", "link"),
    ("<a href=\"javascript:f({{ count }})\">x</a>", "link"),
    ("<a href=\"jav{{ title|urlencode }}\">x</a>", "link"),
    ("<a href=\"/{{ title|urlencode }}\">x</a>", "link"),
    ("<a href=\"//{{ title|urlencode }}/x\">x</a>", "link"),
    ("<a href=\"https://{{ title|urlencode }}/\">x</a>", "link"),
    ("<a href=\"https://x.id{{ title|urlencode }}/\">x</a>", "link"),
    ("<a href=\"{% if open %}/x{% endif %}{{ title|urlencode }}\">x</a>", "link"),
    ("<a href=\"{{ card.url }}{{ card.url }}\">x</a>", "link"),
    ("<img src='{{ title }}'>", "link"),
    ("<form action=\"{{ title }}\"></form>", "link"),
    ("<svg><use xlink:href=\"{{ title }}\"/></svg>", "link"),
    ("<img srcset=\"{{ title }}\">", "srcset"),
    ("<script>let a = {{ title }};</script>", "script"),
    ("<script>let a = \"{{ title|tojson }}\";</script>", "script"),
    ("<script>let a = `{{ title|tojson }}`;</script>", "script"),
    ("<script>// {{ title|tojson }}\n</script>", "script"),
    ("<script>let a = {{ title|tojson if open else title }};</script>", "script"),
    ("<style>p { color: {{ title }} }</style>", "style"),
    ("<p style=\"color: {{ title }}\">", "style"),
    ("{% if open %}<a href=\"{% endif %}x\">", "branches"),
    ("{% if open %}<!--{% endif %} x", "branches"),
    ("{% if open %}<p{% else %}<b{% endif %}>x", "branches"),
    ("<input{% if open %} checked{% endif %}x>", "branches"),
    ("{% for t in card.tags %}<p title=\"{% endfor %}\">", "loop"),
    ("<p {% block a %}class=\"x\"{% endblock %}>", "block"),
    ("{% block a %}<p title=\"{% endblock %}\">", "block"),
    ("{% macro m() %}<p title=\"{% endmacro %}{{ m() }}\">", "macro"),
    ("{% macro m() %}x{% endmacro %}<p {{ m() }}>", "macro"),
    ("<p title=\"x", "unclosed"),
    ("<script>x", "unclosed"),
    ("x <!-- y", "unclosed"),
    ("<p", "unclosed"),
  ]

  @Test(arguments: refused)
  func refuses(_ template: String, _ name: String) throws {
    switch SamplePage.render(template) {
    case .success(let text): Issue.record("printed \(text)")
    case .failure(let failure): #expect(failure.errors.map(\.code) == ["template.html.\(name)"], "\(failure.messages)")
    }
  }

  @Test func leavesOtherFormatsAlone() {
    let (library, _) = TemplateLibrary.compile(
      [TemplateSource(name: "feed.xml", file: .init(path: "feed.xml", text: "<link {{ title }}"))],
      pages: [PageKind("feed.xml", SamplePage.self)])
    #expect(library != nil)
  }
}
