import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Filters, LinkButton, Panel, Section, Stack, Words } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import {
  type AskedFile,
  readSurroundings,
  type Surroundings,
  surroundingsReads,
  takeFile,
} from '#modules/practice/index.ts'
import { Basis } from '#entry/web/pages/mine/basis.tsx'
import { ExtraSection } from '#entry/web/pages/mine/extra/extra-section.tsx'
import { OfficerLine } from '#entry/web/pages/mine/officer-line.tsx'
import { openOwnFileWith, type OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { OwnScreen } from '#entry/web/pages/mine/screen.tsx'
import { ConsultTable } from '#entry/web/pages/mine/summaries/consult-table.tsx'
import { ownCategories } from './document-form.tsx'
import { Documents } from './documents.tsx'
import { Notes } from './notes.tsx'
import { OrderFacts } from './order.tsx'
import { ProfileFacts } from './profile.tsx'

const words = {
  which: { nl: 'Toon', en: 'Show' },
  all: { nl: 'Beide dossiers', en: 'Both files' },
  mine: { nl: 'Mijn dossier', en: 'My file' },
  coachs: { nl: 'Het dossier van mijn coach', en: "My coach's file" },
  lead: {
    nl: 'Dit is alles wat wij van u bewaren: in uw eigen dossier en in dat van uw coach. Wat van uw opdrachtgever of van een ander komt, is gemerkt.',
    en: 'This is all that we hold on you: in your own file and in that of your coach. What came from your principal or from somebody else is marked.',
  },
  documents: { nl: 'Documenten', en: 'Documents' },
  add: { nl: 'Document toevoegen', en: 'Add a document' },
  consults: { nl: 'Gesprekken en samenvattingen', en: 'Consults and summaries' },
  profile: { nl: 'Gegevens van de intake', en: 'Details of the intake' },
  time: { nl: 'Bestede tijd', en: 'Time spent' },
  seeTime: { nl: 'Tijdregistratie bekijken', en: 'See the time registration' },
  paper: { nl: 'Op papier', en: 'On paper' },
  seePaper: { nl: 'Papieren dossier bekijken', en: 'See the paper file' },
  others: { nl: 'Van andere professionals', en: 'From other professionals' },
  seeOthers: {
    nl: 'Vragen en antwoorden bekijken',
    en: 'See questions and answers',
  },
  order: { nl: 'De opdracht', en: 'The assignment' },
  wrong: { nl: 'Staat er iets in wat niet klopt?', en: 'Is something in it not right?' },
} satisfies Record<string, Text>

/** Everything in the coach's file, as the coach sees it. */
export const contentsPage = page('/mijn/dossiers/:id/inhoud', {
  read: async (door, params): Promise<Contents> => {
    const { file, answers, opening } = await openOwnFileWith(door, params, surroundingsReads)
    return { opened: file, extra: readSurroundings(opening, answers) }
  },
  view: drawContents,
})

interface Contents {
  readonly opened: OwnFile
  readonly extra: Surroundings
}

function drawContents({ opened, extra }: Contents, door: Door): JSX.Element {
  const asked = askedFile(door)
  const file = { ...opened, dossier: takeFile(opened.dossier, asked) }
  const { access, dossier, path, statement } = file
  const page = Number(door.visit.query.get('notities') ?? 1)
  const shows = (table: string): boolean => access.can(table, 'select')
  return (
    <OwnScreen door={door} file={file} part="contents">
      <Stack gap="large">
        <Stack gap="small">
          <p>
            <Words of={words.lead} />
          </p>
          <Basis statement={statement} on="rights.access" />
          <WhichFile path={path} asked={asked} />
        </Stack>
        {shows('notes') && (
          <Notes
            file={file}
            page={page > 0 ? Math.floor(page) : 1}
            query={asked && queryOf(asked)}
          />
        )}
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
              share={access.can('documents', 'update', 'file')}
              href={({ id }) => `${path}/documenten/${id}`}
            />
          </Section>
        )}
        {shows('consults') && (
          <Section title={words.consults}>
            <ConsultTable file={file} />
          </Section>
        )}
        {shows('time_entries') && (
          <Section title={words.time}>
            <LinkButton href={`${path}/uren`} label={words.seeTime} look="plain" icon="clock" />
          </Section>
        )}
        {shows('paper_files') && (
          <Section title={words.paper}>
            <LinkButton href={`${path}/papier`} label={words.seePaper} look="plain" icon="file" />
          </Section>
        )}
        {shows('professional_requests') && (
          <Section title={words.others}>
            <LinkButton
              href={`${path}/professionals`}
              label={words.seeOthers}
              look="plain"
              icon="people"
            />
          </Section>
        )}
        {shows('profiles') && (
          <Section title={words.profile}>
            <ProfileFacts file={file} />
          </Section>
        )}
        <ExtraSection file={file} extra={extra} />
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

const WHICH = { mijn: 'client', coach: 'coach' } as const

/** Which of the two files the address asks for. */
function askedFile(door: Door): AskedFile {
  const word = door.visit.query.get('dossier')
  return word === 'mijn' || word === 'coach' ? WHICH[word] : undefined
}

function queryOf(asked: 'client' | 'coach'): string {
  return `dossier=${asked === 'client' ? 'mijn' : 'coach'}`
}

function WhichFile({ path, asked }: { path: string; asked: AskedFile }): JSX.Element {
  return (
    <Filters
      groups={[
        {
          label: words.which,
          options: [
            { label: words.all, href: `${path}/inhoud`, current: asked === undefined },
            {
              label: words.mine,
              href: `${path}/inhoud?${queryOf('client')}`,
              current: asked === 'client',
            },
            {
              label: words.coachs,
              href: `${path}/inhoud?${queryOf('coach')}`,
              current: asked === 'coach',
            },
          ],
        },
      ]}
    />
  )
}
