import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  formatMoment,
  LinkButton,
  PageHeader,
  Stack,
  StatusBadge,
  Tabs,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { DRAFT_FILES, type DraftData } from './draft-data.ts'

const words = {
  studio: { nl: 'Verklaring wijzigen', en: 'Change the statement' },
  title: { nl: 'Versie {version}', en: 'Version {version}' },
  unnumbered: { nl: 'Concept zonder versienummer', en: 'Draft without a version number' },
  lead: {
    nl: 'Op basis van versie {based}. Bewaard op {moment} door {writer}.',
    en: 'Based on version {based}. Saved on {moment} by {writer}.',
  },
  somebody: { nl: 'iemand anders', en: 'somebody else' },
  parts: { nl: 'Delen van het concept', en: 'Parts of the draft' },
  overview: { nl: 'Overzicht', en: 'Overview' },
  download: { nl: 'Downloaden', en: 'Download' },
} satisfies Record<string, Text>

export interface DraftScreenProps {
  readonly data: DraftData
  readonly door: Door
  /** Which part of it is shown. */
  readonly part: 'overview' | 'regels' | 'nl' | 'en'
  readonly children?: Child
}

/** One part of a draft, with the way to the others. */
export function DraftScreen({ data, door, part, children }: DraftScreenProps): JSX.Element {
  const { draft, problems } = data
  const { language } = door
  const href = `/privacy/studio/${draft.id}`
  const title = titleOf(data, door)
  const tabs = [
    { label: words.overview, href, current: part === 'overview' },
    ...DRAFT_FILES.map((each) => ({
      label: each.label,
      href: `${href}/${each.part}`,
      current: part === each.part,
      count: problems.filter(({ file }) => file === each.file).length,
    })),
  ]
  return (
    <Screen door={door} title={title}>
      <PageHeader
        title={title}
        status={<StatusBadge status={draft.state} />}
        lead={say(words.lead, language, {
          based: String(draft.basedOn),
          moment: formatMoment(draft.writtenAt, language),
          writer: draft.writer || words.somebody[language],
        })}
        breadcrumbs={[{ label: words.studio, href: '/privacy/studio' }]}
        action={
          <LinkButton
            href={`${href}/map.zip`}
            label={words.download}
            look="quiet"
            icon="download"
          />
        }
      />
      <Tabs label={words.parts} tabs={tabs} />
      <Stack gap="large">{children}</Stack>
    </Screen>
  )
}

/** What a draft is called: the version that it is to be. */
export function titleOf({ statement }: DraftData, { language }: Door): string {
  const version = statement?.declarations.version
  return version === undefined
    ? words.unnumbered[language]
    : say(words.title, language, { version: String(version) })
}
