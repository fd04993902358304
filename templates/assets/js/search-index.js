// Search itself: words and how near they are, the index that the generator made (SearchIndex.swift tells what is in it),
// and the filters. One file, because every file costs a visitor with a slow connection a while.

// The words of a text, each brought to one spelling: gethuk, Gétuk and getuk are the same.
// FoldedWords.swift does so for the index; Tests/Browser/search_words.tsv holds both to it.

const plain = new Map()
for (const group of [
  'aàáâãäåāăąæ', 'cçćĉċč', 'dďđð', 'eèéêëēĕėęě', 'gĝğġģ', 'hĥħ', 'iìíîïĩīĭįıĳ', 'jĵ', 'kķĸ', 'lĺļľŀł', 'nñńņňŉŋ',
  'oòóôõöøōŏőœ', 'rŕŗř', 'sśŝşšßſ', 'tţťŧþ', 'uùúûüũūŭůűų', 'wŵ', 'yýÿŷ', 'zźżž',
  'aÀÁÂÃÄÅĀĂĄÆ', 'cÇĆĈĊČ', 'dĎĐÐ', 'eÈÉÊËĒĔĖĘĚ', 'gĜĞĠĢ', 'hĤĦ', 'iÌÍÎÏĨĪĬĮİĲ', 'jĴ', 'kĶ', 'lĹĻĽĿŁ', 'nÑŃŅŇŊ',
  'oÒÓÔÕÖØŌŎŐŒ', 'rŔŖŘ', 'sŚŜŞŠ', 'tŢŤŦÞ', 'uÙÚÛÜŨŪŬŮŰŲ', 'wŴ', 'yÝŸŶ', 'zŹŻŽ',
]) for (const letter of group.slice(1)) plain.set(letter, group[0])

