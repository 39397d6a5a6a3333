import { z } from 'zod'
import {
  EmptyState,
  ErrorSummary,
  Form,
  PageHeader,
  SelectField,
} from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import type { Text } from '#kernel/language.ts'
import { giveSort, listOtherParties } from '#modules/registry/index.ts'
import { INSTITUTION_ROLE, INSTITUTIONS, PROGRAMMING, programming, readRegister } from './desk.ts'
import { SortFields, sortInput } from './sort-fields.tsx'

const words = {
  title: { nl: 'Een bestaande partij laten opleiden', en: 'Make an existing party an institution' },
  lead: {
    nl: 'De partij wordt zorginstelling of opleidingsinstituut. Wie nu al namens haar inlogt, beheert daarna haar accounts en controleert haar studenten.',
    en: 'The party becomes a care institution or a training institute. Whoever signs in for it now then looks after its accounts and verifies its students.',
  },
  party: { nl: 'Partij', en: 'Party' },
  give: { nl: 'Als instelling toevoegen', en: 'Add as an institution' },
  none: { nl: 'Er zijn geen andere partijen', en: 'There are no other parties' },
  noneWhy: {
    nl: 'Alle partijen zijn al een instelling. Een nieuwe voegt u toe bij Instellingen.',
    en: 'All parties are institutions already. You can add a new one under Institutions.',
  },
} satisfies Record<string, Text>

/** Lets a party that the register works with already train. */
export const institutionRolePage = formPage(INSTITUTION_ROLE, {
  input: z.object({ partyId: z.uuid(), ...sortInput }),
  labels: { ...TRAINING, partyId: words.party },
  read: async (door) =>
    (await readRegister(door, PROGRAMMING, 'institutions', { parties: listOtherParties })).parties,
  view: (parties, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: TRAINING.institutions, href: INSTITUTIONS }]}
      />
      <ErrorSummary errors={form.faults} />
      {parties.length === 0 ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="people" />
      ) : (
        <Form
          action={INSTITUTION_ROLE}
          submit={words.give}
          cancelHref={INSTITUTIONS}
          formId={form.formId}
        >
          <SelectField
            name="partyId"
            label={words.party}
            options={parties.map(({ partyId, name }) => ({ value: partyId, label: name }))}
            value={form.value('partyId')}
            error={form.fault('partyId')}
            required
          />
          <SortFields form={form} />
        </Form>
      )}
    </Screen>
  ),
  act: async ({ door, input }) => {
    await once(() => programming(door, (tx) => giveSort(tx, input)))
    return { to: `${INSTITUTIONS}/${input.partyId}`, done: 'saved' }
  },
})
