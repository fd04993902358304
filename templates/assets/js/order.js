// A product's order: the WhatsApp link follows variant and quantity, and both can go into the basket.

import { add, fill, fits, link, mostUnits } from './shop.js'

const form = document.getElementById('order')
const words = form.dataset
const buttons = document.querySelectorAll('a.button-order')
const number = new URL(buttons[0].href).pathname.slice(1)
const message = document.querySelector('.order .message p')

const variant = () => form.elements.variant?.selectedOptions[0]
const quantity = () => Math.min(mostUnits, Math.max(1, Math.round(form.elements.quantity.valueAsNumber) || 1))

function update() {
  const text = fill(words.message, {
    product: words.name, seller: words.seller, variant: variant()?.value ?? '', quantity: quantity(), url: words.page,
  })
  const short = `${words.name}\n${words.page}`
  for (const button of buttons) button.href = link(number, fits(number, text) ? text : short)
  message.textContent = text
}

form.addEventListener('input', update)
form.addEventListener('submit', event => {
  event.preventDefault()
  form.elements.quantity.value = quantity()
  const price = variant()?.dataset.price ?? words.price
  const isKept = add({
    product: location.pathname, name: words.name, variant: variant()?.value ?? '', quantity: quantity(),
    price: price === undefined ? null : Number(price), unit: words.unit ?? '', page: words.page,
    seller: words.seller, sellerPage: words.sellerUrl, number,
  })
  const status = isKept ? fill(words.added, { quantity: quantity(), product: words.name }) : words.notKept
  document.getElementById('order-status').textContent = status
  document.getElementById('order-basket').hidden = !isKept
})

form.hidden = false
update()
