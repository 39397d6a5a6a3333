import { z } from 'zod'
import { TOLD_WAYS } from '#duties/consent/answer.ts'
import { ErrorSummary, Form, RadioGroup } from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { type Desk, openFile } from '#entry/web/pages/work/desk.ts'
import { postToClient } from '#entry/web/pages/work/post.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { enterWithdrawal } from '#modules/practice/index.ts'
import { DossierStepScreen } from './screen.tsx'
import { isOpenForWriting } from './writing.ts'

const words = {
  title: { nl: 'De cliënt trekt de toestemming in', en: 'The client withdraws the consent' },
  lead: {
    nl: 'Wat op deze toestemming rust, eindigt meteen. De cliënt hoeft geen reden te geven en krijgt bericht.',
    en: 'Whatever rests on this consent ends at once. The client need not give a reason and is told.',
  },
  way: { nl: 'Hoe liet de cliënt het weten?', en: 'How did the client let you know?' },
  choose: { nl: 'Kies hoe de cliënt het liet weten.', en: 'Choose how the client let you know.' },
  letter: { nl: 'Met een brief', en: 'By letter' },
  phone: { nl: 'Per telefoon', en: 'By phone' },
  email: { nl: 'Per e-mail', en: 'By e-mail' },
  conversation: { nl: 'In een gesprek', en: 'In a conversation' },
  save: { nl: 'Intrekking vastleggen', en: 'Record the withdrawal' },
} satisfies Record<string, Text>

/** Where a withdrawal is entered that came by letter, phone, e-mail or in a conversation. */
export function toldWithdrawalPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/toestemmingen/:consent/ingetrokken`, {
    input: z.object({ way: z.enum(TOLD_WAYS, { error: because(words.choose) }) }),
    labels: { way: words.way },
    read: async (door, params) => {
      const file = await openFile(door, desk, params)
      const consent = file.dossier.consents.find(({ id }) => id === params['consent'])
      if (consent?.state !== 'given' || !isOpenForWriting(file, 'consent_requests')) {
        throw new AppError('NOT_FOUND')
      }
      return { file, path: `${file.path}/toestemmingen/${consent.id}` }
    },
    view: ({ file, path }, form, door) => (
      <DossierStepScreen
        door={door}
        file={file}
        part="consents"
        title={words.title}
        lead={words.lead}
      >
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${path}/ingetrokken`}
          submit={words.save}
          cancelHref={path}
          formId={form.formId}
        >
          <RadioGroup
            name="way"
            label={words.way}
            required
            value={form.value('way')}
            error={form.fault('way')}
            options={TOLD_WAYS.map((value) => ({ value, label: words[value] }))}
          />
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, params, input: { way } }) => {
      const id = idOf(params)
      const requestId = idOf(params, 'consent')
      await door.changeDossier(desk.activity, id, (tx) =>
        enterWithdrawal(tx, { requestId, way, post: postToClient(door, id) }),
      )
      return { to: `${desk.path}/${id}/toestemmingen/${requestId}`, done: 'withdrawal-recorded' }
    },
  })
}
