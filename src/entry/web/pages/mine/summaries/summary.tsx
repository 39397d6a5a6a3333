import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Section, Stack } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { idOf, page, type Params } from '#entry/web/http/page.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import type { ConsultView, SummaryView } from '#modules/practice/index.ts'
import { Basis } from '#entry/web/pages/mine/basis.tsx'
import { summaryTitle } from '#entry/web/pages/mine/matters.ts'
import { openOwnFile, type OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import { SummaryCard } from './card.tsx'

const words = {
  current: { nl: 'Zo staat het er', en: 'What it says' },
  newest: { nl: 'De nieuwste versie', en: 'The newest version' },
  earlier: { nl: 'Eerdere versies', en: 'Earlier versions' },
  earlierWhy: {
    nl: 'Deze versies gelden niet meer. Uw eigen woorden blijven erbij staan.',
    en: 'These versions no longer hold. Your own words stay with them.',
  },
  version: { nl: 'Versie {rank}', en: 'Version {rank}' },
} satisfies Record<string, Text>

export interface SummaryFile {
  readonly file: OwnFile
  readonly consult: ConsultView
  /** The version in the address. */
  readonly summary: SummaryView
}

/** The summary of one consult, in all its versions. */
export const summaryPage = page('/mijn/dossiers/:id/samenvattingen/:summary', {
  read: openSummary,
  view: drawSummary,
})

/**
 * Opens the dossier of a summary and finds the summary in it.
 *
 * @throws `NOT_FOUND`
 */
export async function openSummary(door: Door, params: Params): Promise<SummaryFile> {
  const id = idOf(params, 'summary')
  const file = await openOwnFile(door, params)
  for (const consult of file.dossier.consults) {
    const summary = consult.summaries.find((each) => each.id === id)
    if (summary) return { file, consult, summary }
  }
  throw new AppError('NOT_FOUND')
}

function drawSummary({ file, consult }: SummaryFile, door: Door): JSX.Element {
  const [newest, ...earlier] = consult.summaries
  return (
    <OwnStepScreen door={door} file={file} part="summaries" title={summaryTitle(consult)}>
      {newest && (
        <SummaryCard
          file={file}
          consult={consult}
          summary={newest}
          title={earlier.length > 0 ? words.newest : words.current}
          level={2}
        />
      )}
      {earlier.length > 0 && (
        <Section title={words.earlier} lead={words.earlierWhy}>
          <Stack>
            {earlier.map((summary, index) => (
              <SummaryCard
                file={file}
                consult={consult}
                summary={summary}
                title={versionTitle(earlier.length - index)}
              />
            ))}
          </Stack>
        </Section>
      )}
      <Basis statement={file.statement} on="summary-approval" />
    </OwnStepScreen>
  )
}

function versionTitle(rank: number): Text {
  const { nl, en } = words.version
  return { nl: nl.replace('{rank}', String(rank)), en: en.replace('{rank}', String(rank)) }
}
