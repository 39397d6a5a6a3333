import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { ActionForm, HiddenField, Panel, Words } from '#entry/web/components/index.ts'
import { act } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import type { Desk, OpenedFile } from '#entry/web/pages/work/desk.ts'
import type { Text } from '#kernel/language.ts'
import { type DocumentCategory, type FileOfClient, placeItem } from '#modules/practice/index.ts'

const words = {
  inCoach: { nl: 'Dit staat in het dossier van de coach', en: "This is in the coach's file" },
  inCoachWhy: {
    nl: 'De cliënt kan het lezen. Zet u het ook in het dossier van de cliënt, dan neemt de cliënt het mee met het eigen dossier.',
    en: 'The client can read it. When you put it in the client’s file too, the client takes it along with the own file.',
  },
  put: { nl: 'Ook in het dossier van de cliënt zetten', en: "Put it in the client's file too" },
  inBoth: { nl: 'Dit staat in beide dossiers', en: 'This is in both files' },
  inBothWhy: {
    nl: 'Haalt u het uit het dossier van de cliënt, dan kan de cliënt het nog wel lezen in het dossier van de coach.',
    en: 'When you take it out of the client’s file, the client can still read it in the coach’s file.',
  },
  fixedWhy: {
    nl: 'Wat de cliënt gaf en wat de opdrachtgever als verbeterpunt meegaf, blijft in het dossier van de cliënt.',
    en: 'What the client gave, and points for improvement from the principal, stay in the client’s file.',
  },
  take: { nl: 'Uit het dossier van de cliënt halen', en: "Take it out of the client's file" },
} satisfies Record<string, Text>

interface Item {
  readonly category: DocumentCategory
  readonly source?: string
  readonly placed?: FileOfClient
}

/** In which of the two files an item stands, and the button that puts it in the other. */
export function PlacingForm(props: {
  file: OpenedFile
  item: Item
  action: string
}): JSX.Element | null {
  const { file, item, action } = props
  const { placed, category, source } = item
  if (!placed) return null
  const inCoach = placed === 'coach'
  const fixed = !inCoach && (source === 'client' || category === 'improvement-points')
  const mayMove = file.access.can('documents', 'update', 'file') && !fixed
  const why = inCoach ? words.inCoachWhy : fixed ? words.fixedWhy : words.inBothWhy
  return (
    <Panel title={inCoach ? words.inCoach : words.inBoth}>
      <p>
        <Words of={why} />
      </p>
      {mayMove && (
        <ActionForm
          action={action}
          label={inCoach ? words.put : words.take}
          look="plain"
          size="small"
        >
          <HiddenField name="placed" value={inCoach ? 'both' : 'coach'} />
        </ActionForm>
      )}
    </Panel>
  )
}

/** Puts a note or a document in the other file. */
export function placingAct(desk: Desk, table: 'notes' | 'documents'): Route {
  const part = table === 'notes' ? 'notities' : 'documenten'
  return act(`${desk.path}/:id/${part}/:item/dossier`, async ({ door, params, input }) => {
    const id = idOf(params)
    const item = idOf(params, 'item')
    const placed = input['placed'] === 'both' ? 'both' : 'coach'
    await door.changeDossier(desk.activity, id, (tx) => placeItem(tx, table, { id: item, placed }))
    return { to: `${desk.path}/${id}/${part}/${item}`, done: 'saved' }
  })
}
