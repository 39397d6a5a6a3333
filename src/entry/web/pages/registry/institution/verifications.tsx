import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DataTable,
  DateText,
  dayOf,
  EmptyState,
  LinkButton,
  PageHeader,
  Stack,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { ABOUTS, nameOf, programmeOf, TRAINING } from '#entry/web/pages/registry/words.ts'
import type { Text } from '#kernel/language.ts'
import {
  listOwnInstitutions,
  listToVerify,
  type OwnInstitution,
  type RegistrationLine,
} from '#modules/registry/index.ts'
import { listAddress, readInstitution } from '#entry/web/pages/registry/list-address.ts'
import { sideOf, STUDENTS, VERIFY, VERIFYING } from './desk.ts'
import { chosenOf, OwnSwitch } from './own-switch.tsx'

const words = {
  lead: {
    nl: 'Wat studenten indienden en u nog niet hebt gecontroleerd, het oudste eerst.',
    en: 'What students submitted and you have not verified yet, oldest first.',
  },
  many: { nl: 'Samen akkoord geven', en: 'Confirm together' },
  about: { nl: 'Wat', en: 'What' },
  submitted: { nl: 'Ingediend', en: 'Submitted' },
  none: { nl: 'Er is niets te controleren', en: 'There is nothing to verify' },
  noneWhy: {
    nl: 'Zodra een student iets indient, krijgt u het hier te zien.',
    en: 'What students submit appears here.',
  },
} satisfies Record<string, Text>

/** More than anybody looks through in one go. */
export const VERIFY_LIMIT = 2_000

export interface ToVerify {
  readonly institutions: readonly OwnInstitution[]
  readonly own: OwnInstitution | undefined
  readonly rows: readonly RegistrationLine[]
}

/** What waits for the institution of whoever asks, or for the one chosen, in one round trip. */
export async function readToVerify(door: Door): Promise<ToVerify> {
  const partyId = readInstitution(door.visit.query)
  const limit = VERIFY_LIMIT
  const access = await door.access(VERIFYING)
  const { institutions, care, training } = await door.list(VERIFYING, 'verifications', {
    institutions: listOwnInstitutions,
    care: listToVerify(access, { side: 'institution', partyId, limit }),
    training: listToVerify(access, { side: 'institute', partyId, limit }),
  })
  const own = chosenOf(institutions, partyId)
  return { institutions, own, rows: own && sideOf(own) === 'institute' ? training : care }
}

/** Where many of what waits for one institution are confirmed together. */
export function togetherPath(own: OwnInstitution | undefined): string {
  return listAddress(`${VERIFY}/samen`, own ? { institution: own.partyId } : {})
}

/** What is to be verified. */
export const verificationsPage = page(VERIFY, {
  read: readToVerify,
  view: ({ institutions, own, rows }, door) => (
    <Screen door={door} title={TRAINING.verifications}>
      <PageHeader
        title={TRAINING.verifications}
        lead={words.lead}
        action={
          rows.length > 1 && <LinkButton href={togetherPath(own)} label={words.many} icon="check" />
        }
      />
      <Stack>
        <OwnSwitch institutions={institutions} own={own} path={VERIFY} />
        <VerifyTable rows={rows} />
      </Stack>
    </Screen>
  ),
})

function VerifyTable({ rows }: { rows: readonly RegistrationLine[] }): JSX.Element {
  const { language } = useView()
  return (
    <DataTable
      caption={TRAINING.verifications}
      captionHidden
      rows={rows.slice(0, 200)}
      href={({ dossierId }) => `${STUDENTS}/${dossierId}`}
      columns={[
        { title: TRAINING.student, cell: nameOf },
        { title: TRAINING.programme, cell: (line) => programmeOf(line, language) },
        { title: words.about, cell: ({ about }) => about && <Words of={ABOUTS[about]} /> },
        {
          title: TRAINING.startsOn,
          cell: ({ startsOn }) => <DateText day={startsOn} form="short" />,
        },
        {
          title: words.submitted,
          cell: ({ submittedAt }) =>
            submittedAt && <DateText day={dayOf(submittedAt)} form="short" />,
        },
      ]}
      empty={<EmptyState title={words.none} lead={words.noneWhy} icon="circleCheck" />}
    />
  )
}
