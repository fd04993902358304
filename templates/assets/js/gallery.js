// Opens a product's photos over the page instead of by themselves; without it their links lead to the picture files.
// A click or Enter enlarges further, arrow keys go to the next photo, Escape closes.
const links = [...document.querySelectorAll('.zoom')]
const picture = new Image()
const viewer = document.createElement('dialog')
viewer.className = 'viewer'
let shown = 0

function show(index) {
  shown = (index + links.length) % links.length
  const link = links[shown]
  picture.src = link.href
  picture.alt = link.parentElement.querySelector('img').alt
  viewer.setAttribute('aria-label', link.getAttribute('aria-label'))
  viewer.classList.remove('is-large')
}

// Keeps the point that was clicked in view.
function toggleSize(event) {
  const x = event.offsetX / picture.clientWidth, y = event.offsetY / picture.clientHeight
  if (!viewer.classList.toggle('is-large')) return
  viewer.scrollTo(x * picture.clientWidth - viewer.clientWidth / 2, y * picture.clientHeight - viewer.clientHeight / 2)
}

function build() {
  const close = document.createElement('form')
  close.method = 'dialog'
  close.innerHTML = '<button class="tool">×</button>'
  close.firstChild.setAttribute('aria-label', document.querySelector('.gallery').dataset.close)
  viewer.append(picture, close)
  picture.addEventListener('click', toggleSize)
  viewer.addEventListener('keydown', event => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key]
    if (step && !viewer.classList.contains('is-large')) show(shown + step)
  })
  viewer.addEventListener('close', () => links[shown].focus())
  document.body.append(viewer)
}

links.forEach((link, index) => link.addEventListener('click', event => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || !viewer.showModal) return
  event.preventDefault()
  if (!viewer.isConnected) build()
  show(index)
  viewer.showModal()
}))
