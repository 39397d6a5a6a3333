import type { Route } from '#entry/web/http/page.tsx'
import {
  confirmAct,
  declarePage,
  endingPage,
  letterAct,
  revokeAct,
  successorPage,
} from './ending.tsx'
import { ownEndingPage } from './own.tsx'
import { successionPage } from './succession.tsx'

/** The end of a practice: for who arranges it, for the successor and for clients. */
export const endingRoutes: readonly Route[] = [
  endingPage,
  successorPage,
  declarePage,
  confirmAct,
  revokeAct,
  letterAct,
  successionPage,
  ownEndingPage,
]
