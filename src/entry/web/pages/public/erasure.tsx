import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { findProgress, type Progress } from '#duties/erasure/list.ts'
import {
  DescriptionList,
  LinkButton,
  Moment,
  Notice,
  PageHeader,
  Stack,
  Steps,
  Words,
} from '#entry/web/components/index.ts'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { CAUSE_WORDS, partTitle } from '#entry/web/pages/retention/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'

const words = {
  title: { nl: 'Een verwijdering', en: 'An erasure' },
  lead: {
    nl: 'Deze pagina kent u alleen aan een nummer. Wie u bent, staat hier niet, en straks nergens meer.',
    en: 'This page knows you by a number only. Who you are is not here, and soon nowhere.',
  },
  steps: { nl: 'Hoe ver het is', en: 'How far it is' },
  ordered: { nl: 'Gevraagd', en: 'Asked' },
  registered: { nl: 'Sleutel vernietigd', en: 'Key destroyed' },
  deleted: { nl: 'Gegevens weg', en: 'Data gone' },
  reread: { nl: 'Nagelezen', en: 'Read over' },
  closed: { nl: 'Afgerond', en: 'Finished' },
  entry: { nl: 'Uit het register', en: 'From the register' },
  number: { nl: 'Nummer', en: 'Number' },
  part: { nl: 'Wat', en: 'What' },
  cause: { nl: 'Waarom', en: 'Why' },
  held: {
    nl: 'Er geldt een bewaarplicht. Zodra die voorbij is, gaat de verwijdering verder.',
    en: 'There is a duty to keep it. As soon as that is over, the erasure goes on.',
  },
  done: {
    nl: 'Het is verwijderd. Niemand kan het terughalen, ook wij niet. In oude reservekopieën staan nog versleutelde resten; zonder de sleutel zijn die niet te lezen, en ze worden bij terugzetten meteen weer verwijderd.',
    en: 'It has been erased. Nobody can bring it back, nor can we. Old backups still hold encrypted remains; without the key nobody can read them, and when a backup is restored they are erased again at once.',
  },
  again: { nl: 'Opnieuw kijken', en: 'Look again' },
} satisfies Record<string, Text>

/** How far an erasure is, for whoever has its number: nothing of whom. */
export const erasurePage = page('/verwijderingen/:id', {
  read: async (door, params) => {
    const id = idOf(params)
    const { progress } = await door.publicly({ progress: findProgress(id) })
    const [found] = progress
    if (!found) throw new AppError('NOT_FOUND')
    return { ...found, id }
  },
  view: (progress, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader title={words.title} lead={words.lead} />
      <Stack gap="large">
        <Steps
          label={words.steps}
          steps={[words.ordered, words.registered, words.deleted, words.reread, words.closed]}
          current={rankOf(progress)}
        />
        {progress.closedAt && (
          <Notice tone="success">
            <Words of={words.done} />
          </Notice>
        )}
        {progress.held && (
          <Notice tone="warning">
            <Words of={words.held} />
          </Notice>
        )}
        <DescriptionList
          items={[
            { term: words.number, value: progress.id },
            { term: words.part, value: partTitle(progress.part, door.language) },
            {
              term: words.cause,
              value: CAUSE_WORDS[progress.cause]?.[door.language] ?? progress.cause,
            },
            { term: words.ordered, value: <Moment at={progress.orderedAt} /> },
            { term: words.deleted, value: moment(progress.deletedAt) },
            { term: words.closed, value: moment(progress.closedAt) },
          ]}
        />
        {!progress.closedAt && (
          <LinkButton href={`/verwijderingen/${progress.id}`} label={words.again} look="plain" />
        )}
      </Stack>
    </Screen>
  ),
})

function moment(at: Date | null): JSX.Element | string {
  return at ? <Moment at={at} /> : '–'
}

const LAST = 5

function rankOf({ registeredAt, deletedAt, rereadAt, closedAt }: Progress): number {
  if (closedAt) return LAST
  return [true, registeredAt, deletedAt, rereadAt].filter(Boolean).length
}
