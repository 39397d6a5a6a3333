/** Two or three letters that stand for one name: Th. is Theodorus, not T. H. */
const ONE_SOUND = new Set([
  'th',
  'ch',
  'chr',
  'ph',
  'ij',
  'fr',
  'st',
  'joh',
  'wm',
  'kl',
  'jac',
  'hk',
])

const MAX_INITIALS = 8

/**
 * Reads initials however they are written (`JP`, `J.P.`, `j p`, `Th.M.`, `J.-P.`) and writes them
 * with points: `J.P.`, `Th.M.`. Answers `undefined` when the word is more likely a name.
 */
export function readInitials(text: string): string | undefined {
  const parts = text.split(/[\s.-]+/u).filter((part) => part !== '')
  const pointed = text.includes('.')
  const initials: string[] = []
  for (const part of parts) {
    if (!/^\p{L}+$/u.test(part)) return undefined
    const letters = Array.from(part)
    if (letters.length === 1 || ONE_SOUND.has(part.toLowerCase())) initials.push(capital(part))
    else if (part === part.toUpperCase() && letters.length <= 5) initials.push(...letters)
    else if (pointed && letters.length <= 3) initials.push(capital(part))
    else if (letters.length <= 2 && parts.length === 1) initials.push(...letters.map(capital))
    else return undefined
  }
  if (initials.length === 0 || initials.length > MAX_INITIALS) return undefined
  return initials.map((initial) => `${initial}.`).join('')
}

/**
 * Tells whether a word in a full name is written as initials: with points, or as one to three
 * capitals.
 */
export function looksLikeInitials(word: string): boolean {
  if (/^(?:(?:IJ|\p{Lu}\p{Ll}{0,2})\.-?)+\p{Lu}?$/u.test(word)) return true
  return /^\p{Lu}{1,3}$/u.test(word) || /^(?:\p{Ll}\.)+$/u.test(word)
}

function capital(word: string): string {
  if (word.toLowerCase() === 'ij') return 'IJ'
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}
