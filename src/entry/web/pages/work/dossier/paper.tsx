import type { JSX } from 'hono/jsx/jsx-runtime'
import { confirmGone, partsToDestroy } from '#duties/retention/own-term.ts'
import {
  ActionForm,
  DateText,
  EmptyState,
  Panel,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import { act } from '#entry/web/http/form.tsx'
import { idOf, page, type Route } from '#entry/web/http/page.tsx'
import { partTitle } from '#entry/web/pages/retention/words.ts'
import { type Desk, openFileWith } from '#entry/web/pages/work/desk.ts'
import type { Text } from '#kernel/language.ts'
import { DossierStepScreen } from './screen.tsx'

const words = {
  title: { nl: 'Papier vernietigen', en: 'Destroy paper' },
  lead: {
    nl: 'Wat niet in de computer staat, vernietigt u zelf. Leg hier vast dat u het deed, ook als er geen papier was.',
    en: 'What is not in the computer you destroy yourself. Record here that you did, also when there was no paper.',
  },
  due: { nl: 'Moet weg op', en: 'Must be gone on' },
  done: { nl: 'Het is vernietigd', en: 'It was destroyed' },
  none: { nl: 'Er hoeft nu niets weg', en: 'Nothing needs to go now' },
  noneWhy: {
    nl: 'Een maand voor het einde van de termijn staat hier wat u moet vernietigen.',
    en: 'A month before the end of the term it says here what you must destroy.',
  },
} satisfies Record<string, Text>

/** What of a dossier goes by hand. */
export function paperPage(desk: Desk): Route {
  return page(`${desk.path}/:id/papier`, {
    read: (door, params) => openFileWith(door, desk, params, () => ({ parts: partsToDestroy })),
    view: ({ file, answers }, door): JSX.Element => (
      <DossierStepScreen
        door={door}
        file={file}
        part="overview"
        title={words.title}
        lead={words.lead}
      >
        {answers.parts.length === 0 ? (
          <EmptyState title={words.none} lead={words.noneWhy} icon="circleCheck" />
        ) : (
          <Stack>
            {answers.parts.map(({ part, dueOn }) => (
              <Panel title={partTitle(part, door.language)}>
                <p>
                  <Words of={words.due} /> <DateText day={dueOn} />.
                </p>
                <ActionForm
                  action={`${file.path}/papier/${part}`}
                  label={words.done}
                  look="danger"
                  size="small"
                  icon="trash"
                />
              </Panel>
            ))}
          </Stack>
        )}
      </DossierStepScreen>
    ),
  })
}

/** Records that a part was destroyed by hand. */
export function paperAct(desk: Desk): Route {
  return act(`${desk.path}/:id/papier/:part`, async ({ door, params }) => {
    const id = idOf(params)
    const { part = '' } = params
    await door.changeDossier(desk.activity, id, (tx) => confirmGone(tx, part))
    return { to: `${desk.path}/${id}/papier`, done: 'saved' }
  })
}
