import type { Context } from 'hono'
import { z } from 'zod'
import type { Door } from '#entry/web/http/door.ts'
import { explain, isExplained } from '#entry/web/http/explanations.ts'
import { readForm } from '#entry/web/http/form.tsx'
import { idOf, type Params, type Route } from '#entry/web/http/page.tsx'
import { say } from '#entry/web/words.ts'
import { instantAt, moveAppointment, moveBlock } from '#modules/practice/index.ts'
import { calendarPost, COACH_AGENDA, PLANNER_AGENDA, SUBSTITUTE_AGENDA } from './desk.ts'

const MOMENT = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
const INPUT = z.object({
  starts: MOMENT,
  ends: MOMENT,
  anyway: z.literal('on').optional(),
})

interface Dragged {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly anyway: boolean
}

/** Where something was dragged to in a calendar; the script is told what came of it. */
export const movePages: readonly Route[] = [
  ...[COACH_AGENDA, SUBSTITUTE_AGENDA, PLANNER_AGENDA].map(({ activity, path }) =>
    dragged(`${path}/afspraak/:dossier/:id/verplaatsen`, async (door, params, to) => {
      const move = { id: idOf(params), ...to, post: calendarPost(door) }
      await door.changeDossier(activity, idOf(params, 'dossier'), (tx) => moveAppointment(tx, move))
    }),
  ),
  dragged(`${COACH_AGENDA.path}/blok/:id/verplaatsen`, async (door, params, to) => {
    const block = { id: idOf(params), startsAt: to.startsAt, endsAt: to.endsAt }
    await door.change(COACH_AGENDA.activity, (tx) => moveBlock(tx, block))
  }),
]

/** Answers with a status and a sentence rather than a page; `canGoOn` when it only warns. */
function dragged(
  path: string,
  work: (door: Door, params: Params, to: Dragged) => Promise<void>,
): Route {
  return {
    register: (app, serve) => {
      app.post(
        path,
        serve(async (c: Context, door) => {
          const { fields } = await readForm(c, door)
          const input = INPUT.safeParse(fields)
          if (!input.success) return c.json({ message: '', canGoOn: false }, 422)
          const { starts, ends, anyway } = input.data
          const [startsAt, endsAt] = [instantOf(starts), instantOf(ends)]
          try {
            await work(door, c.req.param(), { startsAt, endsAt, anyway: anyway !== undefined })
          } catch (error) {
            if (!isExplained(error)) throw error
            const said = say(explain(error).message, door.language)
            const canGoOn = error.code.startsWith('CONFLICT_')
            // The script asks by itself what a form has a box to tick for.
            const message = canGoOn ? said.replace(/\..*$/s, '.') : said
            return c.json({ message, canGoOn }, 409)
          }
          return c.body(null, 204)
        }),
      )
    },
  }
}

function instantOf(wall: string): Date {
  return instantAt(wall.slice(0, 10), wall.slice(11))
}
