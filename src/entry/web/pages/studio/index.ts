import { STUDIO_ERRORS } from '#duties/studio/errors.ts'
import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import {
  approveAct,
  beginAct,
  discardAct,
  discardPage,
  draftZip,
  proposeAct,
  returnPage,
} from './acts.tsx'
import { draftPage } from './draft.tsx'
import { draftFilePages } from './draft-file.tsx'
import { draftsPage } from './drafts.tsx'
import { importingPage } from './importing.tsx'
import { retractionAct, retractionDropAct, retractionPage } from './retraction.tsx'

registerExplanations(STUDIO_ERRORS)

/** Where a new version of the statement is written, approved and announced. */
export const studioRoutes: readonly Route[] = [
  draftsPage,
  beginAct,
  importingPage,
  draftPage,
  ...draftFilePages,
  proposeAct,
  approveAct,
  returnPage,
  discardPage,
  discardAct,
  retractionPage,
  retractionAct,
  retractionDropAct,
  draftZip,
]
