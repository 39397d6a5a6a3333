import { z } from 'zod'
import {
  ErrorSummary,
  Form,
  Notice,
  PageHeader,
  Panel,
  RadioGroup,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  diplomaReads,
  downloadReads,
  holderOf,
  readDiploma,
  REVOCATION_REASONS,
  revokeDiploma,
} from '#modules/registry/index.ts'
import { DiplomaFacts } from './facts.tsx'
import { DIPLOMAS, issuingOf } from './issuing.ts'
import { ISSUED_PATH } from './tabs.tsx'
import { DIPLOMA, programmeOf, REASONS } from './words.ts'

const words = {
  revoke: { nl: 'Diploma intrekken', en: 'Revoke the diploma' },
  revokeWhy: {
    nl: 'Dit kunt u niet ongedaan maken. Wie het diploma nagaat, ziet vanaf dat moment dat het is ingetrokken, ook als de houder later wordt verwijderd.',
    en: 'This cannot be undone. From then on, anyone who checks the diploma sees that it was revoked, even if the holder is erased later.',
  },
  why: { nl: 'Waarom', en: 'Why' },
  gone: { nl: 'Dit diploma is ingetrokken', en: 'This diploma was revoked' },
  stays: {
    nl: 'Dat blijft zo. De houder ziet het ook.',
    en: 'This cannot change any more. The holder sees it too.',
  },
  asked: {
    nl: 'De houder vroeg om een nieuw diploma in de naam van nu. Geef het uit op “Uit te geven”; dit diploma wordt dan vanzelf ingetrokken.',
    en: 'The holder asked for a new diploma in their current name. Issue it under “To be issued”; that revokes this one.',
  },
} satisfies Record<string, Text>

async function readOne(door: Door, params: Params) {
  const id = idOf(params)
  const number = numberOf(params)
  const { dossier, answers } = await door.open(DIPLOMAS, id, {
    ...diplomaReads(number),
    ...downloadReads(number),
  })
  const [diploma] = answers.diplomas
  if (!diploma || diploma.dossierId !== id) throw new AppError('NOT_FOUND')
  const credential = answers.documents[0] && (await readDiploma(dossier, answers, issuingOf(door)))
  return { ...answers, diploma, holder: credential && holderOf(credential) }
}

/** A number as it stands in an address. */
export function numberOf(params: Params): string {
  const number = params['number'] ?? ''
  if (!/^[\w/-]{3,30}$/.test(number)) throw new AppError('NOT_FOUND')
  return number
}

/** One diploma, for who issues: what it says, and revoking it. */
export const diplomaPage = formPage('/register/diplomas/:id/:number', {
  input: z.object({ reason: z.enum(REVOCATION_REASONS) }),
  labels: { reason: words.why },
  read: readOne,
  view: ({ diploma, holder, verified, asked }, form, door) => (
    <Screen door={door} title={DIPLOMA.diploma} width="narrow">
      <PageHeader
        title={programmeOf(diploma, door.language)}
        breadcrumbs={[{ label: DIPLOMA.diplomas, href: ISSUED_PATH }]}
      />
      <Stack gap="large">
        <ErrorSummary errors={form.faults} />
        {asked.length > 0 && diploma.revokedOn === null && (
          <Notice>
            <Words of={words.asked} />
          </Notice>
        )}
        <DiplomaFacts of={diploma} holder={holder} verified={verified} />
        {diploma.revokedOn === null ? (
          <Section title={words.revoke} lead={words.revokeWhy}>
            <Form
              action={`/register/diplomas/${diploma.dossierId ?? ''}/${diploma.number}`}
              submit={words.revoke}
              submitLook="danger"
              formId={form.formId}
            >
              <RadioGroup
                name="reason"
                label={words.why}
                error={form.fault('reason')}
                value={form.value('reason')}
                options={REVOCATION_REASONS.map((value) => ({
                  value,
                  label: REASONS[value] ?? words.why,
                }))}
                required
              />
            </Form>
          </Section>
        ) : (
          <Panel title={words.gone}>
            <Words of={words.stays} />
          </Panel>
        )}
      </Stack>
    </Screen>
  ),
  act: async ({ door, params, input: { reason } }) => {
    const number = numberOf(params)
    await door.changeDossier(DIPLOMAS, idOf(params), (tx) =>
      revokeDiploma(tx, issuingOf(door), { number, reason }),
    )
    return { to: `/register/diplomas/${idOf(params)}/${number}`, done: 'diploma-revoked' }
  },
})
