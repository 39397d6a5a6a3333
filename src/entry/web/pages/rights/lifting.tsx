import { z } from 'zod'
import { markTold, tellPerson } from '#duties/rights/desk.ts'
import { announceLifting } from '#duties/rights/restriction.ts'
import { DateField, ErrorSummary, Form, PageHeader } from '#entry/web/components/index.ts'
import { act, formPage } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { readDeskFile } from './desk-request.ts'
import { RIGHTS } from './look.ts'
import { DESK_PATH, deskOf, HANDLING } from './office.ts'

const words = {
  title: { nl: 'Einde van de beperking aankondigen', en: 'Announce the end of the restriction' },
  lead: {
    nl: 'De persoon krijgt nu bericht. Op de dag die u kiest, is het dossier weer te gebruiken.',
    en: 'The person is told now. On the day that you choose, the dossier can be used again.',
  },
  day: { nl: 'Dag waarop de beperking eindigt', en: 'Day on which it ends' },
  save: { nl: 'Aankondigen', en: 'Announce' },
} satisfies Record<string, Text>

/** Says when a restriction ends; the person hears it first. */
export const liftingPage = formPage(`${DESK_PATH}/:id/beperking/:restriction`, {
  input: z.object({ day: z.iso.date() }),
  read: readDeskFile,
  view: ({ request }, form, door) => {
    const path = `${DESK_PATH}/${request.id}`
    return (
      <Screen door={door} title={words.title} width="narrow">
        <PageHeader
          title={words.title}
          lead={words.lead}
          breadcrumbs={[
            { label: RIGHTS.requests, href: DESK_PATH },
            { label: request.number, href: path },
          ]}
        />
        <ErrorSummary errors={form.faults} />
        <Form action={door.visit.path} submit={words.save} cancelHref={path} formId={form.formId}>
          <DateField
            name="day"
            label={words.day}
            value={form.value('day')}
            error={form.fault('day')}
            required
          />
        </Form>
      </Screen>
    )
  },
  act: async ({ door, params, input: { day } }) => {
    const id = idOf(params)
    await door.change(HANDLING, async (tx) => {
      await announceLifting(tx, idOf(params, 'restriction'), day)
      await tellPerson(tx, deskOf(door), id)
    })
    return { to: `${DESK_PATH}/${id}`, done: 'lifting-announced' }
  },
})

/** A recipient without an address was told in another way. */
export const toldAct = act(`${DESK_PATH}/:id/ontvangers/:notice`, async ({ door, params }) => {
  await door.change(HANDLING, (tx) => markTold(tx, idOf(params, 'notice')))
  return { to: `${DESK_PATH}/${idOf(params)}`, done: 'saved' }
})
