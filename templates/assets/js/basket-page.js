// The basket: one order for each seller, checked against the products' pages, sent as one WhatsApp message.

import { fill, fits, isSame, isSameSeller, items, keep, link, mostUnits, rupiah } from './shop.js'

const basket = document.getElementById('basket')
const words = basket.dataset
const sellers = document.getElementById('sellers')

let chosen = items()
// What the check of a product's page found: `gone`, `soldOut`, `unsure`, or the price before it changed.
const found = new Map()
const isOrderable = item => !['gone', 'soldOut'].includes(found.get(item)?.state)

function copy(id) {
  const element = document.getElementById(id).content.firstElementChild.cloneNode(true)
  const parts = Object.fromEntries([...element.querySelectorAll('[data-part]')].map(part => [part.dataset.part, part]))
  return { element, parts }
}

function save() {
  const note = document.getElementById('basket-note')
  note.hidden = keep(chosen)
  note.textContent = note.hidden ? '' : words.notKept
}

function show() {
  const orders = []
  for (const item of chosen) {
    const order = orders.find(([first]) => isSameSeller(first, item))
    if (order) order.push(item)
    else orders.push([item])
  }
  sellers.replaceChildren(...orders.map(order))
  document.getElementById('basket-empty').hidden = chosen.length > 0
}

function order(lines) {
  const { element, parts } = copy('seller')
  const [{ seller, sellerPage, number }] = lines
  parts.seller.textContent = seller
  parts.seller.href = sellerPage
  parts.lines.append(...lines.map(item => line(item, update)))
  parts.send.textContent = fill(words.send, [seller])
  parts.send.addEventListener('click', () => parts.sent.textContent = words.sent)
  parts.clear.addEventListener('click', () => remove(lines))

  function update() {
    const sent = lines.filter(isOrderable)
    const priced = sent.filter(item => item.price !== null)
    const { text, left } = message(seller, number, sent)
    parts['total-label'].textContent = priced.length < sent.length ? words.totalPartly : words.total
    parts.total.textContent = priced.length ? rupiah(total(priced)) : '–'
    parts.shortened.hidden = left === 0
    parts.shortened.textContent = fill(words.shortened, [left], left)
    parts.send.hidden = sent.length === 0
    if (sent.length) parts.send.href = link(number, text)
  }
  update()
  return element
}

function line(item, changed) {
  const { element, parts } = copy('line')
  const label = item.variant ? `${item.name}, ${item.variant}` : item.name
  const { state, before } = found.get(item) ?? {}
  parts.name.textContent = item.name
  parts.name.href = item.product
  parts.variant.textContent = item.variant
  parts.note.textContent = state === 'changed'
    ? fill(words.changed, [before === null ? words.ask : rupiah(before), item.price === null ? words.ask : rupiah(item.price)])
    : words[state] ?? ''
  parts.quantity.setAttribute('aria-label', fill(words.quantity, [label]))
  parts.quantity.value = item.quantity
  for (const [name, step] of [['less', -1], ['plus', 1]]) {
    parts[name].setAttribute('aria-label', `${fill(words.quantity, [label])} ${step < 0 ? '−' : '+'}1`)
    parts[name].addEventListener('click', () => set(item.quantity + step))
  }
  parts.quantity.addEventListener('change', () => set(parts.quantity.valueAsNumber))
  parts.remove.setAttribute('aria-label', fill(words.remove, [label]))
  parts.remove.addEventListener('click', () => remove([item]))
  element.classList.toggle('is-out', !isOrderable(item))
  parts.price.textContent = item.price === null ? words.ask : rupiah(item.price) + (item.unit && ` / ${item.unit}`)
  sum()

  function set(quantity) {
    item.quantity = Math.min(mostUnits, Math.max(1, Math.round(quantity) || 1))
    parts.quantity.value = item.quantity
    save()
    sum()
    changed()
  }
  function sum() {
    parts.sum.textContent = item.price === null || !isOrderable(item) ? '' : rupiah(item.price * item.quantity)
  }
  return element
}

function remove(gone) {
  chosen = chosen.filter(item => !gone.includes(item))
  save()
  show()
  // The focus was on a button that is gone.
  const next = sellers.querySelector('h2') ?? document.querySelector('h1')
  next.tabIndex = -1
  next.focus()
}

const total = lines => lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)

// As much as fits into a link: with addresses, without them, or else without the last products.
function message(seller, number, lines) {
  const priced = lines.filter(item => item.price !== null)
  const end = [...priced.length ? [fill(words.messageTotal, [rupiah(total(priced))])] : [], '', words.messageEnd]
  const text = (count, hasLinks) => [
    fill(words.messageStart, [seller, words.site]), '',
    ...lines.slice(0, count).map((item, i) => entry(item, i + 1, hasLinks)),
    ...count < lines.length ? [fill(words.messageMore, [lines.length - count])] : [], ...end,
  ].join('\n')
  if (fits(number, text(lines.length, true))) return { text: text(lines.length, true), left: 0 }
  let count = lines.length
  while (count > 1 && !fits(number, text(count, false))) count--
  return { text: text(count, false), left: lines.length - count }
}

function entry({ name, variant, quantity, price, unit, page }, number, hasLink) {
  const cost = price === null ? `${quantity}, ${words.messageAsk}`
    : `${quantity} × ${rupiah(price)}${unit && ` (${unit})`} = ${rupiah(price * quantity)}`
  return [`${number}. ${name}${variant && ` (${variant})`}`, cost, ...hasLink ? [page] : []].join('\n')
}

// Asks each product's page what it costs now.
async function check(item) {
  const was = item.price
  try {
    const answer = await fetch(item.product)
    if (answer.status === 404 || answer.status === 410) return found.set(item, { state: 'gone' })
    if (!answer.ok) return found.set(item, { state: 'unsure' })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const form = page.getElementById('order')
    const option = [...page.querySelectorAll('#variant option')].find(option => option.value === item.variant)
    const isThere = form && (item.variant ? option && !option.disabled : !page.getElementById('variant'))
    if (!isThere) return found.set(item, { state: 'soldOut' })
    const price = option?.dataset.price ?? form.dataset.price
    const number = new URL(page.querySelector('a.button-order').getAttribute('href'), location).pathname.slice(1)
    Object.assign(item, {
      price: price === undefined ? null : Number(price), unit: form.dataset.unit ?? '', name: form.dataset.name,
      seller: form.dataset.seller, page: form.dataset.page, number,
    })
    found.set(item, item.price === was ? {} : { state: 'changed', before: was })
  } catch {
    found.set(item, { state: 'unsure' })
  }
}

show()
if (chosen.length) {
  await Promise.all(chosen.map(check))
  save()
  show()
}
addEventListener('storage', () => {
  const now = items()
  chosen = now.map(item => Object.assign(chosen.find(old => isSame(old, item)) ?? {}, item))
  show()
})
