import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { consentReceipt, versionsOf } from '#duties/consent/receipt.ts'
import {
  ActionForm,
  Actions,
  Card,
  DateText,
  DescriptionList,
  LinkButton,
  Muted,
  PrintButton,
  Section,
  Stack,
  Timeline,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { answer, idOf, page, type Params } from '#entry/web/http/page.tsx'
import { openOwnFile, type OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { StandingBadge } from '#entry/web/pages/mine/person.tsx'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import { CONSENT_STANDINGS } from '#entry/web/pages/mine/words.ts'
import { consentTitle } from '#entry/web/titles.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import type { ConsentView } from '#modules/practice/index.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { effectOfWithdrawal } from './effect.ts'
import { historyOf, WAYS } from './history.ts'

const words = {
  wording: { nl: 'De vraag, zoals u die las', en: 'The question, as you read it' },
  answered: { nl: 'Beantwoord', en: 'Answered' },
  way: { nl: 'Hoe', en: 'How' },
  ends: { nl: 'Eindigt vanzelf op', en: 'Ends by itself on' },
  ended: { nl: 'Vanzelf geëindigd op', en: 'Ended by itself on' },
  statement: { nl: 'Privacyverklaring', en: 'Privacy statement' },
  version: { nl: 'Versie {version}', en: 'Version {version}' },
  signed: { nl: 'Ondertekend met sleutel', en: 'Signed with key' },
  history: { nl: 'Wat ermee gebeurde', en: 'What happened with it' },
  withdraw: { nl: 'Toestemming intrekken', en: 'Withdraw consent' },
  renew: { nl: 'Toestemming verlengen', en: 'Renew consent' },
  receipt: { nl: 'Bewijs downloaden', en: 'Download the receipt' },
  receiptWhy: {
    nl: 'Het bewijs is een bestand met alles wat hier staat, ondertekend door ons. U kunt er later mee laten zien wat u wel en niet goedvond. Het volgt ISO/IEC TS 27560.',
    en: 'The receipt is a file with everything that stands here, signed by us. With it you can show later what you did and did not agree to. It follows ISO/IEC TS 27560.',
  },
  proof: { nl: 'Bewijs', en: 'Receipt' },
} satisfies Record<string, Text>

interface OwnConsent {
  readonly file: OwnFile
  readonly consent: ConsentView
}

async function readOwnConsent(door: Door, params: Params): Promise<OwnConsent> {
  const id = idOf(params, 'request')
  const file = await openOwnFile(door, params)
  const consent = file.dossier.consents.find((each) => each.id === id)
  if (!consent) throw new AppError('NOT_FOUND')
  return { file, consent }
}

/** One consent: the question as it was read, what became of it, and the receipt. */
export const ownConsentPage = page('/mijn/dossiers/:id/toestemmingen/:request', {
  read: readOwnConsent,
  view: drawConsent,
})

function drawConsent({ file, consent }: OwnConsent, door: Door): JSX.Element {
  const at = `${file.path}/toestemmingen/${consent.id}`
  const mayWithdraw = consent.state === 'given' && file.access.can('withdrawals', 'insert')
  const mayRenew = consent.renewable && file.access.can('consents', 'insert')
  return (
    <OwnStepScreen
      door={door}
      file={file}
      part="consents"
      title={consentTitle(consent.consent)}
      status={<StandingBadge of={CONSENT_STANDINGS[consent.state]} />}
    >
      <Stack gap="large">
        <Card level={2} title={words.wording}>
          <WrittenText text={consent.wording} />
        </Card>
        <Stack>
          <DescriptionList items={factsOf(consent)} />
          {mayWithdraw && (
            <Muted>
              <Words of={effectOfWithdrawal(consent, file.dossier)} />
            </Muted>
          )}
          <Actions>
            {mayRenew && (
              <ActionForm action={`${at}/verlenging`} label={words.renew} look="plain" />
            )}
            {mayWithdraw && (
              <ActionForm action={`${at}/intrekking`} label={words.withdraw} look="plain" />
            )}
          </Actions>
        </Stack>
        <Section title={words.history}>
          <Timeline entries={historyOf(versionsOf(consent, file.dossier.consents))} />
        </Section>
        <Section title={words.proof}>
          <Stack gap="small">
            <p>
              <Words of={words.receiptWhy} />
            </p>
            <Actions>
              <LinkButton href={`${at}/bewijs.json`} label={words.receipt} icon="download" />
              <PrintButton />
            </Actions>
          </Stack>
        </Section>
      </Stack>
    </OwnStepScreen>
  )
}

function factsOf(consent: ConsentView) {
  const { decidedAt, way, expiresAt, signature, state, statement } = consent
  return [
    ...(decidedAt ? [{ term: words.answered, value: <DateText day={decidedAt} /> }] : []),
    ...(way ? [{ term: words.way, value: <Words of={WAYS[way]} /> }] : []),
    ...(expiresAt && state !== 'withdrawn'
      ? [
          {
            term: state === 'expired' ? words.ended : words.ends,
            value: <DateText day={expiresAt} />,
          },
        ]
      : []),
    {
      term: words.statement,
      value: (
        <a href={`/verklaring/versies/${statement}`}>
          <Words of={words.version} places={{ version: statement }} />
        </a>
      ),
    },
    ...(signature ? [{ term: words.signed, value: signature.keyId }] : []),
  ]
}

/** The receipt of a consent, for the person to keep. */
export const receiptFile = answer(
  '/mijn/dossiers/:id/toestemmingen/:request/bewijs.json',
  async (door, params, c) => {
    const { file, consent } = await readOwnConsent(door, params)
    const { organisation, site } = door.visit
    const { reference, consents } = file.dossier
    c.header('content-type', 'application/json; charset=utf-8')
    c.header('content-disposition', `attachment; filename="${RECEIPT[door.language]}.json"`)
    return c.body(
      consentReceipt({
        consent,
        versions: versionsOf(consent, consents),
        statement: file.statement,
        vocabulary: VOCABULARY,
        reference,
        address: site.publicUrl,
        key: site.keyOf(organisation),
        now: new Date(),
      }),
    )
  },
)

const RECEIPT = { nl: 'bewijs-van-toestemming', en: 'consent-receipt' } as const
