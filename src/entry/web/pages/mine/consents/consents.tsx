import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { EmptyState, Section, Stack } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import type { ConsentState, ConsentView } from '#modules/practice/index.ts'
import { Basis } from '#entry/web/pages/mine/basis.tsx'
import { openOwnFile, type OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { OwnScreen } from '#entry/web/pages/mine/screen.tsx'
import { ConsentCard } from './card.tsx'

const words = {
  asked: { nl: 'Vragen aan u', en: 'Questions to you' },
  given: { nl: 'Waar u toestemming voor gaf', en: 'What you consented to' },
  past: { nl: 'Geweigerd, ingetrokken of geëindigd', en: 'Refused, withdrawn or ended' },
  none: { nl: 'U hebt nog geen vragen gekregen', en: 'You have not been asked anything yet' },
  noneWhy: {
    nl: 'Wil uw coach iets delen of iemand laten meelezen, dan vraagt uw coach dat hier eerst aan u.',
    en: 'When your coach wants to share something or let somebody read along, your coach asks you here first.',
  },
} satisfies Record<string, Text>

const GROUPS: readonly { title: Text; states: readonly ConsentState[] }[] = [
  { title: words.asked, states: ['asked'] },
  { title: words.given, states: ['given'] },
  { title: words.past, states: ['refused', 'withdrawn', 'expired'] },
]

/** Questions for consent: those that wait, those that stand, and those that are over. */
export const consentsPage = page('/mijn/dossiers/:id/toestemmingen', {
  read: openOwnFile,
  view: drawConsents,
})

function drawConsents(file: OwnFile, door: Door): JSX.Element {
  const consents = file.dossier.consents.filter((each, _, all) => !isRenewed(each, all))
  return (
    <OwnScreen door={door} file={file} part="consents">
      <Stack gap="large">
        {consents.length === 0 && (
          <EmptyState title={words.none} lead={words.noneWhy} icon="speech" />
        )}
        {GROUPS.map(({ title, states }) => {
          const group = consents.filter(({ state }) => states.includes(state))
          if (group.length === 0) return null
          return (
            <Section title={title}>
              <Stack>
                {group.map((consent) => (
                  <ConsentCard file={file} consent={consent} />
                ))}
              </Stack>
            </Section>
          )
        })}
        <Basis statement={file.statement} on="relations.partner-coach" />
      </Stack>
    </OwnScreen>
  )
}

/** A version that was renewed stands in the history of the newest. */
function isRenewed({ id }: ConsentView, all: readonly ConsentView[]): boolean {
  return all.some(({ renews, decidedAt }) => renews === id && decidedAt !== undefined)
}
