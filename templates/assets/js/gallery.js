// Opens a product's photos over the page; without a script their links lead to the files. A click or Enter on the
// photo enlarges it further, arrow keys show the next one, Escape closes.
const links = [...document.querySelectorAll('.zoom')]
const viewer = document.createElement('dialog')
const frame = document.createElement('button')
const picture = new Image()
let shown = 0

function show(index) {
  shown = (index + links.length) % links.length
  const link = links[shown]
  picture.src = link.href
  picture.alt = link.parentElement.querySelector('img').alt
  viewer.setAttribute('aria-label', link.getAttribute('aria-label'))
  viewer.classList.remove('is-large')
}

// Keeps the point that was clicked in view; with the keyboard, the middle.
function toggleSize(event) {
  const x = event.detail ? event.offsetX / picture.clientWidth : 0.5
  const y = event.detail ? event.offsetY / picture.clientHeight : 0.5
  if (!viewer.classList.toggle('is-large')) return
  viewer.scrollTo(x * picture.clientWidth - viewer.clientWidth / 2, y * picture.clientHeight - viewer.clientHeight / 2)
}

function build() {
  const close = document.createElement('button')
  viewer.className = 'viewer'
  close.className = 'tool'
  close.textContent = '×'
  close.setAttribute('aria-label', document.querySelector('.gallery').dataset.close)
  frame.append(picture)
  viewer.append(frame, close)
  frame.addEventListener('click', toggleSize)
  close.addEventListener('click', () => viewer.close())
  viewer.addEventListener('close', () => links[shown].focus())
  viewer.addEventListener('keydown', ({key}) => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[key]
    if (step && !viewer.classList.contains('is-large')) show(shown + step)
  })
  document.body.append(viewer)
}

links.forEach((link, index) => link.addEventListener('click', event => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || !viewer.showModal) return
  event.preventDefault()
  if (!viewer.isConnected) build()
  show(index)
  viewer.showModal()
}))
