internal import ProductCatalog
internal import TemplateEngine

/// `data/products.json`: a product a line, by slug.
struct ProductData {
  let site: Site

  func write(to buffer: inout OutputBuffer) {
    buffer.object { buffer in
      buffer.head(.products, site)
      buffer.member("currency", "IDR")
      buffer.list("products") { buffer in
        for index in site.catalog.products.indices where !site.catalog.isHidden(.product(index)) {
          buffer.line()
          buffer.object { write(index, site.catalog.products[index], to: &$0) }
        }
      }
    }
    buffer.append("\n")
  }

  private func write(_ index: Int, _ product: Product, to buffer: inout OutputBuffer) {
    let business = site.catalog.businesses[product.business]
    buffer.member("slug", product.slug.text)
    buffer.member("url", site.editions[0].routes.canonicalURL(of: .product(index)).text)
    buffer.member("name", product.name)
    buffer.member("summary", product.summary)
    buffer.member("business", business.slug.text)
    buffer.member("category", site.catalog[product.category].path)
    buffer.member("kelurahan", site.catalog.kelurahan[product.rw.kelurahan].slug.text)
    buffer.member("rw", product.rw.number)
    buffer.member("sample", business.isSample)
    buffer.member("updated", product.updated.iso)
    writeOffer(product, to: &buffer)
    writeFacts(product, to: &buffer)
    buffer.licences(product.licences)
    writePhotos(index, product, to: &buffer)
    buffer.translations(site.editions, .product(index)) { edition, buffer in
      buffer.member("name", product.name(in: edition.language.code))
      buffer.member("summary", product.summary(in: edition.language.code))
    }
  }

  private func writeOffer(_ product: Product, to buffer: inout OutputBuffer) {
    if let price = product.price {
      buffer.object("price") { buffer in
        buffer.member("from", price.from.rupiah)
        buffer.member("to", price.to?.rupiah)
      }
    }
    buffer.member("unit", product.unit)
    buffer.member("availability", product.availability.word)
    buffer.member("lead_days", product.availability.leadDays)
    if case .seasonal(let months) = product.availability { buffer.member("months", months) }
    buffer.member("min_order", product.minOrder)
    guard !product.variants.isEmpty else { return }
    buffer.list("variants") { buffer in
      for variant in product.variants {
        buffer.object { buffer in
          buffer.member("name", variant.name)
          buffer.member("price", (variant.price ?? product.price?.from)?.rupiah)
          buffer.member("availability", (variant.availability ?? product.availability).word)
        }
      }
    }
  }

  private func writeFacts(_ product: Product, to buffer: inout OutputBuffer) {
    buffer.member("weight_g", product.weight)
    buffer.member("size_cm", product.size.map { [$0.length, $0.width, $0.height] } ?? [])
    buffer.member("shelf_life_days", product.shelfLifeDays)
    buffer.member("storage", product.storage)
    buffer.member("reach", product.reach?.rawValue)
    buffer.member("ingredients", product.ingredients)
    buffer.member("allergens", product.allergens)
    buffer.member("materials", product.materials)
    buffer.member("technique", product.technique)
    buffer.member("motif", product.motif)
    buffer.member("care", product.care)
    if let flagship = product.flagship {
      buffer.object("flagship") { buffer in
        buffer.member("status", flagship.status.rawValue)
        buffer.member("year", flagship.year)
      }
    }
    buffer.member("shelf", product.shelf)
    buffer.member("tags", product.tags)
  }

  private func writePhotos(_ index: Int, _ product: Product, to buffer: inout OutputBuffer) {
    guard !product.photos.isEmpty else { return }
    buffer.list("photos") { buffer in
      for (photo, url) in zip(product.photos, site.photoURLs(of: index)) {
        buffer.object { buffer in
          buffer.member("url", url.text)
          buffer.member("alt", photo.alt)
          buffer.member("credit", photo.credit)
        }
      }
    }
  }
}
