import { z } from 'zod'
import { EmptyState, LinkButton, PageHeader, Stack } from '#entry/web/components/index.ts'
import { type FormState, formPage, type Outcome } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { AppError } from '#kernel/error.ts'
import {
  isRegisterTarget,
  type RegisterMapping,
  registerImports,
  TAKING_OVER,
  type Undertaking,
} from '#modules/registry/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { bringingOf, IMPORT, IMPORT_LIST, ownerOf, undertakings, waitFor } from './import.ts'
import { COLUMN_FIELD, drawUndertaking } from './report.tsx'

const words = {
  title: { nl: 'Lijst inlezen', en: 'Import a list' },
  back: { nl: 'Bestaand register inlezen', en: 'Import an existing register' },
  none: { nl: 'Er is geen lijst', en: 'There is no list' },
  noneWhy: {
    nl: 'Een lijst die u koos, blijft een uur staan en alleen zolang u bent ingelogd. Kies hetzelfde bestand opnieuw: wat al is overgenomen, gaat niet nog eens mee.',
    en: 'A list that you chose stays for an hour, and only while you are signed in. Choose the same file again: what was taken over already does not come in twice.',
  },
  choose: { nl: 'Bestand kiezen', en: 'Choose a file' },
} satisfies Record<string, Text>

/** What would come of the list that was chosen, how far it is, and what came of it. */
export const importListPage = formPage(IMPORT_LIST, {
  input: z.looseObject({ step: z.enum(['check', 'carry-out', 'stop']) }),
  read: async (door) => {
    await door.list(TAKING_OVER, 'register-import', { imports: registerImports.limit(1) })
    return undertakings.find(ownerOf(door))
  },
  view: (undertaking, form: FormState, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} breadcrumbs={[{ label: words.back, href: IMPORT }]} />
      {undertaking ? (
        <Stack gap="large">{drawUndertaking(undertaking, form, door)}</Stack>
      ) : (
        <EmptyState
          title={words.none}
          lead={words.noneWhy}
          action={<LinkButton href={IMPORT} label={words.choose} />}
        />
      )}
    </Screen>
  ),
  act: async ({ door, input }) => takeStep(door, input),
})

async function takeStep(
  door: Door,
  { step, ...fields }: { step: 'check' | 'carry-out' | 'stop' } & Record<string, unknown>,
): Promise<Outcome> {
  const undertaking = undertakings.find(ownerOf(door))
  if (step === 'stop' || !undertaking) {
    await undertakings.letGo(ownerOf(door))
    return { to: IMPORT }
  }
  if (isBusy(undertaking)) throw new AppError('CONFLICT')
  if (step === 'check') undertakings.check(undertaking, bringingOf(door), readMapping(fields))
  else undertakings.carryOut(undertaking, bringingOf(door))
  await waitFor(undertaking)
  return { to: IMPORT_LIST }
}

function isBusy({ state }: Undertaking): boolean {
  return state === 'checking' || state === 'taking'
}

function readMapping(fields: Readonly<Record<string, unknown>>): RegisterMapping {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      if (!name.startsWith(COLUMN_FIELD) || typeof value !== 'string') return []
      const use = isRegisterTarget(value) ? value : ('left-out' as const)
      return [[name.slice(COLUMN_FIELD.length), use] as const]
    }),
  )
}
