import { readFamilyName, type SplitFamilyName } from './family-name.ts'
import { looksLikeInitials, readInitials } from './initials.ts'
import { countPrefixWords, isOpener, isPrefix, isShortened, plainApostrophe } from './prefix.ts'
import type { CellCode } from './problem.ts'
import { type Reading, read, refuse } from './reading.ts'
import { recaseName } from './recase.ts'

/** A name in the parts that lists, letters and the alphabet need. */
export interface PersonName extends SplitFamilyName {
  readonly givenName?: string
  readonly initials?: string
}

/**
 * Splits a full name: `J.P. van der Berg-de Vries`, `Jansen, van der`, `Berg van der, J.P. (Jan)`,
 * `Mevr. A. Bakker`. Gives a caution where a reader could split it otherwise.
 */
export function readFullName(text: string): Reading<PersonName> {
  const tidy = withoutTitles(tidyName(text))
  if (!isNameLike(tidy)) return refuse('NAME_UNREADABLE')
  const { name: whole, recased } = recaseName(tidy)
  const { called, name } = takeCalledName(whole)
  const split = name.includes(',') ? splitAtCommas(name) : splitWords(name)
  const parts = called === undefined ? split.parts : { ...split.parts, givenName: called }
  const cautions: CellCode[] = split.unsure ? ['NAME_SPLIT_UNSURE'] : []
  return assemble(parts, recased ? [...cautions, 'NAME_RECASED'] : cautions)
}

/** Puts together a name in columns of its own; each may hold more than its heading says. */
export function readNameParts(columns: {
  readonly givenName?: string
  readonly initials?: string
  readonly prefix?: string
  readonly familyName: string
}): Reading<PersonName> {
  const tidy = {
    givenName: tidyName(columns.givenName ?? ''),
    initials: tidyName(columns.initials ?? ''),
    prefix: tidyName(columns.prefix ?? ''),
    familyName: tidyName(columns.familyName),
  }
  if (!Object.values(tidy).every(isNameLike)) return refuse('NAME_UNREADABLE')
  const { name: familyName, recased } = recaseName(tidy.familyName)
  const given = readGivenColumns(tidy.givenName, tidy.initials)
  const family = readFamilyName(familyName, tidy.prefix)
  return assemble({ ...given, ...family }, recased ? ['NAME_RECASED'] : [])
}

const TITLES = new RegExp(
  '^(?:de heer/mevrouw|dhr\\.?/mevr\\.?|de heer|dhr|mevrouw|mevr|mw|mej|heer|hr|fam|' +
    'drs|ir|ing|dr|prof|mr|mrs|ms|miss)(?:\\.\\s*|\\s+)',
  'iu',
)
const TITLE_IN_BRACKETS = /\s*\((?:dhr|hr|mevr|mw|m|v|man|vrouw)\.?\)/giu
const DEGREES = /(?:,?\s+(?:BSc|MSc|PhD|LLM|MBA)\.?|,\s+(?:MA|BA|RA|RC))+$/u

function withoutTitles(name: string): string {
  const rest = name
    .replace(TITLE_IN_BRACKETS, '')
    .replace(TITLES, '')
    .replace(/^[./]\s*/, '')
  return rest === name ? rest.replace(DEGREES, '') : withoutTitles(rest)
}

/** One space between words, none around hyphens. */
function tidyName(text: string): string {
  const plain = plainApostrophe(text).replace(/\s*[-‐‑–]\s*/gu, '-')
  return plain.replace(/\s+/gu, ' ').trim()
}

function isNameLike(name: string): boolean {
  return name === '' || (/\p{L}/u.test(name) && !/[\p{N}@<>{}[\]|\\_=+*#%&!?;:"]/u.test(name))
}

/** `J.P. (Jan) de Vries`: the name that somebody goes by stands in brackets. */
function takeCalledName(name: string): { readonly name: string; readonly called?: string } {
  const called = /\(([^()]+)\)/u.exec(name)?.[1]?.trim()
  if (called === undefined) return { name }
  const rest = name.replace(/\s*\([^()]*\)\s*/gu, ' ').replace(/ ,/gu, ',')
  return { name: rest.trim(), called }
}

interface Split {
  readonly parts: Partial<PersonName>
  readonly unsure: boolean
}

/** `Jansen, van der`, `Berg van der, J.P.`, `Vries, de, M.`: the family name comes first. */
function splitAtCommas(name: string): Split {
  const [first = '', ...others] = name.split(',').map((part) => part.trim())
  const words = others.flatMap((part) => part.split(' ')).filter((word) => word !== '')
  const at = words.findIndex((_, index) => countPrefixWords(words, index) > 0)
  const prefix = at < 0 ? '' : words.splice(at, countPrefixWords(words, at)).join(' ')
  const family = readFamilyName(first, prefix)
  return { parts: { ...splitGiven(words), ...family }, unsure: false }
}

/** `J.P. van der Berg-de Vries`: initials or given names, then a prefix, then the family name. */
function splitWords(name: string): Split {
  const words = name.split(' ')
  const last = words.length - 1
  const opening = words.findIndex((word, at) => {
    const prefix = countPrefixWords(words, at)
    if (at === last || at + prefix > last) return false
    return prefix > 0 || joinsPrefix(word) || (at > 0 && isOpener(word))
  })
  const family = opening < 0 ? last : opening
  const before = words.slice(0, family)
  const names = before.filter((word) => !looksLikeInitials(word))
  const parts = {
    ...splitGiven(before),
    ...readFamilyName(words.slice(family).join(' '), ''),
  }
  // Nothing tells where two given names end and a family name of two words begins.
  const unsure = opening < 0 && (names.length > 1 || isPrefix(words[last] ?? ''))
  return { parts, unsure }
}

/** `Bakker-de` in `Bakker-de Wit`: a double name of several words. */
function joinsPrefix(word: string): boolean {
  const end = word.lastIndexOf('-') + 1
  return end > 1 && isPrefix(word.slice(end))
}

/** `J.P.`, `Jan Willem`, `J P`: what stands beside the family name. */
function splitGiven(words: readonly string[]): Partial<PersonName> {
  const initials = readInitials(words.filter(looksLikeInitials).join(' '))
  const givenName = words.filter((word) => !looksLikeInitials(word)).join(' ')
  return { ...(givenName && { givenName }), ...(initials && { initials }) }
}

/** Of the columns for given name and initials, each may hold what the other is for. */
function readGivenColumns(givenColumn: string, initialsColumn: string): Partial<PersonName> {
  const { name, called } = takeCalledName(recaseName(givenColumn).name)
  const own = splitGiven(name.split(' ').filter((word) => word !== ''))
  const letters = readInitials(initialsColumn)
  const spelled = letters === undefined ? recaseName(initialsColumn).name : ''
  const givenName = called ?? own.givenName ?? spelled
  const initials = letters ?? own.initials
  return { ...(givenName && { givenName }), ...(initials && { initials }) }
}

function assemble(parts: Partial<PersonName>, found: readonly CellCode[]): Reading<PersonName> {
  const { familyName = '', prefix } = parts
  if (!/\p{L}/u.test(familyName)) return refuse('NAME_MISSING')
  const cautions: CellCode[] = [...found]
  if (prefix !== undefined && isShortened(prefix)) cautions.push('PREFIX_SHORTENED')
  if (parts.givenName === undefined && parts.initials === undefined) {
    cautions.push('NAME_ONLY_FAMILY')
  }
  return read({ ...parts, familyName }, ...cautions)
}
