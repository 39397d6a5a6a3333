import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import type { Complaint } from '#duties/complaints/complaint.ts'
import { hearSide, withdrawComplaint } from '#duties/complaints/handling.ts'
import { ErrorSummary, Form, PageHeader, TextArea } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { OWN, OWN_COMPLAINTS as HOME, readOwn } from './own-case.ts'
import { ownWords as words } from './own-words.ts'

/** Adds something to one's own complaint. */
export const ownAdditionPage = formPage(`${HOME}/:id/aanvullen`, {
  input: z.object({ words: z.string().trim().min(1).max(8000) }),
  labels: { words: words.addWhat },
  read: readOwn,
  view: ({ complaint }, form, door) => (
    <OwnStep door={door} title={words.add} complaint={complaint}>
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${HOME}/${complaint.id}/aanvullen`}
        submit={words.send}
        cancelHref={`${HOME}/${complaint.id}`}
        formId={form.formId}
      >
        <TextArea
          name="words"
          label={words.addWhat}
          value={form.value('words')}
          error={form.fault('words')}
          maxLength={8000}
          height="tall"
          required
        />
      </Form>
    </OwnStep>
  ),
  act: async ({ door, params, input: { words: said }, formId }) => {
    const complaintId = idOf(params)
    const hearing = { side: 'complainant', way: 'mine', words: said } as const
    await once(() =>
      door.change(OWN, (tx) => hearSide(tx, { id: formId, complaintId, ...hearing })),
    )
    return { to: `${HOME}/${complaintId}`, done: 'saved' }
  },
})

/** Takes one's own complaint back. */
export const ownWithdrawalPage = formPage(`${HOME}/:id/intrekken`, {
  input: z.object({ reasons: z.string().trim().min(1).max(2000) }),
  labels: { reasons: words.withdrawWhy },
  read: readOwn,
  view: ({ complaint }, form, door) => (
    <OwnStep door={door} title={words.withdraw} complaint={complaint}>
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${HOME}/${complaint.id}/intrekken`}
        submit={words.withdraw}
        cancelHref={`${HOME}/${complaint.id}`}
        formId={form.formId}
      >
        <TextArea
          name="reasons"
          label={words.withdrawWhy}
          hint={words.withdrawLead}
          value={form.value('reasons')}
          error={form.fault('reasons')}
          maxLength={2000}
          required
        />
      </Form>
    </OwnStep>
  ),
  act: async ({ door, params, input: { reasons } }) => {
    const id = idOf(params)
    await once(() => door.change(OWN, (tx) => withdrawComplaint(tx, id, reasons)))
    return { to: `${HOME}/${id}`, done: 'saved' }
  },
})

interface StepProps {
  readonly door: Door
  readonly title: Text
  readonly complaint: Complaint
  readonly children?: Child
}

function OwnStep({ door, title, complaint, children }: StepProps): JSX.Element {
  return (
    <Screen door={door} title={title} width="narrow" open>
      <PageHeader
        title={title}
        breadcrumbs={[
          { label: words.title, href: HOME },
          { label: complaint.subject, href: `${HOME}/${complaint.id}` },
        ]}
      />
      {children}
    </Screen>
  )
}
