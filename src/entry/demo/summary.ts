import { sayWeekday } from '#kernel/day.ts'
import type { Language } from '#kernel/language.ts'
import type { Day } from './day.ts'
import { fillText, type Portrait } from './portrait.ts'
import { createDeck, type Random } from './random.ts'
import type { ConsultWay, DemoService } from './shape.ts'
import { CAREER_CHECK } from './text/career-check.ts'
import { CAREER_COACHING } from './text/career-coaching.ts'
import { ENGLISH } from './text/english.ts'
import { AGREEMENTS, FAREWELLS, OPENINGS, REVISIONS } from './text/frame.ts'
import { OUTPLACEMENT } from './text/outplacement.ts'
import { RE_INTEGRATION } from './text/re-integration.ts'
import { type Stage, STAGES, type StageTexts } from './text/summary.ts'

/** The texts of each kind of service. */
export const SERVICE_TEXTS: Readonly<Record<DemoService, StageTexts>> = {
  're-integration': RE_INTEGRATION,
  outplacement: OUTPLACEMENT,
  'career-check': CAREER_CHECK,
  'career-coaching': CAREER_COACHING,
}

/** Most sentences in a summary. */
const MAX_SENTENCES = 8

/** What one summary is about. */
export interface Talk {
  /** The stages of its two passages. */
  readonly stages: readonly [Stage, Stage]
  readonly way: ConsultWay
  /** The day of the next talk; none after the last. */
  readonly next: Day | undefined
}

/** Writes the summaries of one engagement, without using a passage twice while there are others. */
export interface SummaryWriter {
  readonly write: (talk: Talk) => string
  /** A second version, after the client did not agree with the first. */
  readonly revise: (body: string, words: string) => string
}

export function createSummaryWriter(
  kind: DemoService,
  portrait: Portrait,
  language: Language,
  random: Random,
): SummaryWriter {
  const texts = language === 'en' ? ENGLISH : SERVICE_TEXTS[kind]
  const topics = new Map(STAGES.map((stage) => [stage, createDeck(texts[stage], random)]))
  const agree = createDeck(AGREEMENTS, random)
  const leave = createDeck(FAREWELLS, random)
  const revision = createDeck(REVISIONS, random)

  function write({ stages, way, next }: Talk): string {
    const about = stages.flatMap((stage) => topics.get(stage)?.() ?? [])
    const filled = about.map((text) => fillText(text, portrait.words, language))
    const opening = random.chance(0.6) ? [random.pick(OPENINGS[way])[language]] : []
    const agreements = next === undefined ? [] : [agree()[language]]
    const farewell = next === undefined ? [] : [farewellOn(next)]
    const last = [...agreements, ...farewell].join(' ')
    const body = [...opening, ...filled].join(' ')
    const fits = countSentences(body) + countSentences(last) <= MAX_SENTENCES
    return [fits ? body : filled.join(' '), last].filter((part) => part !== '').join('\n\n')
  }

  function farewellOn(next: Day): string {
    return leave()[language].replace('{next}', sayWeekday(next, language))
  }

  function revise(body: string, words: string): string {
    return `${revision()[language].replace('{words}', words)}\n\n${body}`
  }

  return { write, revise }
}

export function countSentences(text: string): number {
  return text.match(/[.?!](?=\s|$)/g)?.length ?? 0
}

/** After which share of its talks an engagement of each kind explores, and then plans. */
const TURNS: Readonly<Record<DemoService, readonly [explored: number, planned: number]>> = {
  're-integration': [0.3, 0.45],
  outplacement: [0.35, 0.5],
  'career-check': [0.5, 0.7],
  'career-coaching': [0.45, 0.6],
}

/** The stages of a talk, by its place among all talks that the engagement will have. */
export function stagesOf(
  kind: DemoService,
  talk: number,
  talks: number,
  isLast: boolean,
): readonly [Stage, Stage] {
  if (talk === 0) return ['meet', 'start']
  if (isLast) return ['outcome', 'close']
  if (talk === 1 && talks > 6) return ['start', 'explore']
  const [explored, planned] = TURNS[kind]
  const share = talk / Math.max(talks - 1, 1)
  if (share < explored) return ['explore', 'explore']
  return share < planned ? ['plan', 'plan'] : ['act', 'act']
}
