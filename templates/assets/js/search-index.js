// Reads the search index that the generator made (SearchIndex.swift tells what is in it) and ranks products.

import { distance, reach } from './nearness.js'
import { wordsOf } from './words.js'

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
    for (const name of ['category', 'kelurahan', 'rw', 'band', 'traits']) content[name] = column(content[name])
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
    const cards = await this.#read(`cards/${Math.floor(product / this.perFile)}.json`)
    return cards[product % this.perFile]
  }

  // A column to sort by: `newest` or `prices`.
  async order(name) { return column(await this.#read(`${name}.json`)) }

  // The products that have the words of a query, the best first, with `complete` telling whether they have all of them.
  // An empty query gives null.
  async find(query) {
    let words = wordsOf(query)
    const telling = words.filter(word => !this.ignored.has(word))
    if (telling.length) words = telling
    words = rwWords(words).filter(word => word.length > 1 || /\d/.test(word))
    if (!words.length) return null

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
