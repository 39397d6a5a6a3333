import { act, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { approveSummary } from '#modules/practice/index.ts'
import { ownPath, SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { postToCoach } from '#entry/web/pages/mine/post.ts'

/** The client says, in one act, that a summary is right. */
export const approvalAct = act(
  '/mijn/dossiers/:id/samenvattingen/:summary/goedkeuring',
  async ({ door, params }) => {
    const id = idOf(params)
    const summaryId = idOf(params, 'summary')
    const post = postToCoach(door, id)
    await once(() =>
      door.changeDossier(SELF_SERVICE, id, (tx) => approveSummary(tx, { summaryId, post })),
    )
    return { to: `${ownPath(id)}/samenvattingen`, done: 'summary-approved' }
  },
)
