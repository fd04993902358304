internal import ProductCatalog
internal import TemplateEngine

/// `data/coverage.json`: what the board of all RW shows, a kelurahan a line.
struct CoverageData {
  let site: Site

  func write(to buffer: inout OutputBuffer) {
    let (city, coverage) = (site.catalog.city, site.coverage)
    buffer.object { buffer in
      buffer.head(.coverage, site)
      buffer.member("sample", site.catalog.businesses.contains(where: \.isSample))
      buffer.object("city") { buffer in
        buffer.member("name", city.name)
        buffer.member("code", city.code)
        buffer.member("source", city.source)
        buffer.member("as_of", city.asOf)
      }
      buffer.object("rw") { buffer in
        buffer.member("total", coverage.rwTotal)
        buffer.member("flagship", coverage.count(.flagship))
        buffer.member("candidate", coverage.count(.candidate))
        buffer.member("products", coverage.count(.products))
        buffer.member("none", coverage.count(.none))
      }
      buffer.object("rt") { buffer in
        buffer.member("total", coverage.rtTotal)
        buffer.member("with_entrepreneur", coverage.rtWithEntrepreneur)
      }
      buffer.list("kelurahan") { buffer in
        for index in site.catalog.kelurahan.indices {
          buffer.line()
          buffer.object { write(index, site.catalog.kelurahan[index], to: &$0) }
        }
      }
    }
    buffer.append("\n")
  }

  private func write(_ index: Int, _ kelurahan: Kelurahan, to buffer: inout OutputBuffer) {
    let edition = site.editions[0]
    buffer.member("slug", kelurahan.slug.text)
    buffer.member("name", kelurahan.name)
    buffer.member("code", kelurahan.code)
    buffer.member("bps_code", kelurahan.bpsCode)
    buffer.member("district", site.catalog.districts[kelurahan.district].name)
    buffer.member("url", edition.routes.canonicalURL(of: .kelurahan(index, page: 1)).text)
    buffer.member("rw_count", kelurahan.rwCount)
    buffer.member("product_count", edition.byKelurahan[index].count)
    buffer.member("business_count", edition.businessesByKelurahan[index].count)
    buffer.list("rw") { buffer in
      for place in site.coverage.areas[index].places where place.products > 0 {
        buffer.object { buffer in
          buffer.member("number", place.rw.number)
          buffer.member("state", place.state.rawValue)
          buffer.member("product", place.product.map { site.catalog.products[$0].slug.text })
          buffer.member("product_count", place.products)
        }
      }
    }
  }
}
