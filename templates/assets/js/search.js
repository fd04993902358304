// The search page: answers while typing, filters with counts, everything in the address.

import { SearchIndex, availabilityOf, filtered, isHalal, isOnShow } from './search-index.js'
import { fill, number, rupiah } from './shop.js'

const perPage = 24
// As many as a screen shows come first; the others follow.
const perScreen = 8
const groups = ['kategori', 'wilayah', 'harga', 'stok', 'kirim', 'halal', 'pusat']

const part = name => document.getElementById(name)
const form = part('search')
const [answers, results, status, chips, more] = ['answers', 'results', 'status', 'chips', 'more'].map(part)
const words = form.dataset
const title = document.title
const template = part('card').content

let index
let page = 1
let latest = 0

// The state, from and to the address.

function restore() {
  const address = new URLSearchParams(location.search)
  form.q.value = address.get('q') ?? ''
  form.urut.value = address.get('urut') ?? ''
  if (form.urut.selectedIndex < 0) form.urut.value = ''
  page = Math.max(1, parseInt(address.get('hal')) || 1)
  const places = new Set(address.getAll('wilayah'))
  for (const list of form.querySelectorAll('[data-rws]')) {
    const slug = list.dataset.rws
    showRWs(list, places.has(slug) || [...places].some(place => place.startsWith(slug + '-')))
  }
  for (const box of boxes()) box.checked = address.getAll(box.name).includes(box.value)
}

function address(upTo = page) {
  const state = new URLSearchParams([...new FormData(form)].filter(([, value]) => String(value).trim()))
  if (upTo > 1) state.set('hal', upTo)
  const query = state.toString()
  return location.pathname + (query ? '?' + query : '')
}

// The address follows once a visitor who types pauses: browsers take their time over it.
let pause

function remember(push) {
  clearTimeout(pause)
  const now = address()
  if (now !== location.pathname + location.search) history[push ? 'pushState' : 'replaceState'](null, '', now)
  for (const link of document.querySelectorAll('.languages a')) link.search = location.search
}

const boxes = () => form.querySelectorAll('input[type=checkbox]')
const chosen = () => Object.fromEntries(groups.map(name =>
  [name, new Set([...boxes()].filter(box => box.name === name && box.checked).map(box => box.value))]))

// The RW of a kelurahan can be chosen once the kelurahan is.
function showRWs(list, isShown) {
  list.hidden = !isShown
  if (!isShown) return list.replaceChildren()
  if (list.children.length) return
  const kelurahan = index.places.indexOf(list.dataset.rws)
  const numbers = new Set()
  for (let i = 0; i < index.count; i++) if (index.kelurahan[i] === kelurahan) numbers.add(index.rw[i])
  const sample = list.closest('li').querySelector('.check')
  for (const rw of [...numbers].sort((a, b) => a - b)) {
    const label = sample.cloneNode(true)
    const box = label.querySelector('input')
    box.value = `${list.dataset.rws}-${rw}`
    box.checked = false
    label.querySelector('span').textContent = fill(words.rwShort, [rw])
    list.appendChild(document.createElement('li')).append(label)
  }
}

// The answer.

async function show() {
  const run = ++latest
  try {
    const query = form.q.value.trim()
    const found = await index.find(query)
    const state = chosen()
    const answer = filtered(index, found?.products, state)
    const sorted = await inOrder(answer.products, form.urut.value || (found ? '' : 'baru'))
    const shown = sorted.slice(0, page * perPage)
    const first = page > 1 ? shown : shown.slice(0, perScreen)
    const rest = shown.slice(first.length)
    const cards = await cardsOf(first)
    if (run !== latest) return
    results.replaceChildren(...cards)
    results.ariaBusy = rest.length > 0
    showCounts(answer)
    showOrders(found)
    showChosen()
    announce(sorted.length, query, found)
    more.hidden = shown.length === sorted.length
    if (!more.hidden) {
      more.href = address(page + 1)
      more.textContent = fill(words.more, [number(Math.min(perPage, sorted.length - shown.length), words.lang)])
    }
    part('nothing').hidden = sorted.length > 0
    answers.hidden = false
    part('browse').hidden = true
    part('failed').hidden = true
    document.title = query ? `${query} – ${title}` : title
    if (!rest.length) return
    const others = await cardsOf(rest)
    if (run !== latest) return
    results.append(...others)
    results.ariaBusy = false
  } catch (error) {
    if (run === latest) fail(error)
  }
}

async function inOrder(products, order) {
  if (!order) return products
  const newest = order === 'baru'
  const column = newest ? null : await index.prices()
  const sign = order === 'mahal' ? -1 : 1
  // Products without a price come last either way.
  const rank = i => newest ? index.rankByAge(i) : column[i] ? column[i] * sign : Infinity
  return [...products].sort((a, b) => {
    const [first, second] = [rank(a), rank(b)]
    return first === second ? a - b : first - second
  })
}

