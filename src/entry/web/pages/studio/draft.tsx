import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  memberNames,
  previewReach,
  previewTerms,
  type ReachChange,
  type TermChange,
} from '#duties/studio/preview.ts'
import {
  Actions,
  EmptyState,
  LinkButton,
  Notice,
  Panel,
  Section,
  Stack,
  Steps,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { type CountText, say, sayCount } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Change } from '#statement/diff/change.ts'
import { compile, diffStatements } from '#statement/index.ts'
import { wantedBy } from '#store/wanted.ts'
import { Changes } from '#entry/web/pages/privacy/statement-changes.tsx'
import { Decision } from './decision.tsx'
import { DRAFT_FILES, type DraftData, isDecided, readDraft } from './draft-data.ts'
import { DraftScreen } from './draft-screen.tsx'
import { DryRun } from './dry-run.tsx'
import { Problems } from './problems.tsx'
import { readStudio } from './studio-door.ts'

const words = {
  way: { nl: 'De weg van een nieuwe versie', en: 'The way of a new version' },
  write: { nl: 'Schrijven', en: 'Write' },
  ask: { nl: 'Voorstellen', en: 'Propose' },
  approve: { nl: 'Goedkeuren door een ander', en: 'Approval by another' },
  hold: { nl: 'Van kracht op de dag zelf', en: 'In force on the day itself' },
  sound: { nl: 'Het concept klopt', en: 'The draft is sound' },
  warned: { nl: 'Het concept klopt, maar let hierop', en: 'The draft is sound, but note this' },
  unsound: { nl: 'Het concept klopt nog niet', en: 'The draft is not sound yet' },
  unsoundWhy: {
    nl: 'Zodra er geen fouten meer zijn, ziet u hier wat er verandert en wat dat doet.',
    en: 'Once there are no errors left, you see here what changes and what that does.',
  },
  mend: { nl: 'Naar dit bestand', en: 'To this file' },
  changes: { nl: 'Wat er verandert', en: 'What changes' },
  from: { nl: 'Ten opzichte van versie {version}', en: 'Compared with version {version}' },
  behind: {
    nl: 'Intussen geldt versie {version}. Neem over wat daarin anders is, of begin een nieuw concept.',
    en: 'Version {version} is in force by now. Take over what differs in it, or begin a new draft.',
  },
} satisfies Record<string, Text>

const PROBLEMS: CountText = {
  one: { nl: '{count} aanwijzing', en: '{count} remark' },
  other: { nl: '{count} aanwijzingen', en: '{count} remarks' },
}

interface Overview extends DraftData {
  /** The version with which it is compared. */
  readonly comparedWith: number
  readonly current: number
  readonly changes: readonly Change[]
  readonly reach: readonly ReachChange[]
  readonly terms: readonly TermChange[]
  readonly names: ReadonlyMap<string, string>
}

/** A draft as a whole: whether it is sound, what it changes, what that does, what comes next. */
export const draftPage = page('/privacy/studio/:id', {
  read: async (door, params): Promise<Overview> => {
    const data = await readDraft(door, params)
    const { organisation, site } = door.visit
    const { statement, sound, draft } = data
    const inForce = await site.publication.current(organisation)
    const current = inForce.declarations.version
    // What was decided on is compared with what it replaced, also once it is in force itself.
    const decided = isDecided(draft.state) && draft.basedOn !== current
    const before = decided ? await site.publication.version(organisation, draft.basedOn) : inForce
    const changes = statement && sound ? diffStatements(before, statement, VOCABULARY) : []
    const comparedWith = before.declarations.version
    const nothing = { reach: [], terms: [], names: new Map<string, string>() }
    if (!statement || !sound || isDecided(draft.state)) {
      return { ...data, comparedWith, current, changes, ...nothing }
    }
    const catalogue = await readWholeCatalogue()
    const wanted = wantedBy(compile(statement, catalogue), catalogue)
    const { reach, terms, names } = await readStudio(door, 'draft-preview', {
      reach: previewReach(wanted),
      terms: previewTerms(wanted),
      names: memberNames,
    })
    const named = new Map(names.map(({ id, name }) => [id, name]))
    return { ...data, comparedWith, current, changes, reach, terms, names: named }
  },
  view: (data, door) => {
    const { draft, sound, current, comparedWith, changes } = data
    const { language } = door
    const behind = !isDecided(draft.state) && current > draft.basedOn
    return (
      <DraftScreen data={data} door={door} part="overview">
        <Steps
          label={words.way}
          steps={[words.write, words.ask, words.approve, words.hold]}
          current={STEPS[draft.state]}
        />
        {behind && (
          <Notice tone="warning">
            {say(words.behind, language, { version: String(current) })}
          </Notice>
        )}
        <Decision data={data} door={door} />
        <Findings data={data} door={door} />
        {sound && (
          <Section
            title={words.changes}
            lead={say(words.from, language, { version: String(comparedWith) })}
          >
            <Changes caption={words.changes} captionHidden changes={changes} language={language} />
          </Section>
        )}
        {sound && !isDecided(draft.state) && <DryRun {...data} language={language} />}
      </DraftScreen>
    )
  },
})

const STEPS = {
  draft: 0,
  returned: 0,
  discarded: 0,
  proposed: 2,
  approved: 3,
  retracted: 2,
} as const

function Findings({ data, door }: { data: DraftData; door: Door }): JSX.Element {
  const { problems, sound, source, draft } = data
  if (problems.length === 0) return <EmptyState title={words.sound} icon="circleCheck" />
  const files = DRAFT_FILES.map((each) => ({
    ...each,
    own: problems.filter(({ file }) => file === each.file),
  })).filter(({ own }) => own.length > 0)
  return (
    <Stack>
      <Notice tone={sound ? 'warning' : 'error'} title={sound ? words.warned : words.unsound}>
        {sound ? null : <Words of={words.unsoundWhy} />}
      </Notice>
      {files.map(({ part, file, label, own }) => (
        <Panel title={`${label[door.language]}: ${sayCount(PROBLEMS, own.length, door.language)}`}>
          <Problems file={file} text={source[file] ?? ''} problems={own} language={door.language} />
          <Actions>
            <LinkButton
              href={`/privacy/studio/${draft.id}/${part}`}
              label={words.mend}
              look="plain"
              size="small"
            />
          </Actions>
        </Panel>
      ))}
    </Stack>
  )
}
