import type { Text } from '#kernel/language.ts'

/** What the handling of complaints refuses. Doors register them as explanations. */
export const COMPLAINT_ERRORS = {
  COMPLAINT_DECIDED: {
    nl: 'Deze klacht is al afgehandeld. Er kan niets meer bij.',
    en: 'This complaint has an outcome already. Nothing can be added.',
  },
  COMPLAINT_UNHEARD: {
    nl: 'Nog niet beide kanten zijn gehoord. Leg eerst vast wat ieder zei, of dat iemand niet gehoord wil worden.',
    en: 'Not both sides were heard yet. First record what each said, or that somebody does not want to be heard.',
  },
} as const satisfies Readonly<Record<string, Text>>
