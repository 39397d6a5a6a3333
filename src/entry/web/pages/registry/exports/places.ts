import type { Text } from '#kernel/language.ts'

export const TALLIES = '/register/tellingen'

export const TALLY_WORDS = {
  title: { nl: 'Tellingen', en: 'Counts' },
  measure: { nl: 'Wat wordt geteld', en: 'What is counted' },
  year: { nl: 'Jaar', en: 'Year' },
  smallest: { nl: 'Kleinste groep', en: 'Smallest group' },
  rounding: { nl: 'Afronden op', en: 'Round to' },
  state: { nl: 'Stand', en: 'State' },
  exports: { nl: 'Afgegeven', en: 'Handed out' },
  recipient: { nl: 'Voor wie', en: 'For whom' },
  fields: { nl: 'Kolommen', en: 'Columns' },
  plannedOn: { nl: 'Tellen op', en: 'Count on' },
  table: { nl: 'Tabel {number}', en: 'Table {number}' },
  none: { nl: 'niet', en: 'not' },
} satisfies Record<string, Text>
