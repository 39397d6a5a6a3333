import { LinkButton } from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { ListScreen } from '#entry/web/pages/registry/list-screen.tsx'
import { readListAddress } from '#entry/web/pages/registry/list-address.ts'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import type { Text } from '#kernel/language.ts'
import { listOwnInstitutions, listRegistrations } from '#modules/registry/index.ts'
import { ENROL, sideOf, STUDENTS, VERIFYING } from './desk.ts'
import { chosenOf, ownChoices } from './own-switch.tsx'

const words = {
  lead: {
    nl: 'De studenten die nu bij {name} in opleiding zijn. U ziet hun naam en opleidingsgegevens.',
    en: 'The students who are in training with {name} now. You see their names and training data.',
  },
  enrol: { nl: 'Student inschrijven', en: 'Enrol a student' },
  empty: {
    nl: 'Zodra een student zich bij u inschrijft, staat die hier.',
    en: 'Students appear here as soon as they enrol with you.',
  },
} satisfies Record<string, Text>

/** An institution's own students. */
export const studentsPage = page(STUDENTS, {
  read: async (door) => {
    const access = await door.access(VERIFYING)
    const address = readListAddress(door.visit.query)
    const { institution: partyId } = address
    const { institutions, care, training } = await door.list(VERIFYING, 'students', {
      institutions: listOwnInstitutions,
      care: listRegistrations(access, { ...address, of: { side: 'institution', partyId } }),
      training: listRegistrations(access, { ...address, of: { side: 'institute', partyId } }),
    })
    const own = chosenOf(institutions, partyId)
    const rows = own && sideOf(own) === 'institute' ? training : care
    return { institutions, own, address, rows }
  },
  view: ({ institutions, own, address, rows }, door) => (
    <ListScreen
      door={door}
      title={TRAINING.students}
      lead={{
        nl: words.lead.nl.replace('{name}', own?.name ?? ''),
        en: words.lead.en.replace('{name}', own?.name ?? ''),
      }}
      path={STUDENTS}
      address={address}
      rows={rows}
      {...(own && { without: sideOf(own) })}
      href={({ dossierId }) => `${STUDENTS}/${dossierId}`}
      groups={ownChoices({ institutions, own, path: STUDENTS })}
      action={own?.sort === 'care' && <LinkButton href={ENROL} label={words.enrol} icon="add" />}
      empty={words.empty}
    />
  ),
})
