/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// What a script adds to pages that work without one: copying, printing, menus that close, no double
// submit, looking how far something is.

document.documentElement.classList.add('scripted')

document.addEventListener('click', (event) => {
  const clicked = event.target instanceof Element ? event.target : null
  closeMenus(clicked)
  if (clicked?.closest('[data-print]')) window.print()
  const copier = clicked?.closest<HTMLElement>('[data-copy]')
  if (copier) void copy(copier)
})

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeMenus(null)
})

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['once'] === undefined) return
  if (form.dataset['once'] === 'sent') event.preventDefault()
  form.dataset['once'] = 'sent'
})

// A page that comes back by the back button may send its form again; the server knows its one-time
// id.
window.addEventListener('pageshow', (event) => {
  if (!event.persisted) return
  for (const form of document.querySelectorAll('form[data-once]'))
    form.setAttribute('data-once', '')
})

document.querySelector<HTMLElement>('[data-focus]')?.focus()

const LOOK_EVERY_MS = 2000
const waiting = document.querySelector<HTMLElement>('[data-waiting]')
if (waiting) setTimeout(() => void lookAgain(waiting), LOOK_EVERY_MS)

/**
 * Folds every open menu but the one that was clicked in; after Escape the focus goes back to its
 * button.
 */
function closeMenus(clicked: Element | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')) {
    if (clicked && menu.contains(clicked)) continue
    const focused = menu.contains(document.activeElement)
    menu.open = false
    if (focused && !clicked) menu.querySelector('summary')?.focus()
  }
}

async function copy(button: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText(button.dataset['copy'] ?? '')
  const words = button.querySelector('span')
  if (words) words.textContent = button.dataset['copied'] ?? ''
}

/** Shows how far something is now, or the page anew once there is nothing to wait for. */
async function lookAgain(place: HTMLElement): Promise<void> {
  const answer = await fetch(place.dataset['waiting'] ?? '').catch(() => undefined)
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const now = page.querySelector('[data-waiting]')
    if (!now) return location.reload()
    place.replaceChildren(...now.childNodes)
  }
  setTimeout(() => void lookAgain(place), LOOK_EVERY_MS)
}
