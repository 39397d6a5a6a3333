import { PACKAGE_ERRORS } from '#duties/package/errors.ts'
import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { deskPage, nothingHeldAct, sendPage, takeUpAct } from './desk.ts'
import { fetchPage } from './fetch.tsx'
import { ownFileAnswer, ownPackagePage } from './own.tsx'

registerExplanations(PACKAGE_ERRORS)

/** Getting what is held on a person: by that person, and by whoever handles a request. */
export const packageRoutes: readonly Route[] = [
  ownPackagePage,
  ownFileAnswer,
  deskPage,
  sendPage,
  takeUpAct,
  nothingHeldAct,
  fetchPage,
]
