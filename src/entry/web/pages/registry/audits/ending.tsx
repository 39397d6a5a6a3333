import { ConfirmPanel, PageHeader } from '#entry/web/components/index.ts'
import { act } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { AUDIT_PLANNING, endAudit } from '#modules/registry/index.ts'
import { readAudit } from './audits.tsx'
import { AUDIT_WORDS, AUDITS_PATH } from './places.ts'

const words = {
  end: { nl: 'Audit beëindigen', en: 'End the audit' },
  question: { nl: 'Deze audit nu beëindigen?', en: 'End this audit now?' },
  lead: {
    nl: 'De auditor en de instelling kunnen meteen niet meer in de portfolio’s kijken. Dit kunt u niet ongedaan maken.',
    en: 'The auditor and the institution immediately lose access to the portfolios. This cannot be undone.',
  },
} satisfies Record<string, Text>

/** Asks whether an audit ends before its last day. */
export const endAuditPage = page(`${AUDITS_PATH}/:id/beeindigen`, {
  read: (door, params) => readAudit(door, params, AUDIT_PLANNING),
  view: ({ audit }, door) => {
    const path = `${AUDITS_PATH}/${audit.id}`
    return (
      <Screen door={door} title={words.end} width="narrow">
        <PageHeader
          title={words.end}
          breadcrumbs={[
            { label: AUDIT_WORDS.audits, href: AUDITS_PATH },
            { label: { nl: audit.party, en: audit.party }, href: path },
          ]}
        />
        <ConfirmPanel
          title={words.question}
          lead={words.lead}
          action={`${path}/beeindigen`}
          confirm={words.end}
          cancelHref={path}
        />
      </Screen>
    )
  },
})

/** Ends an audit before its last day. */
export const endAuditAct = act(`${AUDITS_PATH}/:id/beeindigen`, async ({ door, params }) => {
  const id = idOf(params)
  await door.change(AUDIT_PLANNING, (tx) => endAudit(tx, id))
  return { to: `${AUDITS_PATH}/${id}`, done: 'audit-ended' }
})
