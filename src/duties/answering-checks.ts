import type { Catalogue } from '#statement/index.ts'
import { accessReviewed } from './access-review/check.ts'
import { complaintsAnswered, complaintsKeptFrom } from './complaints/checks.ts'
import { incidentsDecided } from './incidents/check.ts'
import type { Check } from './promises/check.ts'
import { risksAssessed, settledDestroyed } from './register/checks.ts'
import { suggestionsArrive } from './suggestion-check.ts'

/**
 * The checks of what an organisation answers for: register, incidents, complaints, access,
 * suggestions.
 */
export function answeringChecks(catalogue: Catalogue): Check[] {
  return [
    complaintsAnswered(catalogue),
    complaintsKeptFrom,
    incidentsDecided,
    risksAssessed(catalogue),
    accessReviewed(catalogue),
    settledDestroyed,
    suggestionsArrive(catalogue),
  ]
}
