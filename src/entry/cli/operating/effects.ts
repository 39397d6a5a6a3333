import type { Language } from '#kernel/language.ts'
import type { Change } from '#statement/diff/change.ts'
import { countReach, countTerm } from '#store/live-effect.ts'
import type { Owner } from '#store/owner.ts'

const SAYS = {
  term: {
    nl: '{changed} dossiers krijgen een andere einddatum; {gone} verdwijnen meteen, {back} komen terug',
    en: '{changed} dossiers get another end date; {gone} go at once, {back} come back',
  },
  reach: {
    nl: '{holders} accounts en partijen verliezen {dossiers} dossiers',
    en: '{holders} accounts and parties lose {dossiers} dossiers',
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
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(live[name] ?? 0))
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
