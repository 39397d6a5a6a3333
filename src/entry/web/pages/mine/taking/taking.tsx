import type { JSX } from 'hono/jsx/jsx-runtime'
import {
  Actions,
  LinkButton,
  Notice,
  Section,
  Stack,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { type CountText, formatBytes, sayCount } from '#entry/web/words.ts'
import { joinWords, type Text } from '#kernel/language.ts'
import { Basis } from '#entry/web/pages/mine/basis.tsx'
import { openOwnFile, type OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { OwnScreen } from '#entry/web/pages/mine/screen.tsx'

const words = {
  title: { nl: 'Uw dossier meenemen', en: 'Taking your dossier along' },
  lead: {
    nl: 'U krijgt alles wat in uw dossier staat, ook wat u hier op de andere pagina’s leest.',
    en: 'You get everything in your dossier, also what you read here on the other pages.',
  },
  download: { nl: 'Downloaden', en: 'Download' },
  print: { nl: 'Op één pagina, om af te drukken', en: 'On one page, for printing' },
  holds: { nl: 'Wat erin zit', en: 'What it holds' },
  html: {
    nl: 'om zelf te lezen, in elke browser',
    en: 'to read yourself, in any browser',
  },
  json: {
    nl: 'dezelfde gegevens voor een ander computersysteem, bijvoorbeeld van een nieuwe coach',
    en: 'the same data for another computer system, such as that of a new coach',
  },
  files: {
    nl: '{documents} zoals ze in het dossier staan, samen {size}',
    en: '{documents} as they are in the dossier, {size} together',
  },
  within: {
    nl: 'Daarin staan uw gegevens, {amounts}, en wie er keek.',
    en: 'They hold your details, {amounts}, and who looked.',
  },
  care: { nl: 'Het bestand is niet versleuteld', en: 'The file is not encrypted' },
  careWhy: {
    nl: 'Bewaar het op een plek waar niemand anders bij kan. Download het niet op een computer van uw werk of van een ander.',
    en: 'Keep it where nobody else can reach it. Do not download it on a computer of your work or of somebody else.',
  },
} satisfies Record<string, Text>

const COUNTS = {
  documents: {
    one: { nl: '{count} document', en: '{count} document' },
    other: { nl: '{count} documenten', en: '{count} documents' },
  },
  notes: {
    one: { nl: '{count} notitie', en: '{count} note' },
    other: { nl: '{count} notities', en: '{count} notes' },
  },
  summaries: {
    one: { nl: '{count} samenvatting', en: '{count} summary' },
    other: {
      nl: '{count} samenvattingen met alle versies',
      en: '{count} summaries with all versions',
    },
  },
  consents: {
    one: { nl: '{count} vraag om toestemming', en: '{count} question for consent' },
    other: { nl: '{count} vragen om toestemming', en: '{count} questions for consent' },
  },
} satisfies Record<string, CountText>

/** How one's own dossier is taken along, and what one gets. */
export const takingPage = page('/mijn/dossiers/:id/meenemen', {
  read: openOwnFile,
  view: drawTaking,
})

function drawTaking(file: OwnFile, door: Door): JSX.Element {
  const { path, statement } = file
  return (
    <OwnScreen door={door} file={file} part="taking">
      <Stack gap="large">
        <Section title={words.title}>
          <Stack>
            <p>
              <Words of={words.lead} />
            </p>
            <Actions>
              <LinkButton
                href={`${path}/meenemen/bestand`}
                label={words.download}
                icon="download"
                download
              />
              <LinkButton
                href={`${path}/meenemen/afdruk`}
                label={words.print}
                look="plain"
                icon="print"
              />
            </Actions>
            <Basis statement={statement} on="rights.portability" />
          </Stack>
        </Section>
        <Section title={words.holds}>
          <Holds file={file} />
        </Section>
        <Notice tone="warning" title={words.care}>
          <p>
            <Words of={words.careWhy} />
          </p>
        </Notice>
      </Stack>
    </OwnScreen>
  )
}

function Holds({ file }: { file: OwnFile }): JSX.Element {
  const { language } = useView()
  const { documents, notes, consults, consents } = file.dossier
  const summarised = consults.filter(({ summaries }) => summaries.length > 0)
  const size = documents.reduce((sum, { bytes }) => sum + bytes, 0)
  const amounts = joinWords(
    [
      sayCount(COUNTS.summaries, summarised.length, language),
      sayCount(COUNTS.notes, notes.length, language),
      sayCount(COUNTS.consents, consents.length, language),
    ],
    language,
  )
  const counted = sayCount(COUNTS.documents, documents.length, language)
  return (
    <Stack gap="small">
      <ul>
        <li>
          <strong>dossier.html</strong>: <Words of={words.html} />
        </li>
        <li>
          <strong>dossier.json</strong>: <Words of={words.json} />
        </li>
        {documents.length > 0 && (
          <li>
            <Words
              of={words.files}
              places={{ documents: counted, size: formatBytes(size, language) }}
            />
          </li>
        )}
      </ul>
      <p>
        <Words of={words.within} places={{ amounts }} />
      </p>
    </Stack>
  )
}
