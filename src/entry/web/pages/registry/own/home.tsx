import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Card,
  DateText,
  EmptyState,
  LinkButton,
  PageHeader,
  Stack,
  useView,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { Screen } from '#entry/web/http/screen.tsx'
import { StateBadge } from '#entry/web/pages/registry/state-badge.tsx'
import { programmeOf } from '#entry/web/pages/registry/words.ts'
import type { Text } from '#kernel/language.ts'
import { listOwnRegistrations, type RegistrationLine } from '#modules/registry/index.ts'
import type { Access } from '#store/access.ts'
import { trainingPath } from './own-training.ts'

const words = {
  title: { nl: 'Mijn opleidingen', en: 'My programmes' },
  lead: {
    nl: 'Elke opleiding die u volgt of hebt voltooid, heeft een eigen inschrijving.',
    en: 'Each programme you are taking or have completed has its own registration.',
  },
  enrol: { nl: 'Voor een opleiding inschrijven', en: 'Enrol for a programme' },
  none: { nl: 'U bent nog niet ingeschreven', en: 'You are not enrolled yet' },
  noneWhy: {
    nl: 'Schrijf uzelf in, of wacht tot uw werkgever u uitnodigt.',
    en: 'Enrol yourself, or wait until your employer invites you.',
  },
} satisfies Record<string, Text>

/** One's own registrations, read for the first page of Mijn. */
export async function readOwnRegistrations(
  door: Door,
  access: Access,
): Promise<readonly RegistrationLine[]> {
  const { rows } = await door.list('self-service', 'own-registrations', {
    rows: listOwnRegistrations(access),
  })
  return rows
}

/** The first page of Mijn in a register. */
export function drawOwnRegistrations(rows: readonly RegistrationLine[], door: Door): JSX.Element {
  const enrol = <LinkButton href="/mijn/inschrijven" label={words.enrol} icon="add" look="plain" />
  return (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader
        title={words.title}
        {...(rows.length > 0 && { lead: words.lead, action: enrol })}
      />
      <Stack>
        {rows.length === 0 && (
          <EmptyState title={words.none} lead={words.noneWhy} icon="file" action={enrol} />
        )}
        {rows.map((line) => (
          <RegistrationCard line={line} />
        ))}
      </Stack>
    </Screen>
  )
}

function RegistrationCard({ line }: { line: RegistrationLine }): JSX.Element {
  const { language } = useView()
  return (
    <Card
      title={programmeOf(line, language)}
      level={2}
      href={trainingPath(line.dossierId)}
      status={<StateBadge state={line.state} />}
      meta={<DateText day={line.startsOn} />}
    >
      {[line.institution, line.institute].filter(Boolean).join(', ')}
    </Card>
  )
}
