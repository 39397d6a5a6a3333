import type { Language } from '#kernel/language.ts'
import type { Change } from '#statement/diff/change.ts'
import { countReach, countTerm } from '#store/live-effect.ts'
import type { Owner } from '#store/owner.ts'

/** A number with what follows it, for one and for more: "{gone:goes|go}". */
const SAYS = {
  term: {
    nl: '{changed:dossier krijgt|dossiers krijgen} een andere einddatum; {gone:verdwijnt|verdwijnen} meteen, {back:komt|komen} terug',
    en: '{changed:dossier gets|dossiers get} another end date; {gone:goes|go} at once, {back:comes|come} back',
  },
  reach: {
    nl: '{holders:account of partij verliest|accounts en partijen verliezen} {dossiers:dossier|dossiers}',
    en: '{holders:account or party loses|accounts and parties lose} {dossiers:dossier|dossiers}',
  },
} as const

/** A change with what it would do to the data that there are. */
export interface ChangeWithEffect extends Change {
  readonly live?: Readonly<Record<string, number>>
}

/** Counts for each change what it would do; changes that touch no data have nothing to count. */
export async function countEffects(
  owner: Owner,
  organisation: string,
  changes: readonly Change[],
): Promise<ChangeWithEffect[]> {
  const counted: ChangeWithEffect[] = []
  for (const change of changes) {
    const live = await countEffect(owner, organisation, change)
    counted.push(live ? { ...change, live } : change)
  }
  return counted
}

/** Says an effect in a sentence. */
export function sayEffect({ subject, live }: ChangeWithEffect, language: Language): string {
  if (!live) return ''
  const sentence = SAYS[subject.of === 'retention' ? 'term' : 'reach'][language]
  return sentence.replace(
    /\{(\w+):([^|]+)\|([^}]+)\}/g,
    (_, name: string, one: string, more: string) => {
      const amount = live[name] ?? 0
      return `${amount} ${amount === 1 ? one : more}`
    },
  )
}

async function countEffect(
  owner: Owner,
  organisation: string,
  { subject, code }: Change,
): Promise<Readonly<Record<string, number>> | undefined> {
  if (subject.of === 'retention' && subject.part === 'dossier') {
    return { ...(await countTerm(owner, organisation, subject)) }
  }
  if (subject.of === 'activity' && code === 'activity-removed') {
    return countReach(owner, organisation, subject.activity)
  }
  return undefined
}
