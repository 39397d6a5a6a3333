import type { Language, Text } from '#kernel/language.ts'
import type { Random } from './random.ts'
import type { DemoParty } from './shape.ts'
import { JOBS, type Job } from './text/job.ts'
import { TOWNS } from './text/person.ts'
import { HOURS, INTERESTS, LIMITS, STRENGTHS, STUDIES, YEARS } from './text/trait.ts'

/** What a client did and wants, from which summaries, notes and documents take their words. */
export interface Portrait {
  readonly job: Job
  readonly education: Text
  /** The words for the braces in texts, without their braces. */
  readonly words: Readonly<Record<string, Text>>
}

/** Draws what a client did and wants; who comes from a principal did the work of that principal. */
export function drawPortrait(random: Random, party: DemoParty | undefined): Portrait {
  const job = random.pick(JOBS[groupOf(party)])
  const [wish = job.title, wish2 = job.title] = random.shuffle(job.wishes)
  const [strength = job.title, strength2 = job.title] = random.shuffle(STRENGTHS)
  const town = random.pick(listed(TOWNS))
  return {
    job,
    education: job.education,
    words: {
      job: job.title,
      sector: job.sector,
      workplace: workplaceOf(job, party),
      wish,
      wish2,
      strength,
      strength2,
      town: { nl: town, en: town },
      interest: random.pick(INTERESTS),
      limit: random.pick(LIMITS),
      study: random.pick(STUDIES),
      years: random.pick(YEARS),
      hours: random.pick(HOURS),
    },
  }
}

/** Fills the words between braces; a word with a capital begins a sentence. */
export function fillText(text: string, words: Portrait['words'], language: Language): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const plain = name.charAt(0).toLowerCase() + name.slice(1)
    const word = words[plain]?.[language]
    if (word === undefined) throw new RangeError(`no word for {${name}}`)
    return name === plain ? word : word.charAt(0).toUpperCase() + word.slice(1)
  })
}

/** The parts of a list that is written with commas. */
export function listed(text: string): string[] {
  return text.split(',').map((part) => part.trim())
}

/** An employer is where the client worked; a municipality is not. */
function workplaceOf(job: Job, party: DemoParty | undefined): Text {
  return party?.kind === 'employer' ? { nl: party.name, en: party.name } : job.workplace
}

function groupOf(party: DemoParty | undefined): keyof typeof JOBS {
  if (party === undefined) return 'other'
  if (party.kind === 'municipality') return 'public'
  return party.name.startsWith('Zorg') ? 'care' : 'building'
}
