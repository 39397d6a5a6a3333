import { z } from 'zod'
import { listComplaints, listMembers } from '#duties/complaints/complaint.ts'
import { makeComplaint } from '#duties/complaints/entry.ts'
import {
  Badge,
  Card,
  CheckboxGroup,
  DateText,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeader,
  Stack,
  TextArea,
  TextField,
} from '#entry/web/components/index.ts'
import { formPage, once, textList } from '#entry/web/http/form.tsx'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { postOf } from '#entry/web/pages/answering/post.ts'
import { AppError } from '#kernel/error.ts'
import { OWN, OWN_COMPLAINTS as HOME } from './own-case.ts'
import { ownWords as words } from './own-words.ts'
import { stateLook } from './words.ts'

/** One's own complaints. */
export const ownComplaintsPage = page(HOME, {
  read: async (door) => (await door.list(OWN, 'own-complaints', { all: listComplaints })).all,
  view: (all, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={<LinkButton href={`${HOME}/nieuw`} label={words.write} icon="speech" />}
      />
      <Stack>
        {all.length === 0 && <EmptyState title={words.none} lead={words.noneWhy} icon="speech" />}
        {all.map((complaint) => (
          <Card
            title={complaint.subject}
            level={2}
            href={`${HOME}/${complaint.id}`}
            status={<Badge {...stateLook(complaint)} />}
            meta={
              <>
                {complaint.number} · <DateText day={complaint.receivedOn} />
              </>
            }
          />
        ))}
      </Stack>
    </Screen>
  ),
})

const input = z.object({
  subject: z.string().trim().min(1).max(200),
  words: z.string().trim().min(1).max(8000),
  wish: z.string().trim().max(2000),
  about: z.preprocess(textList, z.array(z.uuid()).max(20)),
})

/** Writes a complaint. */
export const ownComplaintEntryPage = formPage(`${HOME}/nieuw`, {
  input,
  labels: { subject: words.subject, words: words.what },
  read: async (door) => (await door.list(OWN, 'own-complaints', { members: listMembers })).members,
  view: (members, form, door) => (
    <Screen door={door} title={words.write} width="narrow" open>
      <PageHeader
        title={words.write}
        lead={words.writeWhy}
        breadcrumbs={[{ label: words.title, href: HOME }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form action={`${HOME}/nieuw`} submit={words.send} cancelHref={HOME} formId={form.formId}>
        <TextField
          name="subject"
          label={words.subject}
          hint={words.subjectWhy}
          value={form.value('subject')}
          error={form.fault('subject')}
          maxLength={200}
          required
        />
        <TextArea
          name="words"
          label={words.what}
          value={form.value('words')}
          error={form.fault('words')}
          maxLength={8000}
          height="tall"
          required
        />
        <TextArea
          name="wish"
          label={words.wish}
          value={form.value('wish')}
          error={form.fault('wish')}
          maxLength={2000}
        />
        <CheckboxGroup
          name="about"
          label={words.about}
          hint={words.aboutWhy}
          options={members.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          values={form.chosen('about')}
          error={form.fault('about')}
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, input: complaint, formId }) => {
    await door.list(OWN, 'own-complaints', {})
    const { me, language } = door
    if (!me) throw new AppError('SIGNED_OUT')
    const own = { id: formId, accountId: me.accountId, name: me.name, language }
    await once(() =>
      door.change(OWN, (tx) => makeComplaint(tx, { ...own, ...complaint }, postOf(door))),
    )
    return { to: `${HOME}/${formId}`, done: 'complaint-made' }
  },
})
