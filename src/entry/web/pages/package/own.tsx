import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { proveAgain } from '#accounts/index.ts'
import type { Making } from '#duties/package/order.ts'
import { type PackagedDossier, recordPackage, SUBJECT_ACCESS } from '#duties/package/reading.ts'
import {
  ErrorSummary,
  Form,
  Notice,
  PageHeader,
  RadioGroup,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { fileNames } from '#entry/web/http/file-answer.ts'
import { type FormState, formPage } from '#entry/web/http/form.tsx'
import { answer } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { PasswordField } from '#entry/web/pages/account/account-form.tsx'
import { password } from '#entry/web/pages/account/password-rule.ts'
import { Basis } from '#entry/web/pages/mine/basis.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import type { Statement } from '#statement/index.ts'
import { drawFailed, drawMaking, drawReady } from './making-view.tsx'
import { findMaking, orderFor, orderPackage, partsOf, streamOf } from './order.ts'

const words = {
  title: { nl: 'Alles over mij', en: 'Everything on me' },
  lead: {
    nl: 'U krijgt één zipbestand met wat wij van u bewaren, in al uw dossiers en daarbuiten.',
    en: 'You get one zip file with what we hold on you, in all your dossiers and outside them.',
  },
  kind: { nl: 'Wat wilt u hebben?', en: 'What would you like?' },
  access: { nl: 'Alles', en: 'Everything' },
  accessHint: {
    nl: 'Om te lezen (in uw browser en als pdf) en voor een computer. Met waarom wij het gebruiken, wie het kreeg, hoe lang wij het bewaren en wie keek.',
    en: 'To read (in your browser and as PDF) and for a computer. With why we use it, who got it, how long we keep it and who looked.',
  },
  portability: { nl: 'Alleen wat u kunt overdragen', en: 'Only what you can transfer' },
  portabilityHint: {
    nl: 'Wat u ons gaf en wat wij vastlegden van wat u deed, in een vorm die een ander systeem kan inlezen.',
    en: 'What you gave us and what we recorded of what you did, in a form that another system can read in.',
  },
  password: { nl: 'Uw wachtwoord', en: 'Your password' },
  make: { nl: 'Pakket maken', en: 'Make the package' },
  again: { nl: 'Nog een pakket maken', en: 'Make another package' },
  dossiers: { nl: 'Wat erin komt', en: 'What goes into it' },
  none: {
    nl: 'U hebt hier geen dossier. Het pakket gaat over uw account.',
    en: 'You have no dossier here. The package is about your account.',
  },
  dossier: { nl: 'Dossier {reference}', en: 'Dossier {reference}' },
  account: {
    nl: 'Uw account, uw verzoeken, en waar u verder in voorkomt',
    en: 'Your account, your requests, and wherever else you appear',
  },
  shielded: {
    nl: 'Ook wat u liet afschermen en wat na zijn termijn nog bewaard moet blijven, zit erin. Niemand anders ziet dat.',
    en: 'What you had restricted is in it too, and what must still be kept after its term. Nobody else sees that.',
  },
  care: { nl: 'Het bestand is niet versleuteld', en: 'The file is not encrypted' },
  careWhy: {
    nl: 'Bewaar het op een plek waar niemand anders bij kan. Download het niet op een computer van uw werk of van een ander. Dat u het ophaalt, komt in het logboek van uw dossier.',
    en: 'Keep it where nobody else can reach it. Do not download it on a computer of your work or of somebody else. That you fetch it is noted in the log of your dossier.',
  },
  choose: { nl: 'Kies wat u wilt hebben.', en: 'Choose what you would like.' },
} satisfies Record<string, Text>

interface Own {
  readonly dossiers: readonly PackagedDossier[]
  readonly statement: Statement
  readonly making: Making | undefined
}

const PATH = '/mijn/alles'
/** What of a session's packages is its person's own. */
const OWN = 'own'

const input = z.object({
  kind: z.enum(['access', 'portability'], { error: because(words.choose) }),
  password,
})

/** Where people get everything that is held on them, after their password once more. */
export const ownPackagePage = formPage(PATH, {
  input,
  labels: { kind: words.kind, password: words.password },
  read: readOwn,
  view: drawOwn,
  act: async ({ door, input: { kind, password: given } }) => {
    await proveAgain(door.visit.site.accounts, door.session, given)
    const order = await orderFor(door, kind)
    const dossiers = await order.reading.dossiers()
    await orderPackage(door, OWN, { kind, dossiers, language: door.language })
    return { to: PATH }
  },
})

/** Hands a package over that is ready: as often as it is asked for, while it is there. */
export const ownFileAnswer = answer(`${PATH}/bestand`, async (door) => {
  const making = await findMaking(door, OWN)
  if (making?.state !== 'ready') throw new AppError('NOT_FOUND')
  const { kind, bytes, begunAt } = making
  const { reading } = await orderFor(door, kind)
  const [first] = await reading.dossiers()
  await recordTaken(door, kind, first?.id)
  const title = `${door.visit.site.home.label} ${begunAt.toISOString().slice(0, 10)}`
  const headers = {
    'content-type': 'application/zip',
    'content-length': String(bytes),
    'content-disposition': `attachment; ${fileNames(title, 'zip')}`,
  }
  return new Response(streamOf(partsOf(door, OWN, making)), { headers })
})

async function readOwn(door: Door): Promise<Own> {
  // Who is signed in is told by the list; the dossiers of the package are another.
  const making = await findMaking(door, OWN)
  const [order, statement] = await Promise.all([
    orderFor(door, 'access'),
    door.visit.site.publication.current(door.visit.organisation),
  ])
  return { dossiers: await order.reading.dossiers(), statement, making }
}

/** Notes that it was taken, before it leaves. */
async function recordTaken(
  door: Door,
  kind: 'access' | 'portability',
  dossierId: string | undefined,
): Promise<void> {
  const record = recordPackage(kind)
  if (dossierId === undefined) await door.change(SUBJECT_ACCESS, (tx) => tx.run(record))
  else await door.changeDossier(SUBJECT_ACCESS, dossierId, (tx) => tx.run(record))
}

function drawOwn({ dossiers, statement, making }: Own, form: FormState, door: Door) {
  const isOnItsWay = making?.state === 'waiting' || making?.state === 'making'
  return (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader title={words.title} lead={words.lead} />
      <ErrorSummary errors={form.faults} />
      <Stack gap="large">
        {making && isOnItsWay && drawMaking(making, PATH, door)}
        {making?.state === 'ready' && drawReady(making, `${PATH}/bestand`, door)}
        {making?.state === 'failed' && drawFailed(making)}
        <Extent dossiers={dossiers} statement={statement} />
        {!isOnItsWay && drawForm(form, making?.state === 'ready')}
        <Notice tone="warning" title={words.care}>
          <p>
            <Words of={words.careWhy} />
          </p>
        </Notice>
      </Stack>
    </Screen>
  )
}

function Extent({ dossiers, statement }: Pick<Own, 'dossiers' | 'statement'>): JSX.Element {
  return (
    <Section title={words.dossiers}>
      <Stack>
        {dossiers.length === 0 && (
          <p>
            <Words of={words.none} />
          </p>
        )}
        <ul>
          {dossiers.map(({ reference }) => (
            <li>
              <Words of={words.dossier} places={{ reference }} />
            </li>
          ))}
          <li>
            <Words of={words.account} />
          </li>
        </ul>
        <p>
          <Words of={words.shielded} />
        </p>
        <Basis statement={statement} on="rights.portability" />
      </Stack>
    </Section>
  )
}

function drawForm(form: FormState, isAnother: boolean): JSX.Element {
  return (
    <Form action={PATH} submit={isAnother ? words.again : words.make} formId={form.formId}>
      <RadioGroup
        name="kind"
        label={words.kind}
        required
        value={form.value('kind', 'access')}
        error={form.fault('kind')}
        options={[
          { value: 'access', label: words.access, hint: words.accessHint },
          { value: 'portability', label: words.portability, hint: words.portabilityHint },
        ]}
      />
      <PasswordField name="password" label={words.password} form={form} />
    </Form>
  )
}
