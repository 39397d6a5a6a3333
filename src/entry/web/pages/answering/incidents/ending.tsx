import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Actions,
  Card,
  DescriptionList,
  EmptyState,
  LinkButton,
  Moment,
  Section,
  Stack,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { IncidentCase } from './case.ts'
import { AUDIENCES } from './words.ts'

const words = {
  letters: { nl: 'Brieven', en: 'Letters' },
  write: { nl: 'Brief vastleggen', en: 'Record a letter' },
  noLetters: { nl: 'Nog geen brieven', en: 'No letters yet' },
  late: { nl: 'Waarom later dan 72 uur', en: 'Why after 72 hours' },
  reference: { nl: 'Nummer van de melding', en: 'Number of the notification' },
  pdf: { nl: 'Als PDF', en: 'As PDF' },
  closing: { nl: 'Afsluiting', en: 'Closing' },
  close: { nl: 'Incident afsluiten', en: 'Close the incident' },
  lessons: { nl: 'Wat wij ervan leren', en: 'What we learn from it' },
} satisfies Record<string, Text>

/** The letters about an incident, as they went out. */
export function Letters({ own }: { own: IncidentCase }): JSX.Element {
  const { decisions, notices, incident, path } = own
  const open = incident.state !== 'closed' && decisions.length > 0
  return (
    <Section
      title={words.letters}
      action={
        open && <LinkButton href={`${path}/brief`} label={words.write} look="plain" icon="mail" />
      }
    >
      <Stack>
        {notices.length === 0 && <EmptyState title={words.noLetters} icon="mail" />}
        {notices.map(({ id, audience, words: text, lateReason, reference, sentAt }) => (
          <Card
            title={AUDIENCES[audience]}
            meta={<Moment at={sentAt} />}
            actions={
              <LinkButton
                href={`${path}/brief/${id}.pdf`}
                label={words.pdf}
                look="quiet"
                icon="download"
              />
            }
          >
            <WrittenText text={text} />
            {(lateReason !== '' || reference !== '') && (
              <DescriptionList
                items={[
                  ...(reference ? [{ term: words.reference, value: reference }] : []),
                  ...(lateReason ? [{ term: words.late, value: lateReason }] : []),
                ]}
              />
            )}
          </Card>
        ))}
      </Stack>
    </Section>
  )
}

/** How an incident ends, or ended. */
export function Closing({ own }: { own: IncidentCase }): JSX.Element | null {
  const { closure, decisions, path } = own
  if (!closure) {
    if (decisions.length === 0) return null
    return (
      <Section title={words.closing}>
        <Actions>
          <LinkButton href={`${path}/afsluiten`} label={words.close} look="plain" icon="lock" />
        </Actions>
      </Section>
    )
  }
  return (
    <Section title={words.closing}>
      <Card
        title={words.lessons}
        meta={
          <>
            {closure.closedBy}, <Moment at={closure.closedAt} />
          </>
        }
      >
        <WrittenText text={closure.lessons} />
      </Card>
    </Section>
  )
}
