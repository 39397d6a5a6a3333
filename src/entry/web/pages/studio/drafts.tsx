import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { type DraftLine, DRAFTS_MOST, listDrafts } from '#duties/studio/draft.ts'
import {
  ActionForm,
  Actions,
  DataTable,
  DateText,
  EmptyState,
  LinkButton,
  Moment,
  Notice,
  PageHeader,
  Section,
  Stack,
  StatusBadge,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import type { AnnouncedVersion } from '#entry/web/http/publication.ts'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { retractionHref } from './retraction.tsx'
import { DRAFTING, mayDo, readStudio } from './studio-door.ts'

const words = {
  title: { nl: 'Verklaring wijzigen', en: 'Change the statement' },
  lead: {
    nl: 'Hier schrijft u aan een nieuwe versie. Zij geldt pas als een ander haar goedkeurt en haar dag er is.',
    en: 'Here you write a new version. It applies only once somebody else approves it and its day has come.',
  },
  begin: { nl: 'Nieuw concept', en: 'New draft' },
  import: { nl: 'Map inlezen', en: 'Import a folder' },
  drafts: { nl: 'Concepten en voorstellen', en: 'Drafts and proposals' },
  draft: { nl: 'Concept', en: 'Draft' },
  based: { nl: 'op basis van versie {version}', en: 'based on version {version}' },
  version: { nl: 'Versie {version}', en: 'Version {version}' },
  state: { nl: 'Stand', en: 'State' },
  saved: { nl: 'Bewaard', en: 'Saved' },
  by: { nl: 'Door', en: 'By' },
  none: { nl: 'Er is geen concept', en: 'There is no draft' },
  noneWhy: {
    nl: 'Een nieuw concept begint met de tekst die nu geldt.',
    en: 'A new draft begins with the text that applies now.',
  },
  announced: { nl: 'Aangekondigd', en: 'Announced' },
  announcedLead: {
    nl: 'Deze versies zijn vastgesteld en gaan op hun dag vanzelf in. Tot die dag kunt u ze laten terugnemen.',
    en: 'These versions are decided on and take effect by themselves on their day. Until that day they can be taken back.',
  },
  number: { nl: 'Versie', en: 'Version' },
  day: { nl: 'Gaat in op', en: 'Takes effect on' },
  stuck: {
    nl: 'Versie {version} kon niet worden doorgevoerd ({problem})',
    en: 'Version {version} could not be carried out ({problem})',
  },
  stuckWhy: {
    nl: 'De versie die nu geldt, blijft gelden. Vraag de systeembeheerder om het na te kijken.',
    en: 'The version in force stays in force. Ask the operator to look into it.',
  },
} satisfies Record<string, Text>

interface StudioData {
  readonly drafts: readonly DraftLine[]
  readonly announced: readonly AnnouncedVersion[]
}

/** Every draft and proposal, and the versions that wait for their day. */
export const draftsPage = page('/privacy/studio', {
  read: async (door): Promise<StudioData> => {
    const { drafts } = await readStudio(door, 'drafts', { drafts: listDrafts })
    const { organisation, site } = door.visit
    return { drafts, announced: await site.publication.announced(organisation) }
  },
  view: ({ drafts, announced }, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={mayDo(door, DRAFTING) && <Begin />}
      />
      <Stack gap="large">
        {announced
          .filter(({ problem }) => problem !== null)
          .map(({ version, problem }) => (
            <Notice
              tone="error"
              title={say(words.stuck, door.language, {
                version: String(version),
                problem: problem ?? '',
              })}
            >
              {words.stuckWhy[door.language]}
            </Notice>
          ))}
        {announced.length > 0 && <Announced announced={announced} />}
        <Section title={words.drafts}>
          <Drafts drafts={drafts} door={door} />
        </Section>
      </Stack>
    </Screen>
  ),
})

function Begin(): JSX.Element {
  return (
    <Actions>
      <ActionForm action="/privacy/studio/nieuw" label={words.begin} icon="add" />
      <LinkButton href="/privacy/studio/inlezen" label={words.import} look="plain" />
    </Actions>
  )
}

function Announced({ announced }: Pick<StudioData, 'announced'>): JSX.Element {
  return (
    <Section title={words.announced} lead={words.announcedLead}>
      <DataTable
        caption={words.announced}
        captionHidden
        rows={announced}
        href={({ version }) => retractionHref(version)}
        columns={[
          { title: words.number, cell: ({ version }) => String(version) },
          { title: words.day, cell: ({ inForce }) => <DateText day={inForce} /> },
        ]}
        empty={null}
      />
    </Section>
  )
}

function Drafts({ drafts, door }: Pick<StudioData, 'drafts'> & { door: Door }): JSX.Element {
  const { language } = door
  const name = ({ proposal, basedOn }: DraftLine) =>
    proposal
      ? say(words.version, language, { version: String(proposal.version) })
      : `${words.draft[language]} ${say(words.based, language, { version: String(basedOn) })}`
  return (
    <DataTable
      caption={words.drafts}
      captionHidden
      rows={drafts}
      most={DRAFTS_MOST}
      href={({ id }) => `/privacy/studio/${id}`}
      columns={[
        { title: words.draft, cell: name },
        { title: words.state, cell: ({ state }) => <StatusBadge status={state} /> },
        { title: words.saved, cell: ({ writtenAt }) => <Moment at={writtenAt} /> },
        { title: words.by, cell: ({ writer }) => writer },
      ]}
      empty={<EmptyState title={words.none} lead={words.noneWhy} icon="file" />}
    />
  )
}
