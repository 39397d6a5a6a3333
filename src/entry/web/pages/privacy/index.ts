import type { Route } from '#entry/web/http/page.tsx'
import { promisePage } from './promise.tsx'
import { promisesPage } from './promises.tsx'
import { provingAct } from './proving.ts'

export const privacyRoutes: readonly Route[] = [promisesPage, provingAct, promisePage]
