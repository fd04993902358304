import Diagnostics

/// The rules that look at several businesses and products at once. Each is one function and one test.
struct CatalogRules {
  let businesses: [BusinessEntry]
  let products: [ProductEntry]
  private(set) var diagnostics: [Diagnostic] = []

  init(businesses: [BusinessEntry], products: [ProductEntry]) {
    self.businesses = businesses
    self.products = products
  }

  mutating func check() {
    productOfDraftBusiness()
    businessWithoutProducts()
    twoDesignatedFlagships()
    sameWhatsApp()
    sameProductName()
  }

  /// A product whose business isn't shown would have no maker.
  private mutating func productOfDraftBusiness() {
    for index in products.indices where !products[index].isDraft {
      guard let business = products[index].business, businesses[business].isDraft else { continue }
      let place = SourceLocation(products[index].file, products[index].businessRange)
      diagnostics.append(.productOfDraftBusiness(businesses[business].slug, at: place))
    }
  }

  /// A business that sells nothing here is probably waiting for its first product. Nothing is said while the business
  /// of any product is unknown: it may be this one.
  private mutating func businessWithoutProducts() {
    guard products.allSatisfy({ $0.business != nil }) else { return }
    var hasProducts = [Bool](repeating: false, count: businesses.count)
    for index in products.indices {
      if let business = products[index].business { hasProducts[business] = true }
    }
    for index in businesses.indices where !hasProducts[index] && !businesses[index].isDraft {
      guard let name = businesses[index].name else { continue }
      let place = SourceLocation(businesses[index].file, name)
      diagnostics.append(.businessWithoutProducts(businesses[index].slug, at: place))
    }
  }

  /// "One RW, one product": only one can be the flagship of its RW.
  private mutating func twoDesignatedFlagships() {
    var first: [RW: SourceLocation] = [:]
    for index in products.indices where !products[index].isDraft {
      guard let range = products[index].designation,
        let rw = products[index].business.flatMap({ businesses[$0].rw })
      else { continue }
      let place = SourceLocation(products[index].file, range)
      if let other = first[rw] {
        diagnostics.append(.twoFlagships(rw.number, at: place, first: other))
      } else {
        first[rw] = place
      }
    }
  }

  /// Two businesses with one number are one business, or one of the numbers is wrong.
  private mutating func sameWhatsApp() {
    var first: [PhoneNumber: Int] = [:]
    for index in businesses.indices {
      guard let number = businesses[index].whatsapp else { continue }
      if let other = first[number.value], let otherNumber = businesses[other].whatsapp {
        let place = SourceLocation(businesses[index].file, number.range)
        let otherPlace = SourceLocation(businesses[other].file, otherNumber.range)
        diagnostics.append(.sameWhatsApp(businesses[other].slug, at: place, first: otherPlace))
      } else {
        first[number.value] = index
      }
    }
  }

  /// Two products of one name can't be told apart in an order.
  private mutating func sameProductName() {
    struct Key: Hashable {
      let business: Int
      let name: String
    }
    var first = [Key: Int](minimumCapacity: products.count)
    for index in products.indices {
      guard let business = products[index].business, let name = products[index].name else { continue }
      let key = Key(business: business, name: name.value.lowercased())
      guard let other = first.updateValue(index, forKey: key), let otherName = products[other].name else { continue }
      first[key] = other
      diagnostics.append(
        .sameProductName(
          name.value, at: SourceLocation(products[index].file, name.range),
          first: SourceLocation(products[other].file, otherName.range)))
    }
  }
}
