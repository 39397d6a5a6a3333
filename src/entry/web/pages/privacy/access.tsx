import { countConsents } from '#duties/oversight/consent.ts'
import { listMemberGaps, listUnreached } from '#duties/oversight/gap.ts'
import {
  countDossiers,
  listFunctions,
  listReach,
  partyNames,
  type Reach,
} from '#duties/oversight/reach.ts'
import { listSubstitutions } from '#duties/oversight/substitution.ts'
import { PageHeader, Stack, Stat, Stats } from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { staffNames, toNames } from '#ledger/reading.ts'
import { ConsentSection } from './access-consents.tsx'
import { GapSection } from './access-gaps.tsx'
import { FunctionSection } from './access-functions.tsx'
import { ReachSections } from './access-reach.tsx'
import { SubstitutionSection } from './access-substitutions.tsx'
import { readOverseen } from './overseen.ts'

const words = {
  title: { nl: 'Toegang', en: 'Access' },
  lead: {
    nl: 'Wie er nu bij hoeveel dossiers kan, en waardoor. U ziet aantallen; van wie de dossiers zijn, ziet u niet.',
    en: 'Who can reach how many dossiers now, and why. You see numbers; whose the dossiers are you do not see.',
  },
  dossiers: { nl: 'dossiers in gebruik', en: 'dossiers in use' },
  staff: { nl: 'medewerkers met een functie', en: 'members of staff with a function' },
  clients: { nl: 'cliënten met een account', en: 'clients with an account' },
  standing: { nl: 'toestemmingen die nu gelden', en: 'consents that stand now' },
} satisfies Record<string, Text>

/** Who can reach what, in numbers. */
export const accessPage = page('/privacy/toegang', {
  read: async (door) => {
    const { organisation, site } = door.visit
    const answers = await readOverseen(door, 'access', {
      reach: listReach,
      functions: listFunctions,
      dossiers: countDossiers,
      consents: countConsents,
      substitutions: listSubstitutions,
      gaps: listMemberGaps,
      unreached: listUnreached,
      staff: staffNames,
      parties: partyNames,
    })
    const parties = answers.parties.map(({ id, name }) => [id, name] as const)
    const staff = [...toNames(answers.staff)].map(([id, { name }]) => [id, name] as const)
    return {
      ...answers,
      names: new Map([...staff, ...parties]),
      statement: await site.publication.current(organisation),
    }
  },
  view: (data, door) => {
    const { reach, functions, dossiers, consents } = data
    const clients = reach.filter(({ holderId }) => holderId === null)
    return (
      <Screen door={door} title={words.title}>
        <PageHeader title={words.title} lead={words.lead} />
        <Stack gap="large">
          <Stats>
            <Stat label={words.dossiers} value={sum(dossiers.map((each) => each.dossiers))} />
            <Stat
              label={words.staff}
              value={new Set(functions.map(({ accountId }) => accountId)).size}
            />
            <Stat label={words.clients} value={countClients(clients)} />
            <Stat label={words.standing} value={sum(consents.map(({ standing }) => standing))} />
          </Stats>
          <GapSection gaps={data.gaps} unreached={data.unreached} />
          <ReachSections data={data} door={door} />
          <FunctionSection data={data} door={door} />
          <SubstitutionSection substitutions={data.substitutions} />
          <ConsentSection consents={consents} door={door} />
        </Stack>
      </Screen>
    )
  },
})

/** Clients count in every activity that they have: in the one with most, all of them. */
function countClients(clients: readonly Reach[]): number {
  const byActivity = Map.groupBy(clients, ({ activity }) => activity)
  return Math.max(
    0,
    ...[...byActivity.values()].map((each) => sum(each.map(({ holders }) => holders))),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
