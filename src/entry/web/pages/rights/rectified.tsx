import { listRectified } from '#duties/rights/rectification.ts'
import { DataTable, DateText, EmptyState, PageHeader, Words } from '#entry/web/components/index.ts'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { RIGHTS } from './look.ts'
import { OWN_PATH, SELF_SERVICE } from './office.ts'
import { RECTIFIABLE } from './rectifiable.ts'

const words = {
  title: { nl: 'Wat er is verbeterd', en: 'What was put right' },
  lead: {
    nl: 'Hoe het er eerst stond en waarom het is veranderd. Alleen u ziet dit nog.',
    en: 'What stood there first, and why it was changed. Only you can still see this.',
  },
  what: { nl: 'Wat', en: 'What' },
  note: { nl: 'Een notitie', en: 'A note' },
  old: { nl: 'Eerst stond er', en: 'First it said' },
  reason: { nl: 'Waarom', en: 'Why' },
  on: { nl: 'Veranderd op', en: 'Changed on' },
  none: { nl: 'Er is niets verbeterd', en: 'Nothing was put right' },
} satisfies Record<string, Text>

/** What was put right in one's own dossier, with the old values. */
export const rectifiedPage = page('/mijn/dossiers/:id/verbeterd', {
  read: async (door, params) => {
    const { dossier, answers } = await door.open(SELF_SERVICE, idOf(params), {
      rows: listRectified,
    })
    return answers.rows.map(({ id, place, oldValue, reason, rectifiedAt }) => ({
      id,
      place,
      rectifiedAt,
      old: dossier.unseal('rectifications.old_value', oldValue),
      reason: dossier.unseal('rectifications.reason', reason),
    }))
  },
  view: (rows, door) => (
    <Screen door={door} title={words.title} open>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: RIGHTS.own, href: OWN_PATH }]}
      />
      <DataTable
        caption={words.title}
        captionHidden
        rows={rows}
        columns={[
          { title: words.what, cell: ({ place }) => <Words of={nameOf(place)} /> },
          { title: words.old, cell: ({ old }) => old },
          { title: words.reason, cell: ({ reason }) => reason },
          { title: words.on, cell: ({ rectifiedAt }) => <DateText day={rectifiedAt} /> },
        ]}
        empty={<EmptyState title={words.none} icon="circleCheck" />}
      />
    </Screen>
  ),
})

function nameOf(place: string): Text {
  const known = RECTIFIABLE.find(({ table, column }) => `${table}.${column}` === place)
  return known?.says ?? words.note
}
