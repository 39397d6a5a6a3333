import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { DIPLOMA_ERRORS } from '#modules/registry/index.ts'
import { checkedPage, checkPage } from './check.tsx'
import { issuedPage } from './issued.tsx'
import { keysPage, renewKeyAct, withdrawKeyPage } from './keys.tsx'
import { diplomaPage } from './one.tsx'
import { applyAct, ownDiplomasPage } from './own.tsx'
import { ownDiplomaCredential, ownDiplomaPdf } from './own-files.ts'
import { endShareAct, ownDiplomaPage, reissueAct } from './own-one.tsx'
import { issuerDocument, revocationList } from './published.ts'
import { sharedPage } from './opened-link.tsx'
import { toIssuePage } from './to-issue.tsx'

registerExplanations(DIPLOMA_ERRORS)

/** Diplomas: of who issues them, who has them, and whoever checks them. */
export const diplomaRoutes: readonly Route[] = [
  toIssuePage,
  issuedPage,
  keysPage,
  renewKeyAct,
  withdrawKeyPage,
  diplomaPage,
  ownDiplomasPage,
  applyAct,
  ownDiplomaPdf,
  ownDiplomaCredential,
  ownDiplomaPage,
  reissueAct,
  endShareAct,
  checkPage,
  checkedPage,
  issuerDocument,
  revocationList,
  sharedPage,
]
