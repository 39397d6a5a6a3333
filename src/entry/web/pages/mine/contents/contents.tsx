import type { JSX } from 'hono/jsx/jsx-runtime'
import { LinkButton, Panel, Section, Stack, Words } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import { Basis } from '#entry/web/pages/mine/basis.tsx'
import { OfficerLine } from '#entry/web/pages/mine/officer-line.tsx'
import { openOwnFile, type OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { OwnScreen } from '#entry/web/pages/mine/screen.tsx'
import { ConsultTable } from '#entry/web/pages/mine/summaries/consult-table.tsx'
import { ownCategories } from './document-form.tsx'
import { Documents } from './documents.tsx'
import { Notes } from './notes.tsx'
import { OrderFacts } from './order.tsx'
import { ProfileFacts } from './profile.tsx'

const words = {
  lead: {
    nl: 'Dit is alles wat uw coach van u bewaart. Wat van uw opdrachtgever of van een ander komt, is gemerkt.',
    en: 'This is all that your coach holds on you. What came from your principal or from somebody else is marked.',
  },
  documents: { nl: 'Documenten', en: 'Documents' },
  add: { nl: 'Document toevoegen', en: 'Add a document' },
  consults: { nl: 'Gesprekken en samenvattingen', en: 'Consults and summaries' },
  profile: { nl: 'Gegevens van de intake', en: 'Details of the intake' },
  order: { nl: 'De opdracht', en: 'The assignment' },
  wrong: { nl: 'Staat er iets in wat niet klopt?', en: 'Is something in it not right?' },
} satisfies Record<string, Text>

/** Everything in the coach's file, as the coach sees it. */
export const contentsPage = page('/mijn/dossiers/:id/inhoud', {
  read: openOwnFile,
  view: drawContents,
})

function drawContents(file: OwnFile, door: Door): JSX.Element {
  const { access, dossier, path, statement } = file
  const asked = Number(door.visit.query.get('notities') ?? 1)
  const shows = (table: string): boolean => access.can(table, 'select')
  return (
    <OwnScreen door={door} file={file} part="contents">
      <Stack gap="large">
        <Stack gap="small">
          <p>
            <Words of={words.lead} />
          </p>
          <Basis statement={statement} on="rights.access" />
        </Stack>
        {shows('notes') && <Notes file={file} page={asked > 0 ? Math.floor(asked) : 1} />}
        {shows('documents') && (
          <Section
            title={words.documents}
            action={
              ownCategories(file).length > 0 && (
                <LinkButton
                  href={`${path}/documenten/nieuw`}
                  label={words.add}
                  look="plain"
                  size="small"
                />
              )
            }
          >
            <Documents
              documents={dossier.documents}
              href={({ id }) => `${path}/documenten/${id}`}
            />
          </Section>
        )}
        {shows('consults') && (
          <Section title={words.consults}>
            <ConsultTable file={file} />
          </Section>
        )}
        {shows('profiles') && (
          <Section title={words.profile}>
            <ProfileFacts file={file} />
          </Section>
        )}
        <Section title={words.order}>
          <OrderFacts file={file} />
        </Section>
        <Panel title={words.wrong}>
          <OfficerLine statement={statement} />
          <Basis statement={statement} on="rights.rectification" />
        </Panel>
      </Stack>
    </OwnScreen>
  )
}
