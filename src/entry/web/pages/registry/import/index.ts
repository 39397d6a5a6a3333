import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { IMPORT_ERRORS } from '#modules/registry/index.ts'
import { likenessesPage } from './likenesses.tsx'
import { importListPage } from './list.tsx'
import { importPage } from './upload.tsx'

registerExplanations(IMPORT_ERRORS)

/** Taking over a register that there was. */
export const registerImportRoutes: readonly Route[] = [importPage, importListPage, likenessesPage]
