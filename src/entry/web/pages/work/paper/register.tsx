import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Badge,
  DataTable,
  DateText,
  dayOf,
  EmptyState,
  EndOfList,
  Moment,
  Muted,
  Notice,
  PageHeader,
  Reference,
  Section,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { COACH } from '#entry/web/pages/work/desk.ts'
import { ClientNameText } from '#entry/web/pages/work/person.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  destroyLeftover,
  PAPER_MOST,
  type PaperRegister,
  readRegister,
  type RegisteredFile,
  registerReads,
} from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Papieren dossiers', en: 'Paper files' },
  lead: {
    nl: 'Waar het papier van uw cliënten ligt. Buiten een gesprek ligt het achter slot.',
    en: 'Where the paper of your clients lies. Outside a consult it lies under lock.',
  },
  client: { nl: 'Cliënt', en: 'Client' },
  reference: { nl: 'Dossier', en: 'Dossier' },
  label: { nl: 'Code', en: 'Code' },
  place: { nl: 'Ligt in', en: 'Lies in' },
  state: { nl: 'Stand', en: 'State' },
  out: { nl: 'Meegenomen', en: 'Taken out' },
  mine: { nl: 'Bij u', en: 'With you' },
  overnight: { nl: 'Niet teruggelegd', en: 'Not brought back' },
  due: { nl: 'Vernietigen voor', en: 'Destroy before' },
  unknown: { nl: 'geen papier vastgelegd', en: 'no paper recorded' },
  some: {
    nl: 'Er is papier dat niet is teruggelegd. Leg het achter slot en leg dat hier vast.',
    en: 'There is paper that was not brought back. Put it under lock and record that here.',
  },
  destroy: { nl: 'Te vernietigen', en: 'To destroy' },
  destroyLead: {
    nl: 'De termijn van dit papier is bijna voorbij, of voorbij. Open het dossier en leg vast wanneer u het vernietigde.',
    en: 'The term of this paper is nearly over, or over. Open the dossier and record when you destroyed it.',
  },
  files: { nl: 'Alle papieren dossiers', en: 'All paper files' },
  none: { nl: 'Er zijn geen papieren dossiers', en: 'There are no paper files' },
  noneWhy: {
    nl: 'Een papieren dossier begint op de pagina Papier van een cliënt.',
    en: 'A paper file begins on the page Paper of a client.',
  },
  leftovers: { nl: 'Papier zonder dossier', en: 'Paper without a dossier' },
  leftoversLead: {
    nl: 'Het dossier is verwijderd, maar het papier lag er nog. Vernietig het en leg dat vast.',
    en: 'The dossier was erased, but its paper still lay there. Destroy it and record that.',
  },
  left: { nl: 'Sinds', en: 'Since' },
  gone: { nl: 'Vernietigd', en: 'Destroyed' },
} satisfies Record<string, Text>

/** The register of paper of all clients within reach. */
export const registerPage = page('/werk/papier', {
  read: async (door): Promise<PaperRegister> => {
    const access = await door.access(COACH.activity)
    if (!access.can('paper_moves', 'insert')) throw new AppError('NOT_FOUND')
    return readRegister(await door.list(COACH.activity, 'paper', registerReads(access)))
  },
  view: drawRegister,
})

/** Records that paper of a dossier that is gone was destroyed. */
export const destroyLeftoverAct = act('/werk/papier/:id/vernietigd', async ({ door, params }) => {
  const id = idOf(params)
  await door.change(COACH.activity, (tx) => destroyLeftover(tx, id, dayOf(new Date())))
  return { to: '/werk/papier', done: 'saved' }
})

function drawRegister({ files, leftovers }: PaperRegister, door: Door): JSX.Element {
  const due = files.filter(({ dueOn }) => dueOn !== undefined)
  return (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={words.lead} />
      {files.some(({ overnight }) => overnight) && (
        <Notice tone="warning">
          <p>
            <Words of={words.some} />
          </p>
        </Notice>
      )}
      {leftovers.length > 0 && (
        <Section title={words.leftovers} lead={words.leftoversLead}>
          <DataTable
            caption={words.leftovers}
            captionHidden
            rows={leftovers}
            columns={[
              { title: words.label, cell: ({ label }) => label },
              { title: words.place, cell: ({ place }) => place },
              { title: words.left, cell: ({ left_at }) => <Moment at={left_at} /> },
              {
                title: words.state,
                cell: ({ id }) => (
                  <ActionForm
                    action={`/werk/papier/${id}/vernietigd`}
                    label={words.gone}
                    look="danger"
                    size="small"
                  />
                ),
              },
            ]}
            empty={null}
          />
        </Section>
      )}
      {due.length > 0 && (
        <Section title={words.destroy} lead={words.destroyLead}>
          <FileTable files={due} caption={words.destroy} />
        </Section>
      )}
      <Section title={words.files}>
        <FileTable files={files.filter(({ label }) => label !== undefined)} caption={words.files} />
        <EndOfList read={files.length} most={PAPER_MOST} />
      </Section>
    </Screen>
  )
}

function FileTable(props: { files: readonly RegisteredFile[]; caption: Text }): JSX.Element {
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.files}
      href={({ dossierId }: RegisteredFile) => `${COACH.path}/${dossierId}/papier`}
      columns={[
        { title: words.client, cell: ({ name }) => <ClientNameText name={name} /> },
        { title: words.reference, cell: ({ reference }) => <Reference of={reference} /> },
        {
          title: words.label,
          cell: ({ label }) =>
            label ?? (
              <Muted>
                <Words of={words.unknown} />
              </Muted>
            ),
        },
        { title: words.place, cell: ({ place }) => place },
        { title: words.state, cell: (file) => <FileState of={file} /> },
        { title: words.due, cell: ({ dueOn }) => dueOn && <DateText day={dueOn} form="short" /> },
      ]}
      empty={<EmptyState title={words.none} lead={words.noneWhy} icon="file" />}
    />
  )
}

function FileState({ of }: { of: RegisteredFile }): JSX.Element | null {
  if (!of.outSince) return null
  if (of.overnight) return <Badge label={words.overnight} tone="warning" icon="alert" />
  return <Badge label={of.mine ? words.mine : words.out} tone="info" />
}
