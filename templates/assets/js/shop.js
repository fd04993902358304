// What several pages need: sums and sentences, WhatsApp links, and the basket. One file, because every file costs a
// visitor with a slow connection a while.

// Numbers, sums and sentences as the generator writes them.

const grouped = (value, mark) => String(value).replace(/\B(?=(\d{3})+$)/g, mark)

export const rupiah = value => 'Rp' + grouped(value, '.')

export const number = (value, language) => grouped(value, language === 'id' ? '.' : ',')

// {0} or {product} stand for the values; with a count, `one|many` chooses by whether it is 1.
export function fill(pattern, values, count) {
  const [one, many = one] = count === undefined ? [pattern] : pattern.split('|')
  return (count === 1 ? one : many).replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place)
}

// Links that open WhatsApp with a message. Beyond 2,000 characters phones have been seen to cut them.

export const longest = 2000

export const link = (number, message) => `https://wa.me/${number}?text=${encodeURIComponent(message)}`

export const fits = (number, message) => link(number, message).length <= longest

// What the visitor has chosen, kept in this browser only. Every page shows how much that is.

// The site's own key: several sites may share a host.
const key = 'etalase-basket ' + new URL('../..', import.meta.url).pathname
const most = 100

// Of one product; as many as a seller may name for the smallest order.
export const mostUnits = 1000000
// Where the browser keeps nothing, the basket lives as long as the page.
let memory = []

const isText = (value, longest) => typeof value === 'string' && value.length > 0 && value.length <= longest
// A path of this site, never another host's.
const isPath = value => isText(value, 300) && /^\/(?!\/)[\w./~%-]*\/$/.test(value)
const isPrice = value => value === null || Number.isInteger(value) && value >= 0 && value <= 1e9

// What other programs or an older version left there is passed over.
function isItem(item) {
  return item !== null && typeof item === 'object' && isPath(item.product) && isPath(item.sellerPage)
    && isText(item.name, 200) && isText(item.seller, 200) && /^\d{8,15}$/.test(item.number)
    && /^https?:\/\/\S{1,500}$/.test(item.page) && isPrice(item.price)
    && (item.unit === '' || isText(item.unit, 100)) && (item.variant === '' || isText(item.variant, 200))
    && Number.isInteger(item.quantity) && item.quantity >= 1 && item.quantity <= mostUnits
}

export function items() {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isItem).slice(0, most) : []
  } catch (error) {
    // Not JSON, or a browser that keeps nothing.
    return error instanceof SyntaxError ? [] : memory
  }
}

// Whether the browser could keep it.
export function keep(items) {
  memory = items
  let isKept = true
  try {
    if (items.length) localStorage.setItem(key, JSON.stringify(items))
    else localStorage.removeItem(key)
  } catch {
    isKept = false
  }
  showCount()
  return isKept
}

// The same in both languages.
const slug = path => path.split('/').at(-2)
export const isSame = (a, b) => slug(a.product) === slug(b.product) && a.variant === b.variant
export const isSameSeller = (a, b) => slug(a.sellerPage) === slug(b.sellerPage)

// Adds to what is there of it already.
export function add(item) {
  const all = items()
  const same = all.find(other => isSame(other, item))
  if (same) Object.assign(same, item, { quantity: Math.min(mostUnits, same.quantity + item.quantity) })
  else all.push(item)
  return keep(all)
}

function showCount() {
  const bubble = document.getElementById('basket-count')
  if (!bubble) return
  const count = items().length
  bubble.textContent = count
  bubble.hidden = count === 0
}

showCount()
addEventListener('storage', showCount)
addEventListener('pageshow', showCount)
