/** Marks that NFD puts after a letter: accents, umlauts, cedillas. */
export const MARKS = '[\u0300-\u036f]'

const EVERY_MARK = new RegExp(MARKS, 'g')

/** Small letters without accents, as people type them into a search: "Yıldız" is "yildiz". */
export function plain(text: string): string {
  const bare = text.normalize('NFD').replaceAll(EVERY_MARK, '')
  return bare.toLowerCase().replaceAll('ı', 'i').trim()
}

const WORDS_LIMIT = 5

/** The words of a search, at most five. */
export function searchWords(search: string): string[] {
  return plain(search).split(/\s+/).filter(Boolean).slice(0, WORDS_LIMIT)
}
