internal import ProductCatalog
internal import TemplateEngine

/// The page of the board: its picture, the totals, what is missing.
extension PageValues {
  var board: RWBoardPage {
    let (coverage, programmes) = (site.coverage, catalog.programmes)
    return RWBoardPage(
      chrome: chrome, coverage: CoverageView(coverage),
      flagship: programme(programmes.flagshipPerRW, catalog.flagshipProgress(coverage)),
      entrepreneur: programme(programmes.entrepreneurPerRT, catalog.entrepreneurProgress(coverage)),
      districts: catalog.districts.map(boardDistrict), rest: BoardLayout.rest(coverage.unlisted), gaps: gaps)
  }

  private func programme(_ programme: Programme, _ progress: Progress) -> ProgrammeView {
    ProgrammeView(
      name: programme.name[language], description: programme.description[language], source: programme.source,
      target: progress.target, reached: progress.reached, percent: progress.percent)
  }

  private func boardDistrict(_ district: District) -> BoardDistrict {
    var layout = BoardLayout()
    let kelurahan = district.kelurahan.map { boardKelurahan(site.coverage.areas[$0], &layout) }
    return BoardDistrict(name: district.name, kelurahan: kelurahan, height: layout.height)
  }

  private func boardKelurahan(_ area: Coverage.Area, _ layout: inout BoardLayout) -> BoardKelurahan {
    let kelurahan = catalog.kelurahan[area.kelurahan]
    let isOpen = kelurahan.rwCount == nil
    let (y, points) = layout.add(tiles: area.places.count + (isOpen ? 1 : 0))
    return BoardKelurahan(
      name: kelurahan.name, url: url(.kelurahan(area.kelurahan, page: 1)),
      rw: zip(area.places, points).map(boardCell), flagships: area.count(.flagship),
      candidates: area.count(.candidate), withProducts: area.count(.products), without: area.count(.none),
      rwCount: kelurahan.rwCount, y: y, loose: isOpen ? points.last : nil)
  }

  private func boardCell(_ place: Coverage.Place, _ point: BoardPoint) -> BoardCell {
    let name = place.product.map { catalog.products[$0].name(in: language) } ?? ""
    return BoardCell(
      number: place.rw.number, state: place.state.rawValue,
      label: texts("board.cell.\(place.state.rawValue)", String(place.rw.number), name),
      product: place.product.map { Link(label: name, url: url(.product($0))) },
      url: place.products > 0 ? shared.links.rwURL(place.rw) : nil, place: point)
  }
}

/// Places the tiles of one part of the picture: kelurahan below each other, eight tiles in a row.
///
/// In units of the drawing, which is 320 wide. The template draws tiles of 36, a name above each kelurahan's tiles,
/// and a border at either end.
struct BoardLayout {
  private static let pitch = 37
  private static let columns = 8
  private static let edge = 12
  private static let border = 24
  private static let name = 30
  private static let gap = 10
  private var next = border + gap / 2

  /// Where the part ends.
  var height: Int { next + Self.border }

  /// - Returns: where the kelurahan begins, and the upper left corners of its tiles.
  mutating func add(tiles: Int) -> (y: Int, points: [BoardPoint]) {
    let y = next
    let points = (0..<tiles).map { index in
      BoardPoint(
        x: Self.edge + index % Self.columns * Self.pitch, y: y + Self.name + index / Self.columns * Self.pitch)
    }
    next += Self.name + (tiles + Self.columns - 1) / Self.columns * Self.pitch + Self.gap
    return (y, points)
  }

  /// The RW that stand in no kelurahan's list, as smaller tiles: 12 in a row, each 24 wide.
  static func rest(_ count: Int) -> BoardRest? {
    let (columns, size) = (12, 24)
    guard count > 0 else { return nil }
    let rows = (count + columns - 1) / columns
    return BoardRest(
      count: count, columns: columns, rows: count / columns, last: count % columns,
      height: border * 2 + gap * 2 + rows * size)
  }
}
