import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { LinkButton, PageHeader, Stack } from '#entry/web/components/index.ts'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { readListAddress } from '#entry/web/pages/registry/list-address.ts'
import { ListScreen } from '#entry/web/pages/registry/list-screen.tsx'
import { ProvenanceSection } from '#entry/web/pages/registry/provenance-section.tsx'
import { SIGNALS_PATH } from '#entry/web/pages/registry/signals/cards.tsx'
import { StateBadge } from '#entry/web/pages/registry/state-badge.tsx'
import { SubmissionsSection } from '#entry/web/pages/registry/submissions-section.tsx'
import { TrainingSection } from '#entry/web/pages/registry/training-section.tsx'
import { nameOf, TRAINING } from '#entry/web/pages/registry/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  listRegistrations,
  readRegistration,
  registrationReads,
  type RegistrationView,
  SIGNALLING,
} from '#modules/registry/index.ts'
import { readRegister, REGISTER, REGISTERING, REGISTRATIONS } from './desk.ts'

const words = {
  lead: {
    nl: 'Iedereen die in opleiding is of een diploma heeft. Naam en adres verandert alleen de persoon zelf.',
    en: 'Everybody who is in training or holds a diploma. Only the person can change their name and address.',
  },
  empty: {
    nl: 'Zodra iemand zich inschrijft, staat die hier.',
    en: 'People appear here as soon as they enrol.',
  },
  course: { nl: 'Verloop vastleggen', en: 'Record a change' },
  signals: { nl: 'Signalen', en: 'Signals' },
} satisfies Record<string, Text>

/** The register: everybody who is registered. */
export const registrationsPage = page(REGISTER, {
  read: async (door) => {
    const access = await door.access(REGISTERING)
    const address = readListAddress(door.visit.query)
    const { rows } = await readRegister(door, REGISTERING, 'registrations', {
      rows: listRegistrations(access, address),
    })
    return { rows, address }
  },
  view: ({ rows, address }, door) => (
    <ListScreen
      door={door}
      title={TRAINING.registrations}
      lead={words.lead}
      path={REGISTER}
      address={address}
      rows={rows}
      href={({ dossierId }) => `${REGISTRATIONS}/${dossierId}`}
      empty={words.empty}
    />
  ),
})

/** One registration, as the registrar sees it. */
export const registrationPage = page(`${REGISTRATIONS}/:id`, {
  read: async (door, params) => {
    const id = idOf(params)
    const access = await door.access(REGISTERING)
    const { dossier, answers } = await door.open(REGISTERING, id, registrationReads(access, id))
    const view = readRegistration(dossier, answers)
    if (!view) throw new AppError('NOT_FOUND')
    const signalling = await door.access(SIGNALLING)
    return { id, view, signals: signalling.can('signals', 'insert') }
  },
  view: ({ id, view, signals }, door) => (
    <Screen door={door} title={nameOf(view.line)}>
      <PageHeader
        title={nameOf(view.line)}
        status={<StateBadge state={view.line.state} />}
        breadcrumbs={[{ label: TRAINING.registrations, href: REGISTER }]}
        action={
          <>
            <Course id={id} view={view} />
            {signals && (
              <LinkButton href={`${SIGNALS_PATH}/${id}`} label={words.signals} look="plain" />
            )}
          </>
        }
      />
      <Stack gap="large">
        {view.registrant && <ProvenanceSection of={view.registrant} />}
        <TrainingSection of={view} stated />
        <SubmissionsSection submissions={view.submissions} />
      </Stack>
    </Screen>
  ),
})

function Course({ id, view }: { id: string; view: RegistrationView }): JSX.Element | null {
  const { state } = view.line
  if (state === 'graduated' || state === 'ended') return null
  return <LinkButton href={`${REGISTRATIONS}/${id}/verloop`} label={words.course} look="plain" />
}
