import Diagnostics

enum ChannelKey: Int, FieldKey {
  case kind, url
  static let table = FieldTable(Self.self, "kind url")
}

extension Channel.Kind {
  /// The domains that addresses of this kind are at; empty when it may be any.
  var domains: [String] {
    switch self {
    case .tokopedia: ["tokopedia.com", "tokopedia.link"]
    case .shopee: ["shopee.co.id", "shope.ee", "shp.ee"]
    case .tiktokShop: ["tiktok.com", "tokopedia.com"]
    case .lazada: ["lazada.co.id"]
    case .blibli: ["blibli.com", "blibli.app.link"]
    case .instagram: ["instagram.com"]
    case .facebook: ["facebook.com", "fb.com", "fb.me"]
    case .padiUMKM: ["padiumkm.id"]
    case .eKatalog: ["inaproc.id", "e-katalog.lkpp.go.id"]
    case .youtube: ["youtube.com", "youtu.be"]
    case .tiktok: ["tiktok.com"]
    case .website: []
    }
  }
}

extension DocumentReader {
  /// A list of `{kind, url}`. An address must be at its kind's own domain, so that a link called Tokopedia leads there.
  mutating func channels(_ field: Field?) -> [Channel] {
    var result: [Channel] = []
    for entry in entries(field) ?? [] {
      guard let fields = group(entry, ChannelKey.self) else { continue }
      let kind: Channel.Kind? = choice(required(fields, .kind))
      let address = webAddress(required(fields, .url))
      guard let kind, let address, let url = fields[.url] else { continue }
      guard kind.domains.isEmpty || kind.domains.contains(where: address.belongs) else {
        report(.wrongHost(url.path, address.host, kind: kind, at: place(url)))
        continue
      }
      result.append(Channel(kind: kind, url: address.withoutTracking))
    }
    return result
  }
}
