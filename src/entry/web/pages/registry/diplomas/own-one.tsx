import { z } from 'zod'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Badge,
  CodeList,
  DataTable,
  EmptyState,
  ErrorSummary,
  FileLink,
  Form,
  Moment,
  Notice,
  PageHeader,
  Section,
  SelectField,
  Stack,
  useSay,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  askReissue,
  diplomaReads,
  DIPLOMAS_PAGE,
  downloadReads,
  endShare,
  holderOf,
  listShares,
  readDiploma,
  SHARE_DAYS,
  shareDiploma,
  type ShareLine,
} from '#modules/registry/index.ts'
import { DiplomaFacts } from './facts.tsx'
import { issuingOf } from './issuing.ts'
import { numberOf } from './one.tsx'
import { OWN_DIPLOMAS, ownDiplomaPath, SELF_SERVICE } from './own.tsx'
import { sharedPath } from './opened-link.tsx'
import { DIPLOMA, programmeOf } from './words.ts'

const words = {
  mine: { nl: 'Mijn diploma’s', en: 'My diplomas' },
  download: { nl: 'Downloaden', en: 'Download' },
  downloadWhy: {
    nl: 'De pdf is om te laten zien en te bewaren. Het json-bestand is voor een digitale portemonnee of een website die het zelf nagaat (Open Badges 3.0). Bewaar beide: ze blijven na te gaan, ook als u uw gegevens hier laat verwijderen.',
    en: 'The PDF is for showing and keeping. The JSON file is for a digital wallet or a website that checks it for itself (Open Badges 3.0). Keep both: they can still be checked after you have your data erased here.',
  },
  pdfEnglish: { nl: 'Diploma in het Engels', en: 'Diploma in English' },
  pdfDutch: { nl: 'Diploma in het Nederlands', en: 'Diploma in Dutch' },
  json: { nl: 'Digitaal diploma', en: 'Digital diploma' },
  none: {
    nl: 'Dit diploma is uitgegeven voordat het digitaal kon. Wilt u het digitaal, vraag dan een nieuw diploma.',
    en: 'This diploma was issued before it could be digital. If you want that, ask for a new diploma.',
  },
  renamed: { nl: 'Uw naam is veranderd', en: 'Your name changed' },
  renamedWhy: {
    nl: 'Op dit diploma staat {then}, en u hebt nu {now} ingevuld. U kunt een nieuw diploma vragen. Dat krijgt een nieuw nummer, en dit diploma geldt dan niet meer.',
    en: 'This diploma says {then}, and you entered {now}. You can ask for a new diploma. It gets a new number, and this diploma is then no longer valid.',
  },
  reissue: { nl: 'Nieuw diploma vragen', en: 'Ask for a new diploma' },
  asked: {
    nl: 'U vroeg om een nieuw diploma. U krijgt een mail als het er is.',
    en: 'You asked for a new diploma. We will email you when it is ready.',
  },
  share: { nl: 'Laten zien met een link', en: 'Show it with a link' },
  shareWhy: {
    nl: 'Wie de link heeft, ziet uw naam, de opleiding, de datum en het nummer, en of het diploma geldt. Meer niet. U stopt een link wanneer u wilt.',
    en: 'Anyone with the link sees your name, the programme, the date and the number, and whether the diploma is valid. Nothing more. You can end a link whenever you want.',
  },
  days: { nl: 'Hoe lang', en: 'How long' },
  dayCount: { nl: '{days} dagen', en: '{days} days' },
  make: { nl: 'Link maken', en: 'Make a link' },
  links: { nl: 'Links die u maakte', en: 'Links that you made' },
  noLinks: { nl: 'U deelt dit diploma met niemand', en: 'You share this diploma with nobody' },
  made: { nl: 'Gemaakt', en: 'Made' },
  until: { nl: 'Werkt tot', en: 'Works until' },
  looks: { nl: 'Bekeken', en: 'Looked at' },
  end: { nl: 'Stoppen', en: 'End' },
  ended: { nl: 'gestopt', en: 'ended' },
  fresh: { nl: 'Dit is de link', en: 'This is the link' },
  once: {
    nl: 'Wij tonen hem één keer en bewaren hem niet. Kopieer hem nu, en geef hem alleen aan wie uw diploma mag zien.',
    en: 'We show it once and do not keep it. Copy it now, and only give it to people who may see your diploma.',
  },
} satisfies Record<string, Text>

async function readOwn(door: Door, params: Params) {
  const id = idOf(params)
  const number = numberOf(params)
  const { dossier, answers } = await door.open(SELF_SERVICE, id, {
    ...diplomaReads(number),
    ...downloadReads(number),
    shares: listShares(number),
  })
  const [diploma] = answers.diplomas
  if (!diploma || diploma.dossierId !== id) throw new AppError('NOT_FOUND')
  const credential = answers.documents[0] && (await readDiploma(dossier, answers, issuingOf(door)))
  const [now] = answers.holders
  const name = now && [now.given_names, now.prefix, now.family_name].filter(Boolean).join(' ')
  return { ...answers, diploma, path: ownDiplomaPath(id, number), credential, name }
}

type Own = Awaited<ReturnType<typeof readOwn>>

