import {
  ActionForm,
  Badge,
  DataTable,
  DateText,
  EmptyState,
  PageHeader,
  Section,
  Stack,
} from '#entry/web/components/index.ts'
import { act } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { groupedNumber, listOwnCourses, listOwnDiplomas, submit } from '#modules/registry/index.ts'
import { expectDiplomas } from './issuing.ts'
import { StateBadge } from './state-badge.tsx'
import { DIPLOMA, programmeOf } from './words.ts'

export const OWN_DIPLOMAS = '/mijn/diplomas'
export const SELF_SERVICE = 'self-service'

const words = {
  title: { nl: 'Mijn diploma’s', en: 'My diplomas' },
  lead: {
    nl: 'Download uw diploma, of laat het met een link aan iemand zien.',
    en: 'Download your diploma, or show it to somebody with a link.',
  },
  none: { nl: 'U hebt nog geen diploma', en: 'You have no diploma yet' },
  noneWhy: {
    nl: 'Bent u klaar met uw opleiding, vraag het dan hieronder aan.',
    en: 'Have you finished your training? Then apply below.',
  },
  courses: { nl: 'Uw opleidingen', en: 'Your training' },
  coursesWhy: {
    nl: 'Klaar met uw opleiding? Vraag dan uw diploma aan. Uw werkgever en uw opleidingsinstituut controleren uw gegevens. Op het diploma komt uw naam zoals u die zelf hebt ingevuld.',
    en: 'Completed your training? Then apply for your diploma. Your employer and your training institute verify your data. The diploma bears your name as you entered it yourself.',
  },
  apply: { nl: 'Diploma aanvragen', en: 'Apply for the diploma' },
  application: { nl: 'Aanvraag', en: 'Application' },
  open: { nl: 'wordt gecontroleerd', en: 'is being verified' },
  verified: { nl: 'goedgekeurd, wordt uitgegeven', en: 'confirmed, will be issued' },
  rejected: { nl: 'teruggestuurd', en: 'sent back' },
  interrupted: { nl: 'onderbroken', en: 'interrupted' },
} satisfies Record<string, Text>

/** One's own diplomas, and the training from which one can come. */
export const ownDiplomasPage = page(OWN_DIPLOMAS, {
  read: async (door) => {
    await expectDiplomas(door, door.visit.organisation)
    return door.list(SELF_SERVICE, 'own-diplomas', {
      diplomas: listOwnDiplomas,
      courses: listOwnCourses,
    })
  },
  view: ({ diplomas, courses }, door) => (
    <Screen door={door} title={words.title} open>
      <PageHeader title={words.title} lead={words.lead} />
      <Stack gap="large">
        <DataTable
          caption={words.title}
          captionHidden
          rows={diplomas}
          href={({ dossierId, number }) => ownDiplomaPath(dossierId ?? '', number)}
          columns={[
            { title: DIPLOMA.programme, cell: (line) => programmeOf(line, door.language) },
            { title: DIPLOMA.number, cell: ({ number }) => groupedNumber(number) },
            { title: DIPLOMA.issuedOn, cell: ({ issuedOn }) => <DateText day={issuedOn} /> },
            { title: DIPLOMA.state, cell: (line) => <StateBadge of={line} /> },
          ]}
          empty={<EmptyState title={words.none} lead={words.noneWhy} icon="file" />}
        />
        {courses.length > 0 && (
          <Section title={words.courses} lead={words.coursesWhy}>
            <DataTable
              caption={words.courses}
              captionHidden
              rows={courses}
              columns={[
                { title: DIPLOMA.programme, cell: (line) => programmeOf(line, door.language) },
                {
                  title: words.application,
                  cell: ({ dossierId, state, outcome }) => {
                    if (state === 'interrupted') {
                      return <Badge label={words.interrupted} tone="warning" />
                    }
                    if (outcome === 'open') return <Badge label={words.open} tone="info" />
                    if (outcome === 'verified') {
                      return <Badge label={words.verified} tone="success" />
                    }
                    return (
                      <>
                        {outcome === 'rejected' && <Badge label={words.rejected} tone="warning" />}
                        <ActionForm
                          action={`${OWN_DIPLOMAS}/${dossierId}/aanvragen`}
                          label={words.apply}
                          size="small"
                        />
                      </>
                    )
                  },
                },
              ]}
              empty={<></>}
            />
          </Section>
        )}
      </Stack>
    </Screen>
  ),
})

export function ownDiplomaPath(dossierId: string, number: string): string {
  return `${OWN_DIPLOMAS}/${dossierId}/${encodeURIComponent(number)}`
}

/** Applies for the diploma of one registration. */
export const applyAct = act(`${OWN_DIPLOMAS}/:id/aanvragen`, async ({ door, params }) => {
  await door.changeDossier(SELF_SERVICE, idOf(params), (tx) => submit(tx, { about: 'diploma' }))
  return { to: OWN_DIPLOMAS, done: 'diploma-applied' }
})
