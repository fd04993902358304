// Which of the products that a query found pass the filters, and how many there would be with each choice.
// Choices within a group widen, groups narrow: makanan or minuman, and halal.

const availabilities = ['ready', 'made-to-order', 'seasonal', 'sold-out']
const reaches = ['', 'city', 'province', 'national', 'international']

// What is known of a product besides its columns.
export const availabilityOf = traits => availabilities[traits & 3]
export const isHalal = traits => (traits & 4) !== 0
export const isOnShow = traits => (traits & 8) !== 0
const reachOf = traits => traits >> 4

// `chosen` has a set of values for each name of the form: kategori, wilayah, harga, stok, kirim, halal, pusat.
// The result's `count(name, value)` ignores what is chosen in the value's own group.
export function filtered(index, products, chosen) {
  const { category, kelurahan, rw, band, traits, count } = index
  const passes = tests(index, chosen)
  const counts = {
    category: new Uint32Array(index.categories.length), kelurahan: new Uint32Array(index.places.length),
    rw: new Uint32Array(index.places.length * 100), band: new Uint32Array(index.bands.length + 1),
    availability: new Uint32Array(4), reach: new Uint32Array(5), halal: 0, centre: 0,
  }
  const found = []
  const total = products ? products.length : count
  for (let place = 0; place < total; place++) {
    const i = products ? products[place] : place
    let failed = 0
    for (let group = 0; group < passes.length; group++) if (!passes[group](i)) failed |= 1 << group
    if (!failed) found.push(i)
    // Counted where no other group's filter is in the way.
    if (!(failed & ~1)) counts.category[category[i]]++
    if (!(failed & ~2)) { counts.kelurahan[kelurahan[i]]++; counts.rw[kelurahan[i] * 100 + rw[i]]++ }
    if (!(failed & ~4)) counts.band[band[i]]++
    if (!(failed & ~8)) counts.availability[traits[i] & 3]++
    if (!(failed & ~16)) counts.reach[reachOf(traits[i])]++
    if (!(failed & ~32) && isHalal(traits[i])) counts.halal++
    if (!(failed & ~64) && isOnShow(traits[i])) counts.centre++
  }
  return { products: found, count: (name, value) => counted(index, counts, name, value) }
}

function tests(index, chosen) {
  const { category, kelurahan, rw, band, traits } = index
  const any = () => true
  const test = (name, make) => chosen[name].size ? make(chosen[name]) : any
  return [
    test('kategori', values => {
      const numbers = wholeUnlessParts(index.categories, values, '/')
      return i => numbers[category[i]] || numbers[index.parents[category[i]]]
    }),
    test('wilayah', values => {
      const whole = wholeUnlessParts(index.places, values, '-')
      return i => whole[kelurahan[i]] || values.has(`${index.places[kelurahan[i]]}-${rw[i]}`)
    }),
    test('harga', values => i => values.has(band[i] ? String(index.bands[band[i] - 1]) : 'tanya')),
    test('stok', values => i => values.has(availabilities[traits[i] & 3])),
    test('kirim', values => {
      const least = Math.min(...[...values].map(value => reaches.indexOf(value)).filter(reach => reach > 0))
      return i => reachOf(traits[i]) >= least
    }),
    test('halal', () => i => isHalal(traits[i])),
    test('pusat', () => i => isOnShow(traits[i])),
  ]
}

// Whether each name is chosen as a whole. One of which parts are chosen too, as in makanan and makanan/camilan, is not.
function wholeUnlessParts(names, values, mark) {
  const parts = [...values].filter(value => !names.includes(value) || value.includes('/'))
  return names.map(name => values.has(name) && !parts.some(part =>
    part.startsWith(name + mark) && (mark === '/' || /^\d+$/.test(part.slice(name.length + 1)))))
}

function counted(index, counts, name, value) {
  switch (name) {
    case 'kategori': return index.categories.reduce((sum, path, number) =>
      path === value || path.startsWith(value + '/') ? sum + counts.category[number] : sum, 0)
    case 'wilayah': {
      const kelurahan = index.places.indexOf(value)
      if (kelurahan >= 0) return counts.kelurahan[kelurahan]
      const mark = value.lastIndexOf('-')
      return counts.rw[index.places.indexOf(value.slice(0, mark)) * 100 + +value.slice(mark + 1)]
    }
    case 'harga': return counts.band[value === 'tanya' ? 0 : index.bands.indexOf(+value) + 1]
    case 'stok': return counts.availability[availabilities.indexOf(value)]
    // What can travel further can also travel less far.
    case 'kirim': return counts.reach.slice(reaches.indexOf(value)).reduce((sum, count) => sum + count, 0)
    case 'halal': return counts.halal
    default: return counts.centre
  }
}
