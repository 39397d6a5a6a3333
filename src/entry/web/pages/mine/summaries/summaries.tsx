import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Section, Stack, Words } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import { Basis } from '#entry/web/pages/mine/basis.tsx'
import { listWaitingSummaries } from '#entry/web/pages/mine/matters.ts'
import { openOwnFile, type OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { OwnScreen } from '#entry/web/pages/mine/screen.tsx'
import { SummaryCard } from './card.tsx'
import { ConsultTable } from './consult-table.tsx'

const words = {
  waiting: { nl: 'Klopt dit?', en: 'Is this right?' },
  waitingWhy: {
    nl: 'Lees rustig wat uw coach opschreef. Klopt er iets niet, dan schrijft u er zelf bij wat er anders is.',
    en: 'Take your time to read what your coach wrote. If something is not right, you write beside it what is different.',
  },
  all: { nl: 'Alle gesprekken', en: 'All consults' },
} satisfies Record<string, Text>

/** Every summary, those that wait for the client's word first and whole. */
export const summariesPage = page('/mijn/dossiers/:id/samenvattingen', {
  read: openOwnFile,
  view: drawSummaries,
})

function drawSummaries(file: OwnFile, door: Door): JSX.Element {
  const waiting = listWaitingSummaries(file)
  return (
    <OwnScreen door={door} file={file} part="summaries">
      <Stack gap="large">
        {waiting.length > 0 && (
          <Section title={words.waiting}>
            <Stack>
              <p>
                <Words of={words.waitingWhy} />
              </p>
              {waiting.map((each) => (
                <SummaryCard file={file} {...each} />
              ))}
            </Stack>
          </Section>
        )}
        <Section title={words.all}>
          <ConsultTable file={file} />
        </Section>
        <Basis statement={file.statement} on="summary-approval" />
      </Stack>
    </OwnScreen>
  )
}