const vanishing = /^['ʼ‘’\u0300-\u036f]$/
// Scripts other than Latin, without the blocks of punctuation and symbols.
const otherLetter = /^[\u0180-\u1fff\u2c00-\u2fff\u3040-\ud7ff]$/
const modern = { oe: 'u', dj: 'j', tj: 'c', ph: 'f' }

export function wordsOf(text) {
  let letters = ''
  for (const character of text) {
    if (/[a-z0-9]/i.test(character) && character < '\x7f') letters += character.toLowerCase()
    else if (vanishing.test(character)) continue
    else letters += plain.get(character) ?? (otherLetter.test(character) ? character : ' ')
  }
  return letters.split(' ').map(word => word
    .replace(/oe|dj|tj|ph|[bcdgkst]h/g, pair => modern[pair] ?? pair[0])
    .replace(/([a-z])\1+/g, '$1')).filter(Boolean)
}

// How far a word as it was typed is from one that is known, in slips of spelling: 0 for none.
// A weighted edit distance with swaps. Vowels, h and sounds that are written alike cost less than other letters.

const vowels = 'aeiou'
const alike = new Set([
  'bp', 'ck', 'cs', 'dt', 'fp', 'fv', 'gj', 'gk', 'jy', 'iy', 'kq', 'mn', 'pv', 'sz', 'jz', 'uw', 'lr', 'bv', 'kx',
])

function replacing(a, b) {
  if (a === b) return 0
  if (vowels.includes(a) && vowels.includes(b)) return 0.5
  return alike.has(a < b ? a + b : b + a) ? 0.5 : 1
}

const leavingOut = letter => letter === 'h' ? 0.4 : vowels.includes(letter) ? 0.5 : 1

// How far a word may be from one of so many letters.
export const reach = length => length < 3 ? 0 : length < 4 ? 0.5 : length < 6 ? 1 : 2

// The distance, or Infinity if it is more than `limit`. Where only the beginning of `word` is like what was typed,
// the rest costs a little; so does an ending of what was typed that `word` lacks, as in tahune for tahu.
export function distance(typed, word, limit) {
  let [before, row] = [[], [0]]
  for (let j = 0; j < word.length; j++) row.push(row[j] + leavingOut(word[j]))
  let ending = Infinity
  for (let i = 1; i <= typed.length; i++) {
    const [a, earlier] = [typed[i - 1], before]
    before = row
    row = [before[0] + leavingOut(a)]
    let least = row[0]
    for (let j = 1; j <= word.length; j++) {
      const b = word[j - 1]
      let cost = Math.min(
        before[j - 1] + replacing(a, b) * (i === 1 && j === 1 ? 1.5 : 1),
        before[j] + leavingOut(a), row[j - 1] + leavingOut(b))
      if (i > 1 && j > 1 && a === word[j - 2] && b === typed[i - 2]) cost = Math.min(cost, earlier[j - 2] + 0.6)
      row.push(cost)
      least = Math.min(least, cost)
    }
    const rest = typed.length - i
    if (rest > 0 && rest <= 3 && word.length > 3) ending = Math.min(ending, row[word.length] + 0.3 * rest)
    if (least > limit && ending > limit) return Infinity
  }
  let best = Math.min(row[word.length], ending)
  if (typed.length > 3) {
    for (let j = typed.length - 1; j < word.length; j++) {
      best = Math.min(best, row[j] + 0.3 + 0.05 * (word.length - j))
    }
  }
  return best <= limit ? best : Infinity
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'
const valueOf = new Uint8Array(128)
for (let i = 0; i < 64; i++) valueOf[digits.charCodeAt(i)] = i

// What a word in a product's name, among its labels or elsewhere counts.
const weights = [10, 6, 3]
// So many files, and so many misspelt words' meanings, are looked at for one word.
const mostShards = 4
const mostMeanings = 6

export function column(text) {
  const values = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    values[i] = code - (code < 0x5c ? 0x23 : 0x24)
  }
  return values
}

function list(text) {
  const numbers = []
  let [number, value, shift] = [-1, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const digit = valueOf[text.charCodeAt(i)]
    value += (digit & 31) << shift
    shift += 5
    if (digit & 32) continue
    number += value + 1
    numbers.push(number)
    value = shift = 0
  }
  return numbers
}

function terms(text) {
  let before = ''
  return text.match(/[A-Z][^A-Z]*/g).map(part =>
    before = before.slice(0, part.charCodeAt(0) - 65) + part.slice(1))
}

export class SearchIndex {
  #folder
  #files = new Map()

  // `folder` ends in a slash. Throws when the index is not there: the site was published anew.
  static async open(folder) {
    const index = new SearchIndex()
    index.#folder = folder
    const content = await index.#read('index.json')
    for (const name of ['category', 'kelurahan', 'rw', 'band', 'traits', 'age']) content[name] = column(content[name])
    Object.assign(index, content)
    index.parents = content.categories.map(path => content.categories.indexOf(path.split('/')[0]))
    index.ignored = new Set(content.ignored)
    return index
  }

  #read(name) {
    if (!this.#files.has(name)) {
      const file = fetch(this.#folder + name).then(answer => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
        return answer.json()
      })
      file.catch(() => this.#files.delete(name))
      this.#files.set(name, file)
    }
    return this.#files.get(name)
  }

  // What the list shows of a product; see SearchCards.swift.
  async card(product) {
    const place = this.newest.indexOf(product)
    if (place >= 0) return this.newestCards[place]
    const cards = await this.#read(`cards/${Math.floor(product / this.perFile)}.json`)
    return cards[product % this.perFile]
  }

  // The newest come first in the order of the list of all products; the others by age.
  rankByAge(product) {
    const place = this.newest.indexOf(product)
    return place < 0 ? this.age[product] : place - this.newest.length
  }

  // Each product's place among all prices; 0 without one.
  async prices() { return column(await this.#read('prices.json')) }

  // The products that have the words of a query, the best first, with `complete` telling whether they have all of them.
  // An empty query gives null.
  async find(query) {
    let words = wordsOf(query)
    const telling = words.filter(word => !this.ignored.has(word))
    if (telling.length) words = telling
    words = rwWords(words).filter(word => word.length > 1 || /\d/.test(word))
    if (!words.length) {
      // Most likely the beginning of a word: its files are on their way when the second letter comes.
      const [beginning] = wordsOf(query)
      if (beginning) this.#shards(beginning).catch(() => {})
      return null
    }

    const meanings = await Promise.all(words.map(word => this.#meanings(word)))
    const split = await Promise.all(words.map((word, i) => meanings[i].length ? [] : this.#misspelt(word)))
    let found = this.#ranked(meanings.map((own, i) => [...own, ...split[i]]))
    if (found.hits < words.length && words.length > 1) {
      // Some word may be known and still not be the one that was meant.
      const more = await Promise.all(words.map((word, i) => meanings[i].length ? this.#misspelt(word) : split[i]))
      const second = this.#ranked(meanings.map((own, i) => [...own, ...more[i]]))
      if (second.hits > found.hits) found = second
    }
    return { products: found.products, complete: found.hits === words.length }
  }

  // What a well spelt word, or the beginning of one, means: products by where they have it, each list with its quality.
  async #meanings(word) {
    const number = word.match(/^rw(\d+)$/)
    if (number) return [{ quality: 1, products: [[], this.#where(i => this.rw[i] === +number[1]), []] }]
    const found = []
    for (const shard of await this.#shards(word)) {
      shard.terms.forEach((term, i) => {
        const quality = likeness(word, term)
        if (quality) found.push({ quality, products: shard.products(i) })
      })
    }
    return found
  }

  #where(holds) {
    const products = []
    for (let i = 0; i < this.count; i++) if (holds(i)) products.push(i)
    return products
  }

  // The files with the terms that begin with `word`.
  async #shards(word) {
    let first = this.terms.findLastIndex(term => term <= word)
    const numbers = first < 0 ? [] : [first]
    while (++first < this.terms.length && this.terms[first].startsWith(word)) numbers.push(first)
    return Promise.all(numbers.slice(0, mostShards).map(number => this.#shard(number)))
  }

  async #shard(number) {
    const file = await this.#read(`terms/${number}.json`)
    file.terms ??= terms(file[0])
    file.lists ??= []
    return { terms: file.terms, products: i => file.lists[i] ??= file[i + 1].split('|').map(list) }
  }

  // What a misspelt word may mean: known words near to it, or two known words that it is made of.
  async #misspelt(word) {
    const limit = reach(word.length)
    if (!limit || /\d/.test(word)) return []
    const alike = { c: 'k', k: 'c', f: 'p', p: 'f', v: 'f', z: 's', j: 'z', y: 'j' }[word[0]]
    for (const letter of new Set([word[0], word[1], alike])) {
      const known = await this.#known(letter)
      const near = known.map(term => ({ term, distance: distance(word, term, limit) }))
        .filter(({ distance }) => distance > 0 && distance < Infinity).sort((a, b) => a.distance - b.distance)
      const meanings = near.filter(({ distance }) => distance <= near[0].distance + 0.5).slice(0, mostMeanings)
      const found = await Promise.all(meanings.map(async ({ term, distance }) => {
        const [shard] = await this.#shards(term)
        return { quality: 0.75 / (1 + distance), products: shard.products(shard.terms.indexOf(term)) }
      }))
      if (found.length) return found
    }
    return this.#apart(word)
  }

  async #apart(word) {
    const known = (await this.#known(word[0])).filter(term =>
      term.length > 2 && term.length < word.length - 2 && word.startsWith(term))
    for (const term of known.reverse()) {
      const [first, second] = await Promise.all([this.#meanings(term), this.#meanings(word.slice(term.length))])
      if (!second.length) continue
      const both = this.#ranked([first, second])
      if (both.hits === 2) return [{ quality: 0.7, products: [both.products, [], []] }]
    }
    return []
  }

  async #known(letter) {
    const number = this.words.findLastIndex(first => first <= letter)
    return number < 0 ? [] : terms(await this.#read(`words/${number}.json`)).filter(term => term[0] === letter)
  }

  // Products with the most of the words, by how well they match. `meanings` has a list for each word.
  #ranked(meanings) {
    const [hits, scores] = [new Uint8Array(this.count), new Float32Array(this.count)]
    let most = 0
    for (const own of meanings) {
      const best = new Float32Array(this.count)
      for (const { quality, products } of own) {
        products.forEach((list, field) => {
          const score = weights[field] * quality
          for (const product of list) if (score > best[product]) best[product] = score
        })
      }
      for (let i = 0; i < this.count; i++) {
        if (!best[i]) continue
        scores[i] += best[i]
        if (++hits[i] > most) most = hits[i]
      }
    }
    const products = most ? this.#where(i => hits[i] === most) : []
    return { hits: most, products: products.sort((a, b) => scores[b] - scores[a] || a - b) }
  }
}

// How well `known` is what was typed: 1 for the same, less for its beginning, 0 for neither. Numbers are never begun.
function likeness(typed, known) {
  if (typed === known) return 1
  return typed.length > 1 && !/\d/.test(typed) && known.startsWith(typed) ? 0.5 + 0.4 * typed.length / known.length : 0
}

// `rw 3`, `rw03` and `rw3` as one word, `rw3`.
function rwWords(words) {
  return words.flatMap((word, i) => {
    if (word === 'rw' && /^\d+$/.test(words[i + 1])) return [`rw${+words[i + 1]}`]
    if (words[i - 1] === 'rw' && /^\d+$/.test(word)) return []
    const number = word.match(/^rw0*(\d+)$/)
    return [number ? `rw${number[1]}` : word]
  })
}

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
