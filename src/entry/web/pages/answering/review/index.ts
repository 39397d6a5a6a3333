import { ACCESS_REVIEW_ERRORS } from '#duties/access-review/errors.ts'
import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { accessEndPage, keepPage } from './decisions.tsx'
import { reviewPage } from './review.tsx'
import { reviewsPage } from './reviews.tsx'

registerExplanations(ACCESS_REVIEW_ERRORS)

/** The review of access, for the officer and the director. */
export const reviewRoutes: readonly Route[] = [reviewsPage, reviewPage, keepPage, accessEndPage]