/** One diploma of one's own: what it says, to download, to share, to have put right. */
export const ownDiplomaPage = formPage(`${OWN_DIPLOMAS}/:id/:number`, {
  input: z.object({
    days: z.coerce.number().pipe(z.union(SHARE_DAYS.map((days) => z.literal(days)))),
  }),
  labels: { days: words.days },
  read: readOwn,
  view: (own, form, door) => {
    const { diploma, credential, path, verified, shares } = own
    return (
      <Screen door={door} title={DIPLOMA.diploma} width="narrow" open>
        <PageHeader
          title={programmeOf(diploma, door.language)}
          breadcrumbs={[{ label: words.mine, href: OWN_DIPLOMAS }]}
        />
        <Stack gap="large">
          <ErrorSummary errors={form.faults} />
          <Renamed of={own} />
          <DiplomaFacts
            of={diploma}
            holder={credential && holderOf(credential)}
            verified={verified}
          />
          <Downloads of={own} />
          {diploma.revokedOn === null && credential && (
            <Section title={words.share} lead={words.shareWhy}>
              <Form action={path} submit={words.make} formId={form.formId}>
                <SelectField
                  name="days"
                  label={words.days}
                  error={form.fault('days')}
                  value={form.value('days', '30')}
                  options={SHARE_DAYS.map((days) => ({
                    value: String(days),
                    label: say(words.dayCount, door.language, { days }),
                  }))}
                  required
                />
              </Form>
            </Section>
          )}
          {credential && <Links shares={shares} path={path} />}
        </Stack>
      </Screen>
    )
  },
  act: async ({ door, params, formId, input: { days } }) => {
    const { credential, path } = await readOwn(door, params)
    if (!credential) throw new AppError('NOT_FOUND')
    const number = numberOf(params)
    const secret = await door.changeDossier(SELF_SERVICE, idOf(params), (tx) =>
      shareDiploma(tx, { number, credential, days, id: formId }),
    )
    const { organisation, site } = door.visit
    const address = new URL(sharedPath(organisation, secret), site.publicUrl).href
    return {
      show: (
        <Screen door={door} title={words.fresh} width="narrow" open>
          <PageHeader title={words.fresh} breadcrumbs={[{ label: DIPLOMA.diploma, href: path }]} />
          <Notice tone="warning">
            <Words of={words.once} />
          </Notice>
          <CodeList label={words.fresh} codes={[address]} />
        </Screen>
      ),
    }
  },
})

/** Asks for a diploma in the name of now. */
export const reissueAct = act(`${OWN_DIPLOMAS}/:id/:number/opnieuw`, async ({ door, params }) => {
  const number = numberOf(params)
  await door.changeDossier(SELF_SERVICE, idOf(params), (tx) => askReissue(tx, number))
  return { to: ownDiplomaPath(idOf(params), number), done: 'reissue-asked' }
})

/** Ends a link. */
export const endShareAct = act(
  `${OWN_DIPLOMAS}/:id/:number/links/:share/stoppen`,
  async ({ door, params }) => {
    await door.changeDossier(SELF_SERVICE, idOf(params), (tx) =>
      endShare(tx, idOf(params, 'share')),
    )
    return { to: ownDiplomaPath(idOf(params), numberOf(params)), done: 'share-ended' }
  },
)

function Renamed({ of }: { of: Own }): JSX.Element {
  const { diploma, credential, name, asked, path } = of
  if (diploma.revokedOn !== null || name === undefined) return <></>
  if (asked.length > 0) {
    return (
      <Notice>
        <Words of={words.asked} />
      </Notice>
    )
  }
  const then = credential && holderOf(credential)
  if (then === name) return <></>
  return (
    <Notice
      tone="warning"
      title={credential ? words.renamed : DIPLOMA.diploma}
      action={<ActionForm action={`${path}/opnieuw`} label={words.reissue} look="plain" />}
    >
      <Words
        of={credential ? words.renamedWhy : words.none}
        places={{ then: then ?? '', now: name }}
      />
    </Notice>
  )
}

function Downloads({ of: { credential, path } }: { of: Own }): JSX.Element {
  const spell = useSay()
  if (!credential) return <></>
  return (
    <Section title={words.download} lead={words.downloadWhy}>
      <Stack gap="small">
        <FileLink href={`${path}/diploma-nl.pdf`} name={spell(words.pdfDutch)} kind="PDF" />
        <FileLink href={`${path}/diploma-en.pdf`} name={spell(words.pdfEnglish)} kind="PDF" />
        <FileLink href={`${path}/diploma.json`} name={spell(words.json)} kind="JSON" />
      </Stack>
    </Section>
  )
}

function Links({ shares, path }: { shares: readonly ShareLine[]; path: string }): JSX.Element {
  return (
    <Section title={words.links}>
      <DataTable
        caption={words.links}
        captionHidden
        rows={shares}
        most={DIPLOMAS_PAGE}
        columns={[
          { title: words.made, cell: ({ sharedAt }) => <Moment at={sharedAt} /> },
          { title: words.until, cell: ({ endsAt }) => <Moment at={endsAt} /> },
          { title: words.looks, cell: ({ looks }) => String(looks), align: 'end' },
          {
            title: DIPLOMA.state,
            cell: ({ id, open }) =>
              open ? (
                <ActionForm
                  action={`${path}/links/${id}/stoppen`}
                  label={words.end}
                  look="plain"
                  size="small"
                />
              ) : (
                <Badge label={words.ended} tone="neutral" />
              ),
          },
        ]}
        empty={<EmptyState title={words.noLinks} icon="lock" />}
      />
    </Section>
  )
}
