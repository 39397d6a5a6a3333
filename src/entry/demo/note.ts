import { addDays, momentOn, workday } from './day.ts'
import type { EngagementPlan } from './plan.ts'
import { fillText, type Portrait } from './portrait.ts'
import { createDeck, type Random } from './random.ts'
import type { DemoClient, DemoNote } from './shape.ts'
import { ENGLISH_NOTES, HEALTH_NOTES, NOTES, type NoteText } from './text/note.ts'

/** What the notes of an engagement are made of. */
export interface NoteFacts {
  readonly key: string
  readonly plan: EngagementPlan
  readonly client: DemoClient
  readonly portrait: Portrait
  readonly random: Random
}

/** Days between two notes, at least and at most. */
const FEWEST_DAYS = 12
const MOST_DAYS = 45

/** Writes the coach's notes over the time of an engagement, no passage twice. */
export function writeNotes({ key, plan, client, portrait, random }: NoteFacts): DemoNote[] {
  const texts = fittingTexts(plan, client)
  const draw = createDeck(texts, random)
  const notes: DemoNote[] = []
  let day = workday(addDays(plan.startsOn, random.int(1, 15)))
  while (day <= plan.until && notes.length < texts.length) {
    const { body, ...origin } = draw()
    const text = fillText(body, portrait.words, client.language)
    const writtenAt = momentOn(day, random.int(60, 500))
    notes.push({ key: `${key}-note-${notes.length + 1}`, ...origin, body: text, writtenAt })
    day = workday(addDays(day, random.int(FEWEST_DAYS, MOST_DAYS)))
  }
  return notes
}

/** Without a principal there are no points of improvement from one, and no data on health. */
function fittingTexts(plan: EngagementPlan, client: DemoClient): readonly NoteText[] {
  if (client.language === 'en') return ENGLISH_NOTES
  const texts = plan.kind === 're-integration' ? [...NOTES, ...HEALTH_NOTES] : NOTES
  return texts.filter(
    ({ category }) => plan.party !== undefined || category !== 'improvement-points',
  )
}
