import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Actions, LinkButton, Section, Stack, useView, Words } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { type CountText, formatBytes, sayCount } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import { joinWords, type Text } from '#kernel/language.ts'
import { Basis } from '#entry/web/pages/mine/basis.tsx'
import { openOwnFile, type OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { OwnScreen } from '#entry/web/pages/mine/screen.tsx'

const words = {
  own: { nl: 'Mijn dossier meenemen', en: 'Take my file along' },
  ownWhy: {
    nl: 'Van uw dienst zijn er twee dossiers: een van u en een van uw coach. Uw eigen dossier neemt u hier in één keer mee, als zipbestand met een pdf om te lezen en alle documenten die erin staan.',
    en: 'Your service has two files: one of yours and one of your coach. Here you take your own file along at once, as a zip file with a PDF to read and all documents in it.',
  },
  title: { nl: 'Uw dossier meenemen', en: 'Taking your dossier along' },
  lead: {
    nl: 'Bij Alles over mij haalt u in één bestand op wat wij van u bewaren, ook dit dossier. Hier kunt u het afdrukken.',
    en: 'At Everything on me you fetch what we hold on you in one file, this dossier too. Here you can print it.',
  },
  whole: { nl: 'Naar alles over mij', en: 'To everything on me' },
  print: { nl: 'Op één pagina, om af te drukken', en: 'On one page, for printing' },
  holds: { nl: 'Wat erin zit', en: 'What it holds' },
  read: {
    nl: 'om zelf te lezen, in elke browser en op papier',
    en: 'to read yourself, in any browser and on paper',
  },
  data: {
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
  read: async (door, params) => {
    const file = await openOwnFile(door, params)
    // A registration is taken along with everything else that is held on a student.
    if (file.access.can('registrations', 'select')) throw new AppError('NOT_FOUND')
    return file
  },
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
            <p>
              <Words of={words.ownWhy} />
            </p>
            <Actions>
              <LinkButton
                href={`${path}/meenemen/mijn-dossier`}
                label={words.own}
                icon="download"
                download
              />
              <LinkButton href="/mijn/alles" label={words.whole} look="plain" icon="download" />
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
          <Words of={words.read} />
        </li>
        <li>
          <Words of={words.data} />
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
