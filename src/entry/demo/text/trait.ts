import type { Text } from '#kernel/language.ts'

/** What somebody is good at; fits after "it is about" and "experience with". */
export const STRENGTHS: readonly Text[] = [
  { nl: 'overzicht houden', en: 'keeping an overview' },
  { nl: 'luisteren', en: 'listening' },
  { nl: 'dingen regelen', en: 'arranging things' },
  { nl: 'nauwkeurig werken', en: 'careful work' },
  { nl: 'anderen iets leren', en: 'teaching others' },
  { nl: 'problemen oplossen', en: 'solving problems' },
  { nl: 'plannen', en: 'planning' },
  { nl: 'samenwerken', en: 'working together' },
  { nl: 'doorzetten', en: 'going on when others stop' },
  { nl: 'mensen op hun gemak stellen', en: 'putting people at ease' },
]

/** What somebody likes to be busy with. */
export const INTERESTS: readonly Text[] = [
  { nl: 'techniek', en: 'technology' },
  { nl: 'dieren', en: 'animals' },
  { nl: 'tuinen en natuur', en: 'gardens and nature' },
  { nl: 'taal en teksten', en: 'language and texts' },
  { nl: 'cijfers', en: 'figures' },
  { nl: 'muziek', en: 'music' },
  { nl: 'eten en koken', en: 'food and cooking' },
  { nl: 'duurzaamheid', en: 'sustainability' },
  { nl: 'jongeren', en: 'young people' },
  { nl: 'oude gebouwen', en: 'old buildings' },
]

/** What does not go well yet, in a re-integration. */
export const LIMITS: readonly Text[] = [
  { nl: 'lang staan', en: 'standing for long' },
  { nl: 'tillen', en: 'lifting' },
  { nl: 'lang achter elkaar typen', en: 'typing for long' },
  { nl: 'werken in een drukke ruimte', en: 'working in a busy room' },
  { nl: 'traplopen', en: 'climbing stairs' },
  { nl: 'werken in de nacht', en: 'working at night' },
  { nl: 'veel achter elkaar praten', en: 'talking for long' },
  { nl: 'werken met tijdsdruk', en: 'working under pressure of time' },
]

/** A short training. */
export const STUDIES: readonly Text[] = [
  { nl: 'de cursus Excel', en: 'the course in Excel' },
  { nl: 'een cursus plannen', en: 'a course in planning' },
  { nl: 'de training gesprekken voeren', en: 'the training in conversation' },
  { nl: 'een opfriscursus Engels', en: 'a refresher course in English' },
  { nl: 'een cursus boekhouden', en: 'a course in bookkeeping' },
  { nl: 'de training jobcoach', en: 'the training for job coaches' },
  { nl: 'een korte opleiding administratie', en: 'a short course in administration' },
  { nl: 'de cursus veilig werken', en: 'the course in safety at work' },
]

/** How long somebody has done a job. */
export const YEARS: readonly Text[] = [
  { nl: 'vier jaar', en: 'four years' },
  { nl: 'zes jaar', en: 'six years' },
  { nl: 'negen jaar', en: 'nine years' },
  { nl: 'elf jaar', en: 'eleven years' },
  { nl: 'vijftien jaar', en: 'fifteen years' },
  { nl: 'achttien jaar', en: 'eighteen years' },
  { nl: 'ruim twintig jaar', en: 'more than twenty years' },
]

/** Hours a week with which somebody begins again. */
export const HOURS: readonly Text[] = [
  { nl: 'acht', en: 'eight' },
  { nl: 'tien', en: 'ten' },
  { nl: 'twaalf', en: 'twelve' },
  { nl: 'vijftien', en: 'fifteen' },
  { nl: 'achttien', en: 'eighteen' },
]
