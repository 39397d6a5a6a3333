import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DataTable,
  DateText,
  dayOf,
  EmptyState,
  LinkButton,
  Notice,
  PageHeader,
  Pagination,
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
import { readPagedAddress } from '#entry/web/pages/registry/paged-address.ts'
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
  more: {
    nl: 'Dit zijn de oudste tweeduizend. De volgende verschijnen hier zodra u deze hebt gecontroleerd.',
    en: 'These are the oldest two thousand. The next appear here once you have verified these.',
  },
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

/** Rows on a page of the list. */
const SHOWN = 100

/** What is to be verified. */
export const verificationsPage = page(VERIFY, {
  read: async (door) => {
    const asked = readPagedAddress(door.visit.query)
    return { ...(await readToVerify(door)), asked }
  },
  view: ({ institutions, own, rows, asked }, door) => (
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
        {rows.length === VERIFY_LIMIT && (
          <Notice>
            <Words of={words.more} />
          </Notice>
        )}
        <VerifyPage rows={rows} own={own} page={asked.page} />
      </Stack>
    </Screen>
  ),
})

interface VerifyPageProps {
  readonly rows: readonly RegistrationLine[]
  readonly own: OwnInstitution | undefined
  readonly page: number
}

function VerifyPage({ rows, own, page: asked }: VerifyPageProps): JSX.Element {
  const before = (asked - 1) * SHOWN
  const shown = rows.slice(before, before + SHOWN)
  const beside = (number: number): string =>
    listAddress(VERIFY, { ...(own && { institution: own.partyId }), page: number })
  return (
    <>
      <VerifyTable rows={shown} />
      <Pagination
        from={before + 1}
        to={before + shown.length}
        total={rows.length}
        {...(asked > 1 && { previousHref: beside(asked - 1) })}
        {...(before + shown.length < rows.length && { nextHref: beside(asked + 1) })}
      />
    </>
  )
}

function VerifyTable({ rows }: { rows: readonly RegistrationLine[] }): JSX.Element {
  const { language } = useView()
  return (
    <DataTable
      caption={TRAINING.verifications}
      captionHidden
      rows={rows}
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
