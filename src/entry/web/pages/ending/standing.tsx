import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  DataTable,
  DescriptionList,
  formatDay,
  HiddenField,
  Notice,
  Section,
  Stack,
  Stat,
  Stats,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { type Ending, ENDING_REASONS, type EndingProgress } from '#modules/practice/index.ts'

const words = {
  declared: { nl: 'Het einde is gemeld', en: 'The end was declared' },
  declaredWhy: {
    nl: 'Er gebeurt nog niets: iemand anders moet het bevestigen.',
    en: 'Nothing happens yet: somebody else must confirm it.',
  },
  confirmed: { nl: 'De praktijk stopt', en: 'The practice ends' },
  confirmedWhy: {
    nl: 'Cliënten krijgen bericht. De opvolger ziet wie zij zijn en hoe zij te bereiken zijn, en een dossier pas als de cliënt dat kiest.',
    en: 'Clients are told. The successor sees who they are and how to reach them, and a dossier only once its client chooses that.',
  },
  carried: { nl: 'Alles is overgedragen of afgesloten', en: 'All was handed over or closed' },
  carriedWhy: {
    nl: 'De opvolger heeft de functie niet meer. Wat is afgesloten, gaat vanzelf weg na zijn termijn.',
    en: 'The successor no longer has the function. What was closed goes by itself after its term.',
  },
  by: { nl: 'Gemeld door', en: 'Declared by' },
  reason: { nl: 'Reden', en: 'Reason' },
  successor: { nl: 'Opvolger', en: 'Successor' },
  endsOn: { nl: 'Laatste dag', en: 'Last day' },
  chooseBy: { nl: 'Cliënten kiezen tot en met', en: 'Clients choose until' },
  confirm: { nl: 'Bevestigen', en: 'Confirm' },
  revoke: { nl: 'Intrekken', en: 'Take back' },
  progress: { nl: 'Hoe ver het is', en: 'How far it is' },
  dossiers: { nl: 'Dossiers', en: 'Dossiers' },
  told: { nl: 'Verteld', en: 'Told' },
  toTransfer: { nl: 'Kozen voor overdragen', en: 'Chose handing over' },
  toClose: { nl: 'Kozen voor afsluiten', en: 'Chose closing' },
  toDestroy: { nl: 'Kozen voor vernietigen', en: 'Chose destroying' },
  transferred: { nl: 'Overgedragen', en: 'Handed over' },
  closed: { nl: 'Afgesloten', en: 'Closed' },
  destroyed: { nl: 'Gaan weg zodra het mag', en: 'Go as soon as they may' },
  letters: { nl: 'Wie een brief moet krijgen', en: 'Who must get a letter' },
  lettersLead: {
    nl: 'Deze cliënten hebben geen account. Stuur hun een brief en leg dat hier vast. De opvolger ziet hun namen en gegevens.',
    en: 'These clients have no account. Send them a letter and record that here. The successor sees their names and details.',
  },
  dossier: { nl: 'Dossier', en: 'Dossier' },
  letter: { nl: 'Brief', en: 'Letter' },
  sent: { nl: 'Brief is verstuurd', en: 'Letter was sent' },
} satisfies Record<string, Text>

interface StandingProps {
  readonly ending: Ending
  readonly path: string
}

/** What was declared, and what can be done about it. */
export function Standing({ ending, path }: StandingProps): JSX.Element {
  const { language } = useView()
  const { id, reason, endsOn, chooseBy, successor, declaredBy, confirmedAt, carriedAt, own } =
    ending
  const [title, why] = carriedAt
    ? [words.carried, words.carriedWhy]
    : confirmedAt
      ? [words.confirmed, words.confirmedWhy]
      : [words.declared, words.declaredWhy]
  return (
    <Section title={title}>
      <Stack>
        <Notice tone={carriedAt ? 'success' : 'warning'}>
          <p>
            <Words of={why} />
          </p>
        </Notice>
        <DescriptionList
          items={[
            { term: words.reason, value: <Words of={ENDING_REASONS[reason]} /> },
            { term: words.endsOn, value: formatDay(endsOn, language) },
            { term: words.chooseBy, value: formatDay(chooseBy, language) },
            { term: words.successor, value: successor },
            { term: words.by, value: declaredBy },
          ]}
        />
        {!carriedAt && (
          <Actions>
            {!confirmedAt && !own && (
              <ActionForm action={`${path}/${id}/bevestigen`} label={words.confirm} />
            )}
            <ActionForm action={`${path}/${id}/intrekken`} label={words.revoke} look="plain" />
          </Actions>
        )}
      </Stack>
    </Section>
  )
}

interface ProgressProps {
  readonly progress: EndingProgress
  readonly path: string
}

/** How many were told, chose and were settled, and who must still get a letter. */
export function Progress({ progress, path }: ProgressProps): JSX.Element {
  const letters = progress.by_letter ?? []
  return (
    <>
      <Section title={words.progress}>
        <Stats>
          <Stat label={words.dossiers} value={Number(progress.dossiers)} />
          <Stat label={words.told} value={Number(progress.told)} />
          <Stat label={words.toTransfer} value={Number(progress.chose_transfer)} />
          <Stat label={words.toClose} value={Number(progress.chose_close)} />
          <Stat label={words.toDestroy} value={Number(progress.chose_destroy)} />
          <Stat label={words.transferred} value={Number(progress.transferred)} />
          <Stat label={words.closed} value={Number(progress.closed)} />
          <Stat label={words.destroyed} value={Number(progress.destroyed)} />
        </Stats>
      </Section>
      {letters.length > 0 && (
        <Section title={words.letters} lead={words.lettersLead}>
          <DataTable
            caption={words.letters}
            captionHidden
            rows={letters}
            columns={[
              { title: words.dossier, cell: (reference) => reference },
              {
                title: words.letter,
                cell: (reference) => (
                  <ActionForm action={`${path}/brief`} label={words.sent} look="plain" size="small">
                    <HiddenField name="reference" value={reference} />
                  </ActionForm>
                ),
              },
            ]}
            empty={null}
          />
        </Section>
      )}
    </>
  )
}
