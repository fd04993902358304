extension MarkdownPicture {
  /// The HTML up to where more of the `img`'s attributes may follow.
  func start(alt: String) -> String {
    """
    <picture><source type="image/webp" srcset="\(textAttribute(webP))" sizes="\(textAttribute(sizes))">\
    <img src="\(hrefAttribute(url))" srcset="\(textAttribute(jpeg))" sizes="\(textAttribute(sizes))" \
    width="\(width)" height="\(height)" class="\(textAttribute(classes))" alt="\(textAttribute(alt))" decoding="async"
    """
  }
}
