import { z } from 'zod'
import { inviteForParty } from '#accounts/index.ts'
import {
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeader,
  Section,
  Stack,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { InviteFields } from '#entry/web/pages/registry/invite-fields.tsx'
import { AccreditationTable } from '#entry/web/pages/registry/accreditation-table.tsx'
import { FoundList } from '#entry/web/pages/registry/found-list.tsx'
import { readPagedAddress } from '#entry/web/pages/registry/paged-address.ts'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import { titleOf } from '#entry/web/pages/rights/office.ts'
import { emailOrEmpty, requiredText } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  findInstitution,
  INSTITUTIONS_PAGE,
  listAccreditations,
  listInstitutions,
  openInstitution,
} from '#modules/registry/index.ts'
import { SORTS, SortFields, sortInput } from './sort-fields.tsx'
import {
  ACCREDITATIONS,
  INSTITUTION_ROLE,
  INSTITUTIONS,
  PROGRAMMING,
  programming,
  readRegister,
} from './desk.ts'

const words = {
  lead: {
    nl: 'Zorginstellingen waar studenten werken, en instituten die hen opleiden.',
    en: 'Care institutions that employ students, and institutes that train them.',
  },
  accounts: { nl: 'Accounts', en: 'Accounts' },
  search: { nl: 'Zoek op naam of plaats', en: 'Search by name or town' },
  none: { nl: 'Geen instellingen gevonden', en: 'No institutions found' },
  noneWhy: {
    nl: 'Zoek anders, of voeg de instelling hieronder toe.',
    en: 'Try another search, or add the institution below.',
  },
  existing: {
    nl: 'Een bestaande partij laten opleiden',
    en: 'Make an existing party an institution',
  },
  add: { nl: 'Instelling toevoegen', en: 'Add an institution' },
  invite: { nl: 'Iemand uitnodigen', en: 'Invite somebody' },
  inviteLead: {
    nl: 'Wie hier het eerst meedoet, wordt beheerder van de instelling en nodigt daarna zelf collega’s uit.',
    en: 'The first to join becomes the administrator of the institution, and can then invite colleagues.',
  },
  send: { nl: 'Uitnodigen', en: 'Invite' },
  noAccreditations: { nl: 'Nog geen erkenningen', en: 'No accreditations yet' },
} satisfies Record<string, Text>

/** All institutions, and adding one. */
export const institutionsPage = formPage(INSTITUTIONS, {
  input: z.object({
    name: requiredText(200),
    ...sortInput,
    email: emailOrEmpty(),
  }),
  labels: { ...TRAINING, ...words },
  read: async (door) => {
    const asked = readPagedAddress(door.visit.query)
    const { rows } = await readRegister(door, PROGRAMMING, 'institutions', {
      rows: listInstitutions(asked),
    })
    return { asked, rows }
  },
  view: ({ asked, rows }, form, door) => (
    <Screen door={door} title={TRAINING.institutions}>
      <PageHeader
        title={TRAINING.institutions}
        lead={words.lead}
        action={<LinkButton href={INSTITUTION_ROLE} label={words.existing} look="plain" />}
      />
      <Stack gap="large">
        <FoundList
          path={INSTITUTIONS}
          label={words.search}
          asked={asked}
          rows={rows}
          size={INSTITUTIONS_PAGE}
        >
          <DataTable
            caption={TRAINING.institutions}
            captionHidden
            rows={rows}
            href={({ partyId }) => `${INSTITUTIONS}/${partyId}`}
            columns={[
              { title: TRAINING.name, cell: ({ name }) => name },
              { title: TRAINING.sort, cell: ({ sort }) => <Words of={SORTS[sort]} /> },
              { title: TRAINING.city, cell: ({ city }) => city },
              { title: words.accounts, cell: ({ accounts }) => String(accounts), align: 'end' },
            ]}
            empty={<EmptyState title={words.none} lead={words.noneWhy} icon="people" />}
          />
        </FoundList>
        <ErrorSummary errors={form.faults} />
        <Section title={words.add}>
          <Form action={INSTITUTIONS} submit={words.add} formId={form.formId}>
            <TextField
              name="name"
              label={TRAINING.name}
              value={form.value('name')}
              error={form.fault('name')}
              required
            />
            <SortFields form={form} />
            <TextField
              name="email"
              type="email"
              label={TRAINING.email}
              value={form.value('email')}
              error={form.fault('email')}
            />
          </Form>
        </Section>
      </Stack>
    </Screen>
  ),
  act: async ({ door, formId, input: { email, ...rest } }) => {
    const institution = { ...rest, partyId: formId, email: email === '' ? null : email }
    await once(() => programming(door, (tx) => openInstitution(tx, institution)))
    return { to: `${INSTITUTIONS}/${formId}`, done: 'saved' }
  },
})

/** One institution: its accreditations, and whom to invite. */
export const institutionPage = formPage(`${INSTITUTIONS}/:id`, {
  input: z.object({
    name: requiredText(200),
    email: z.email().max(254),
    language: z.enum(['nl', 'en']),
  }),
  labels: TRAINING,
  read: async (door, params) => {
    const partyId = idOf(params)
    const { found, rows } = await readRegister(door, PROGRAMMING, 'institutions', {
      found: findInstitution(partyId),
      rows: listAccreditations({ partyId }),
    })
    const [institution] = found
    if (!institution) throw new AppError('NOT_FOUND')
    return { institution, rows }
  },
  view: ({ institution, rows }, form, door) => (
    <Screen door={door} title={institution.name}>
      <PageHeader
        title={institution.name}
        lead={SORTS[institution.sort]}
        breadcrumbs={[{ label: TRAINING.institutions, href: INSTITUTIONS }]}
      />
      <Stack gap="large">
        <ErrorSummary errors={form.faults} />
        <Section title={TRAINING.accreditations}>
          <AccreditationTable
            rows={rows}
            href={({ id }) => `${ACCREDITATIONS}/${id}`}
            empty={<EmptyState title={words.noAccreditations} icon="file" />}
          />
        </Section>
        <Section title={words.invite} lead={words.inviteLead}>
          <Form
            action={`${INSTITUTIONS}/${institution.partyId}`}
            submit={words.send}
            formId={form.formId}
          >
            <InviteFields form={form} />
          </Form>
        </Section>
      </Stack>
    </Screen>
  ),
  act: async ({ door, params, formId, input }) => {
    const partyId = idOf(params)
    const { organisation: id, site } = door.visit
    const organisation = { id, title: titleOf(door) }
    await once(() =>
      programming(door, (tx) =>
        inviteForParty(tx, site.outbox, { id: formId, partyId, organisation, ...input }),
      ),
    )
    return { to: `${INSTITUTIONS}/${partyId}`, done: 'colleague-invited' }
  },
})
