/// What a previewed page runs (`/_etalase/preview.js`): it keeps the page in step with the files that it is made from,
/// shows what is wrong with them, and tells which ones they are.
let previewScript = #"""
  const tokenOf = doc => {
    const script = doc.querySelector('script[src^="/_etalase/preview.js"]')
    return script && new URL(script.src, location.href).searchParams.get('v')
  }
  const parse = text => new DOMParser().parseFromString(text, 'text/html')
  const element = (name, className, ...children) => {
    const made = document.createElement(name)
    if (className) made.className = className
    made.append(...children)
    return made
  }

  // --- Applying what differs between the page as it was served and as it is served now. ---
  //
  // Only that is changed: what the visitor opened, typed, scrolled to or what the page's own scripts made stays.

  const likeness = (one, other) => {
    if (one.nodeType !== other.nodeType) return 0
    if (one.nodeType !== Node.ELEMENT_NODE) return one.data === other.data ? 3 : 1
    if (one.localName !== other.localName || one.id !== other.id) return 0
    if (one.isEqualNode(other)) return 16
    return one.id ? 8 : one.className === other.className ? 4 : 2
  }

  // Which nodes of a list stand for which of another: in order, so that nothing ever has to be moved.
  const pairs = (from, to) => {
    const found = new Map()
    let start = 0
    let [endA, endB] = [from.length, to.length]
    while (start < endA && start < endB && from[start].isEqualNode(to[start])) found.set(to[start], from[start++])
    while (endA > start && endB > start && from[endA - 1].isEqualNode(to[endB - 1])) found.set(to[--endB], from[--endA])
    const [a, b] = [from.slice(start, endA), to.slice(start, endB)]
    if (a.length * b.length > 250000) {
      b.forEach((node, i) => { if (a[i] && likeness(a[i], node)) found.set(node, a[i]) })
      return found
    }
    // The best sum of likenesses (Needleman and Wunsch, 1970).
    const best = Array.from({length: a.length + 1}, () => new Int32Array(b.length + 1))
    const like = a.map(one => b.map(other => likeness(one, other)))
    for (let i = a.length - 1; i >= 0; i--) {
      for (let j = b.length - 1; j >= 0; j--) {
        const paired = like[i][j] ? best[i + 1][j + 1] + like[i][j] : 0
        best[i][j] = Math.max(paired, best[i + 1][j], best[i][j + 1])
      }
    }
    for (let i = 0, j = 0; i < a.length && j < b.length;) {
      if (like[i][j] && best[i][j] === best[i + 1][j + 1] + like[i][j]) found.set(b[j++], a[i++])
      else if (best[i][j] === best[i + 1][j]) i++
      else j++
    }
    return found
  }

  const copyAttributes = (live, was, now) => {
    for (const name of new Set([...was.getAttributeNames(), ...now.getAttributeNames()])) {
      const value = now.getAttribute(name)
      if (value === was.getAttribute(name)) continue
      if (value === null) live.removeAttribute(name)
      else live.setAttribute(name, value)
    }
  }

  // A style sheet is kept until its successor is there, so that the page is never bare.
  const replaceStyle = (live, now) => {
    const next = document.importNode(now)
    next.onload = next.onerror = () => live.remove()
    live.after(next)
  }

  const apply = (live, was, now) => {
    if (was.isEqualNode(now)) return
    if (now.nodeType !== Node.ELEMENT_NODE) {
      live.data = now.data
    } else if (now.localName === 'link' && now.rel === 'stylesheet' && now.href !== was.href) {
      replaceStyle(live, now)
    } else {
      copyAttributes(live, was, now)
      applyChildren(live, was, now)
    }
  }

  const applyChildren = (live, was, now) => {
    const [liveNodes, oldNodes, newNodes] = [live, was, now].map(parent => [...parent.childNodes])
    const liveOf = pairs(liveNodes, oldNodes)
    const oldOf = pairs(oldNodes, newNodes)
    const kept = new Set(oldOf.values())
    let previous = null
    for (const node of newNodes) {
      const old = oldOf.get(node)
      const current = old && liveOf.get(old)
      if (current) {
        apply(current, old, node)
        previous = current
      } else if (!old) {
        const made = document.importNode(node, true)
        if (previous) previous.after(made)
        else live.prepend(made)
        previous = made
      }
    }
    for (const [old, current] of liveOf) if (!kept.has(old)) current.remove()
  }

  // --- The page and the site's versions. ---

  let version = tokenOf(document)
  // The page as it was served. Until that is fetched, and if it has changed since: the page as it is.
  let served = document.cloneNode(true)
  const comparing = fetch(location.href).then(response => response.text()).then(text => {
    const same = parse(text)
    if (tokenOf(same) === version) served = same
  })

  const scriptsOf = doc => [...doc.querySelectorAll('script[src]')].map(script => script.getAttribute('src'))
    .filter(source => !source.startsWith('/_etalase/')).join('\n')

  let isBusy = false
  let isStale = false
  const update = async () => {
    isStale = true
    if (isBusy) return
    isBusy = true
    try {
      while (isStale) {
        isStale = false
        const response = await fetch(location.href)
        if (response.redirected) return location.replace(response.url)
        const now = parse(await response.text())
        // A script that has run can't be taken back.
        if (scriptsOf(now) !== scriptsOf(served)) return location.reload()
        unmark()
        apply(document.documentElement, served.documentElement, now.documentElement)
        served = now
        version = tokenOf(now)
        mark()
        document.dispatchEvent(new CustomEvent('etalase:updated'))
      }
    } catch {
      // The server is gone: the stream of events says so.
    } finally {
      isBusy = false
    }
  }

  // A picture keeps its address when its bytes change.
  const shownCopies = new Map()
  const refreshCopies = copies => {
    for (const [address, since] of Object.entries(copies)) {
      if (shownCopies.get(address) === since) continue
      shownCopies.set(address, since)
      for (const shown of document.querySelectorAll('img, source, video')) {
        for (const name of ['src', 'srcset', 'poster']) {
          const value = shown.getAttribute(name)
          if (!value?.includes(address)) continue
          shown.setAttribute(name, value.split(/\s*,\s+/).map(part => {
            const [url, ...size] = part.trim().split(/\s+/)
            return [url.split('?')[0] === address ? `${address}?v=${since}` : url, ...size].join(' ')
          }).join(', '))
        }
      }
    }
  }

  // --- The mark in the tab: the page has changed and nobody has looked yet. ---

  const sign = '● '
  let timer
  const unmark = () => {
    clearTimeout(timer)
    if (document.title.startsWith(sign)) document.title = document.title.slice(sign.length)
  }
  const mark = () => {
    unmark()
    document.title = sign + document.title
    if (!document.hidden) timer = setTimeout(unmark, 1500)
  }
  document.addEventListener('visibilitychange', () => { if (!document.hidden) timer = setTimeout(unmark, 1500) })

  // --- What is wrong, and where the page comes from. Apart from the page's own styles. ---

  const host = document.createElement('etalase-preview')
  const shadow = host.attachShadow({mode: 'open'})
  const style = document.createElement('link')
  style.rel = 'stylesheet'
  style.href = '/_etalase/preview.css'
  const note = element('div', 'et-note')
  note.setAttribute('role', 'status')
  const panel = element('div', 'et-panel')
  panel.hidden = true
  const layer = element('div', 'et-layer', note, panel)
  layer.hidden = true
  style.onload = () => { layer.hidden = false }
  shadow.append(style, layer)
  document.documentElement.append(host)

  let words = {}
  let problems = []
  let isFolded = false

  const button = (text, className, act) => {
    const made = element('button', className, text)
    made.type = 'button'
    made.addEventListener('click', act)
    return made
  }

  const problemView = problem => {
    const view = element('li', `et-problem et-${problem.severity}`,
      element('p', 'et-place', `${problem.file}:${problem.line}`), element('p', 'et-message', problem.message))
    if (problem.before + problem.marked + problem.after) {
      view.append(element('pre', '', element('span', 'et-number', String(problem.line)), ' ', problem.before,
        element('mark', '', problem.marked), problem.after))
    }
    if (problem.help) view.append(element('p', 'et-help', element('b', '', `${words.help}: `), problem.help))
    return view
  }

  const fold = folded => {
    isFolded = folded
    showProblems(0)
  }

  const showProblems = more => {
    note.replaceChildren()
    note.className = 'et-note'
    // The preview's own pages list the errors themselves.
    if (!problems.length || document.body.classList.contains('et-page')) return
    if (isFolded) return note.append(button(`${words.errors}: ${problems.length}`, 'et-pill', () => fold(false)))
    note.classList.add('et-overlay')
    const list = element('ol', 'et-problems', ...problems.map(problemView))
    note.append(element('div', 'et-bar', element('h2', '', words.notPublished),
      button(words.hide, 'et-button', () => fold(true))), element('p', 'et-hint', words.lastGood), list)
    if (more) note.append(element('p', 'et-more', words.more + more))
  }

  const showStopped = () => {
    note.replaceChildren(element('span', 'et-pill', words.stopped ?? ''))
    note.className = 'et-note'
  }

  const rows = (title, paths) => paths.length
    ? [element('div', '', element('dt', '', title), ...paths.map(path => element('dd', '', path)))] : []

  const togglePanel = async () => {
    if (!panel.hidden) return panel.hidden = true
    const response = await fetch(`/_etalase/page.json?address=${encodeURIComponent(location.pathname)}`)
    if (!response.ok) return
    const page = await response.json()
    const all = element('a', '', words.allPages)
    all.href = '/_etalase/'
    panel.replaceChildren(
      element('div', 'et-bar', element('h2', '', words.comesFrom), button(words.close, 'et-button', togglePanel)),
      ...(page.isDraft ? [element('p', 'et-badge', words.draft)] : []),
      element('dl', '', ...rows(words.content, page.content), ...rows(words.photos, page.photos),
        ...rows(words.templates, page.templates)),
      element('p', '', all))
    panel.hidden = false
  }

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (event.target.closest?.('input, textarea, select, [contenteditable]')) return
    if (event.key === 'e' || event.key === 'E') togglePanel()
    if (event.key === 'Escape' && !panel.hidden) panel.hidden = true
    else if (event.key === 'Escape' && problems.length) fold(true)
  })

  // --- What the server tells. One tab of all listens: a browser makes only six connections to a server. ---

  const receive = state => {
    words = state.words
    if (JSON.stringify(problems) !== JSON.stringify(state.problems)) isFolded = false
    problems = state.problems
    showProblems(state.moreProblems)
    refreshCopies(state.copies)
    if (state.version !== version) update()
    else if (document.body.classList.contains('et-page')) update()
  }

  const channel = new BroadcastChannel('etalase')
  channel.onmessage = message => message.data ? receive(message.data) : showStopped()
  const listen = () => {
    const source = new EventSource('/_etalase/events')
    source.onmessage = message => {
      const state = JSON.parse(message.data)
      channel.postMessage(state)
      receive(state)
    }
    source.onerror = () => {
      channel.postMessage(null)
      showStopped()
    }
  }
  if (navigator.locks) navigator.locks.request('etalase', () => { listen(); return new Promise(() => {}) })
  else listen()
  const greeting = fetch('/_etalase/state.json').then(response => response.json()).then(receive)
  Promise.allSettled([comparing, greeting]).then(() => { host.dataset.ready = '' })

  // --- The search of the preview's own index: results as one types. ---

  const search = document.querySelector('[data-etalase-search]')
  let typing
  search?.addEventListener('input', () => {
    clearTimeout(typing)
    typing = setTimeout(() => {
      history.replaceState(null, '', search.value ? `?q=${encodeURIComponent(search.value)}` : '/_etalase/')
      update()
    }, 120)
  })

  """#
