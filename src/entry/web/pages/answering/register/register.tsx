import { z } from 'zod'
import { writeRemark } from '#duties/register/remark.ts'
import {
  Actions,
  Badge,
  Card,
  DataTable,
  DateText,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeader,
  Panel,
  Section,
  Stack,
  TextArea,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { readWholeRegister } from './read.ts'

const words = {
  title: { nl: 'Register van verwerkingen', en: 'Register of processing' },
  lead: {
    nl: 'Alles wat wij met gegevens doen, zoals artikel 30 van de AVG het vraagt. Het volgt uit de verklaring: wat hier niet staat, kan de software niet.',
    en: 'All that we do with data, as article 30 of the GDPR asks. It follows from the statement: what is not here, the software cannot do.',
  },
  activity: { nl: 'Verwerking', en: 'Processing' },
  purpose: { nl: 'Doel', en: 'Purpose' },
  basis: { nl: 'Grondslag', en: 'Lawful basis' },
  special: { nl: 'Bijzondere gegevens', en: 'Special data' },
  yes: { nl: 'Ja', en: 'Yes' },
  remark: { nl: 'Opmerking', en: 'Remark' },
  remarked: { nl: 'Opgemerkt', en: 'Remarked' },
  none: { nl: 'De verklaring kent geen verwerkingen', en: 'The statement knows no processing' },
  take: { nl: 'Meenemen', en: 'Take along' },
  takeWhy: {
    nl: 'Het hele register, met overeenkomsten en opmerkingen.',
    en: 'The whole register, with agreements and remarks.',
  },
  xlsx: { nl: 'Werkblad (XLSX)', en: 'Workbook (XLSX)' },
  pdf: { nl: 'Op papier (PDF)', en: 'On paper (PDF)' },
  jsonld: { nl: 'Voor machines (JSON-LD)', en: 'For machines (JSON-LD)' },
  ledger: {
    nl: 'Logboek, in termen van Logboek Dataverwerkingen',
    en: 'Ledger, in terms of Logboek Dataverwerkingen',
  },
  ledgerWhy: {
    nl: 'De regels van de laatste zeven dagen. Elke regel verwijst naar de verwerking in dit register, in de versie die toen gold.',
    en: 'The lines of the last seven days. Each leads to the processing in this register, in the version that held then.',
  },
  ledgerFile: { nl: 'Regels van het logboek (JSON Lines)', en: 'Lines of the ledger (JSON Lines)' },
  number: { nl: 'Nummer', en: 'Number' },
  ground: { nl: 'Wet of belang', en: 'Law or interest' },
  subjects: { nl: 'Over wie', en: 'About whom' },
  by: { nl: 'Door wie', en: 'By whom' },
  recipients: { nl: 'Ontvangers', en: 'Recipients' },
  noRecipients: { nl: 'Geen', en: 'None' },
  measures: { nl: 'Beveiliging', en: 'Security' },
  categories: { nl: 'Soorten gegevens', en: 'Kinds of data' },
  category: { nl: 'Soort gegevens', en: 'Kind of data' },
  kept: { nl: 'Hoe lang', en: 'How long' },
  remarkWhy: {
    nl: 'Wat de verklaring niet zegt en u wilt vastleggen. Eerdere opmerkingen blijven bewaard.',
    en: 'What the statement does not say and you want to record. Earlier remarks stay.',
  },
  save: { nl: 'Opslaan', en: 'Save' },
} satisfies Record<string, Text>

export const REGISTER = '/privacy/register'

/** All processing activities. */
export const registerPage = page(REGISTER, {
  read: readWholeRegister,
  view: ({ entries, remarks }, door) => {
    const remarked = new Set(remarks.filter(({ remark }) => remark).map((each) => each.activity))
    return (
      <Screen door={door} title={words.title}>
        <PageHeader title={words.title} lead={words.lead} />
        <Stack gap="large">
          <DataTable
            caption={words.title}
            captionHidden
            rows={entries}
            href={({ activity }) => `${REGISTER}/${activity}`}
            columns={[
              { title: words.activity, cell: ({ title }) => title },
              { title: words.purpose, cell: ({ purpose }) => purpose },
              { title: words.basis, cell: ({ basis }) => basis },
              {
                title: words.special,
                cell: ({ special }) =>
                  special.length > 0 && <Badge label={words.yes} tone="warning" icon="alert" />,
              },
              {
                title: words.remark,
                cell: ({ activity }) =>
                  remarked.has(activity) && <Badge label={words.remarked} icon="speech" />,
              },
            ]}
            empty={<EmptyState title={words.none} icon="file" />}
          />
          <Section title={words.take} lead={words.takeWhy}>
            <Actions>
              <LinkButton
                href={`${REGISTER}/bestand/xlsx`}
                label={words.xlsx}
                look="plain"
                icon="download"
              />
              <LinkButton
                href={`${REGISTER}/bestand/pdf`}
                label={words.pdf}
                look="plain"
                icon="download"
              />
              <LinkButton
                href={`${REGISTER}/bestand/jsonld`}
                label={words.jsonld}
                look="plain"
                icon="download"
              />
            </Actions>
          </Section>
          <Section title={words.ledger} lead={words.ledgerWhy}>
            <LinkButton
              href={`${REGISTER}/bestand/logboek`}
              label={words.ledgerFile}
              look="plain"
              icon="download"
            />
          </Section>
        </Stack>
      </Screen>
    )
  },
})

/** One processing activity, with the officer's remark. */
export const registerEntryPage = formPage(`${REGISTER}/:activity`, {
  input: z.object({ remark: z.string().trim().max(4000) }),
  labels: { remark: words.remark },
  read: async (door, params) => {
    const { entries, remarks } = await readWholeRegister(door)
    const entry = entries.find(({ activity }) => activity === params['activity'])
    if (!entry) throw new AppError('NOT_FOUND')
    return { entry, remark: remarks.find(({ activity }) => activity === entry.activity) }
  },
  view: ({ entry, remark }, form, door) => (
    <Screen door={door} title={entry.title}>
      <PageHeader
        title={entry.title}
        lead={entry.purpose}
        breadcrumbs={[{ label: words.title, href: REGISTER }]}
      />
      <ErrorSummary errors={form.faults} />
      <Stack gap="large">
        <DescriptionList
          items={[
            { term: words.number, value: entry.id },
            { term: words.basis, value: entry.basis },
            { term: words.ground, value: entry.ground },
            { term: words.subjects, value: entry.subjects.join('; ') },
            { term: words.by, value: entry.by.join('; ') },
            ...(entry.special.length > 0
              ? [{ term: words.special, value: entry.special.join('; ') }]
              : []),
            {
              term: words.recipients,
              value: entry.recipients
                .map(({ name, country, safeguard }) =>
                  [name, country, safeguard].filter(Boolean).join(', '),
                )
                .join('; ') || <Words of={words.noRecipients} />,
            },
            { term: words.measures, value: entry.measures.map((measure) => <p>{measure}</p>) },
          ]}
        />
        <Section title={words.categories}>
          <DataTable
            caption={words.categories}
            captionHidden
            rows={entry.categories}
            columns={[
              { title: words.category, cell: ({ says }) => says },
              { title: words.kept, cell: ({ kept }) => kept },
            ]}
            empty={<EmptyState title={words.none} icon="file" />}
          />
        </Section>
        <Section title={words.remark} lead={words.remarkWhy}>
          <Stack>
            {remark && remark.remark !== '' && (
              <Card
                meta={
                  <>
                    {remark.writtenBy}, <DateText day={remark.writtenAt} />
                  </>
                }
              >
                <WrittenText text={remark.remark} />
              </Card>
            )}
            <Panel>
              <Form
                action={`${REGISTER}/${entry.activity}`}
                submit={words.save}
                formId={form.formId}
              >
                <TextArea
                  name="remark"
                  label={words.remark}
                  value={form.value('remark', remark?.remark)}
                  error={form.fault('remark')}
                  maxLength={4000}
                />
              </Form>
            </Panel>
          </Stack>
        </Section>
      </Stack>
    </Screen>
  ),
  act: async ({ door, params, input: { remark }, formId }) => {
    const activity = params['activity'] ?? ''
    await once(() =>
      door.change('register-keeping', (tx) => writeRemark(tx, { id: formId, activity, remark })),
    )
    return { to: `${REGISTER}/${activity}`, done: 'saved' }
  },
})
