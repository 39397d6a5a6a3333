import type { Language, Text } from '#kernel/language.ts'
import type { Change, Effect } from '#statement/diff/change.ts'
import {
  previewReach,
  previewTerms,
  type ReachChange,
  type TermChange,
} from '#duties/studio/preview.ts'
import type { Owner } from '#store/owner.ts'
import type { Wanted } from '#store/wanted.ts'
import { amount } from '#entry/cli/amount.ts'
import { print } from '#entry/cli/command.ts'
import { inOrganisation } from './in-organisation.ts'

/** A number with what follows it, for one and for more: "{gone:goes|go}". */
const SAYS = {
  term: {
    nl: '{changed:dossier krijgt|dossiers krijgen} een andere einddatum; {gone:verdwijnt|verdwijnen} meteen, {back:komt|komen} terug',
    en: '{changed:dossier gets|dossiers get} another end date; {gone:goes|go} at once, {back:comes|come} back',
  },
  reach: {
    nl: '{losers:account of partij verliest|accounts en partijen verliezen} {lost:dossier|dossiers}; {gainers:krijgt|krijgen} er {gained:dossier|dossiers} bij',
    en: '{losers:account or party loses|accounts and parties lose} {lost:dossier|dossiers}; {gainers:gains|gain} {gained:dossier|dossiers}',
  },
} as const

/** A change with what it would do to the data that there are. */
export interface ChangeWithEffect extends Change {
  readonly live?: Readonly<Record<string, number>>
}

/**
 * Counts for each change what it would do, by the views that will decide; changes that touch no
 * data have nothing to count. Of an activity its first change tells what all of them do.
 */
export async function countEffects(
  owner: Owner,
  { organisation, wanted }: { readonly organisation: string; readonly wanted: Wanted },
  changes: readonly Change[],
): Promise<ChangeWithEffect[]> {
  const [terms, reach] = await inOrganisation(owner, organisation, async (tx) => [
    await tx.run(previewTerms(wanted)),
    await tx.run(previewReach(wanted)),
  ])
  const told = new Set<string>()
  return changes.map((change) => {
    const live = effectOf(change, { terms, reach }, told)
    return live ? { ...change, live } : change
  })
}

interface Previews {
  readonly terms: readonly TermChange[]
  readonly reach: readonly ReachChange[]
}

function effectOf(
  { subject }: Change,
  { terms, reach }: Previews,
  told: Set<string>,
): Readonly<Record<string, number>> | undefined {
  if (subject.of === 'retention') {
    const {
      changed = 0,
      gone = 0,
      back = 0,
    } = terms.find(({ part }) => part === subject.part) ?? {}
    // Only parts of dossiers are reckoned.
    return changed > 0 || subject.part === 'dossier' ? { changed, gone, back } : undefined
  }
  if (subject.of !== 'activity' || told.has(subject.activity)) return undefined
  const own = reach.filter(({ activity }) => activity === subject.activity)
  if (own.length === 0) return undefined
  told.add(subject.activity)
  const sum = (of: 'gained' | 'lost') => own.reduce((total, each) => total + each[of], 0)
  const count = (of: 'gained' | 'lost') =>
    own.reduce((total, each) => total + (each[of] > 0 ? each.holders : 0), 0)
  return {
    losers: count('lost'),
    lost: sum('lost'),
    gainers: count('gained'),
    gained: sum('gained'),
  }
}

const KINDS: Readonly<Record<Effect, Text>> = {
  narrowing: { nl: 'minder', en: 'narrowing' },
  widening: { nl: 'meer', en: 'widening' },
  neutral: { nl: 'neutraal', en: 'neutral' },
}
const KIND_WIDTH = 9

/** Prints each change, and below it what it does to the data where that was counted. */
export function printChanges(changes: readonly ToldChange[], language: Language): void {
  for (const { effect, sentence, subject, live } of changes) {
    print(`${KINDS[effect][language].padEnd(KIND_WIDTH)} ${sentence[language]}`)
    if (subject && live)
      print(`${' '.repeat(KIND_WIDTH)} ${sayEffect({ subject, live }, language)}`)
  }
}

type ToldChange = Pick<Change, 'effect' | 'sentence'> & Partial<ChangeWithEffect>

/** Says an effect in a sentence. */
function sayEffect(
  { subject, live }: Required<Pick<ChangeWithEffect, 'subject' | 'live'>>,
  language: Language,
): string {
  const sentence = SAYS[subject.of === 'retention' ? 'term' : 'reach'][language]
  return sentence.replace(
    /\{(\w+):([^|]+)\|([^}]+)\}/g,
    (_, name: string, one: string, more: string) => amount(live[name] ?? 0, one, more),
  )
}