function announce(count, query, found) {
  const pattern = count === 0 ? words.nothing
    : !found ? words.filtered : found.complete ? words.found : words.nearest
  status.textContent = fill(pattern, [number(count, words.lang), query], count)
}

const cardsOf = products => Promise.all(products.map(async product => card(product, await index.card(product))))

function card(product, [name, address, maker, price, highest, unit, marks, photo]) {
  const item = template.firstElementChild.cloneNode(true)
  const parts = Object.fromEntries([...item.querySelectorAll('[data-part]')].map(part => [part.dataset.part, part]))
  const traits = index.traits[product]
  const availability = availabilityOf(traits)
  const shown = {
    photo, flagship: marks & 1, candidate: marks & 2, sample: marks & 4, draft: marks & 8, from: highest, price,
    unit: price && unit, ask: !price, halal: isHalal(traits), 'on-show': isOnShow(traits),
  }
  for (const word of ['sold-out', 'made-to-order', 'seasonal']) shown[word] = availability === word
  for (const [name, isShown] of Object.entries(shown)) if (!isShown) parts[name].remove()
  parts.name.textContent = name
  parts.name.href = index.products + address
  parts.maker.textContent = maker
  parts.rw.textContent = fill(words.rw, [index.rw[product], index.placeNames[index.kelurahan[product]]])
  parts.price.textContent = rupiah(price)
  parts.unit.textContent = `/ ${unit}`
  if (photo) parts.photo.src = photo
  item.firstElementChild.classList.toggle('is-sold-out', shown['sold-out'])
  const facts = item.querySelector('.card-facts')
  if (!facts.children.length) facts.remove()
  return item
}

// Without a query nothing matches best: the newest come first.
function showOrders(found) {
  const [best, newest] = form.urut.options
  best.textContent = found ? words.best : newest.textContent
  newest.hidden = !found && !newest.selected
}

function showCounts(answer) {
  for (const box of boxes()) {
    const count = answer.count(box.name, box.value)
    const label = box.closest('label')
    label.querySelector('.count').textContent = number(count, words.lang)
    box.closest('li').hidden = count === 0 && !box.checked && box !== document.activeElement
  }
  for (const group of form.querySelectorAll('fieldset')) group.hidden = !group.querySelector('li:not([hidden])')
}

function showChosen() {
  const chosen = [...boxes()].filter(box => box.checked)
  chips.replaceChildren(...chosen.map(box => {
    const name = box.closest('label').querySelector('span').textContent.trim()
    const button = document.createElement('button')
    Object.assign(button, { type: 'button', className: 'chip', textContent: name })
    button.setAttribute('aria-label', fill(words.remove, [name]))
    button.addEventListener('click', () => {
      box.checked = false
      box.dispatchEvent(new Event('change', { bubbles: true }))
      form.q.focus()
    })
    const item = document.createElement('li')
    item.append(button)
    return item
  }))
  part('chosen').hidden = chosen.length === 0
  part('facets-label').textContent = chosen.length ? fill(words.filters, [chosen.length]) : words.filtersNone
}

function fail(error) {
  console.error(error)
  status.textContent = ''
  results.replaceChildren()
  for (const name of ['answers', 'failed', 'browse']) part(name).hidden = false
  part('browse').classList.add('is-shown')
  more.hidden = part('nothing').hidden = true
}

// What the visitor does.

form.addEventListener('input', event => {
  if (event.target !== form.q || !index) return
  page = 1
  show()
  clearTimeout(pause)
  pause = setTimeout(remember, 250, false)
})

form.addEventListener('change', event => {
  if (event.target === form.q || !index) return
  const list = event.target.closest('li')?.querySelector('[data-rws]')
  if (list && event.target.value === list.dataset.rws) showRWs(list, event.target.checked)
  page = 1
  remember(true)
  show()
})

form.addEventListener('submit', event => {
  event.preventDefault()
  if (!index) return
  page = 1
  remember(true)
  show()
})

more.addEventListener('click', async event => {
  event.preventDefault()
  const before = results.children.length
  page++
  remember(false)
  await show()
  results.children[before]?.querySelector('a').focus()
})

addEventListener('popstate', () => {
  clearTimeout(pause)
  restore()
  show()
})

addEventListener('pagehide', () => {
  if (index) remember(false)
  history.replaceState({ y: scrollY }, '')
})

const wide = matchMedia('(min-width: 60rem)')
part('facets').open = wide.matches
wide.addEventListener('change', () => part('facets').open = wide.matches)
words.best = form.urut.options[0].textContent
words.filtersNone = part('facets-label').textContent
// What was typed before the script was there stays.
const typed = form.q.value
try {
  index = await SearchIndex.open(words.index)
  restore()
  if (typed) form.q.value = typed
  remember(false)
  await show()
  if (history.state?.y) scrollTo({ top: history.state.y, behavior: 'instant' })
} catch (error) {
  fail(error)
}
