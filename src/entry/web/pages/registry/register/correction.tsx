import { z } from 'zod'
import { ErrorSummary, Form, PageHeader, TextArea } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import {
  PERSON_LABELS,
  PersonFields,
  personInput,
  registrantOf,
} from '#entry/web/pages/registry/person-fields.tsx'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  CORRECTION_REASON_LIMIT,
  correctOnRequest,
  findRegistrant,
  type Registrant,
  takeUpCorrection,
} from '#modules/registry/index.ts'

const words = {
  title: { nl: 'Verbeteren op verzoek', en: 'Correct on request' },
  lead: {
    nl: 'De persoon vroeg dit schriftelijk en het is toegewezen. Verander niet meer dan dat. Wat er eerst stond en waarom u het verandert, blijft bewaard waar alleen de persoon het ziet.',
    en: 'The person asked for this in writing and it was granted. Change no more than that. What stood there first and why you change it is kept where only the person sees it.',
  },
  reason: { nl: 'Waarom', en: 'Why' },
  reasonHint: { nl: 'De persoon kan dit lezen.', en: 'The person can read this.' },
  save: { nl: 'Verbeteren en afronden', en: 'Correct and finish' },
  request: { nl: 'Verzoek', en: 'Request' },
} satisfies Record<string, Text>

const CORRECTING = 'correction'
const HANDLING = 'request-handling'
const REQUESTS = '/privacy/verzoeken'

/** Opens what a granted request is about, for whoever handles it. */
export const takeUpCorrectionAct = act(
  `${REQUESTS}/:id/verbeteren/openen`,
  async ({ door, params }) => {
    const id = idOf(params)
    const [first] = await door.change(HANDLING, (tx) => tx.run(takeUpCorrection(id)))
    if (!first) throw new AppError('NOT_FOUND')
    return { to: `${REQUESTS}/${id}/verbeteren/${first.dossierId}` }
  },
)

/** Corrects who somebody is, on their written request. */
export const correctionPage = formPage(`${REQUESTS}/:id/verbeteren/:dossier`, {
  input: z.object({ ...personInput, reason: requiredText(CORRECTION_REASON_LIMIT) }),
  labels: { ...PERSON_LABELS, ...words },
  read: openRegistrant,
  view: ({ path, stored }, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: words.request, href: path.replace(/\/verbeteren.*/, '') }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form action={path} submit={words.save} formId={form.formId}>
        <PersonFields form={form} stored={stored} />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={form.value('reason')}
          error={form.fault('reason')}
          maxLength={CORRECTION_REASON_LIMIT}
          required
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, params, input: { reason, ...typed } }) => {
    const { dossierId, stored } = await openRegistrant(door, params)
    const requestId = idOf(params)
    await door.changeDossier(CORRECTING, dossierId, (tx) =>
      correctOnRequest(tx, { requestId, registrant: registrantOf(typed), stored, reason }),
    )
    return { to: `${REQUESTS}/${requestId}`, done: 'corrected' }
  },
})

interface Correcting {
  readonly dossierId: string
  readonly path: string
  readonly stored: Registrant
}

async function openRegistrant(door: Door, params: Params): Promise<Correcting> {
  const dossierId = idOf(params, 'dossier')
  const { answers } = await door.open(CORRECTING, dossierId, { found: findRegistrant(dossierId) })
  const [stored] = answers.found
  if (!stored) throw new AppError('NOT_FOUND')
  return { dossierId, path: `${REQUESTS}/${idOf(params)}/verbeteren/${dossierId}`, stored }
}
