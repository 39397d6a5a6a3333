import { z } from 'zod'
import {
  CheckboxGroup,
  EmptyState,
  ErrorSummary,
  Form,
  formatMoment,
  LinkButton,
  Notice,
  PageHeader,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, textList } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { titleOf } from '#entry/web/pages/rights/office.ts'
import { type CountText, say, sayCount } from '#entry/web/words.ts'
import { diplomaIssuedMail } from '#jobs/mails/diploma-issued.ts'
import { isAppError } from '#kernel/error.ts'
import type { Language, Text } from '#kernel/language.ts'
import {
  issueDiploma,
  type IssueLine,
  issuerKeys,
  listHolders,
  listToIssue,
} from '#modules/registry/index.ts'
import { OWN_DIPLOMAS } from './own.tsx'
import { DIPLOMAS, issuingOf } from './issuing.ts'
import { DESK, DiplomaTabs, KEYS_PATH } from './tabs.tsx'
import { programmeOf } from './words.ts'

/** Issued in one go: each is drawn up, signed and told by itself. */
const ISSUE_LIMIT = 25

const words = {
  title: { nl: 'Diploma’s uitgeven', en: 'Issue diplomas' },
  lead: {
    nl: 'Deze aanvragen zijn door werkgever en opleidingsinstituut gecontroleerd. Met de uitgifte krijgt elk diploma een nummer en krijgt de houder een mail.',
    en: 'Employer and training institute verified these applications. By issuing, each diploma gets a number and its holder a mail.',
  },
  who: { nl: 'Wie krijgt nu een diploma', en: 'Who gets a diploma now' },
  issue: { nl: 'Geef de aangevinkte diploma’s uit', en: 'Issue the diplomas that are ticked' },
  more: {
    nl: 'Er wachten er {total}. U ziet de eerste {shown}; daarna komen de volgende.',
    en: '{total} are waiting. You see the first {shown}; the next come after that.',
  },
  none: { nl: 'Er ligt niets klaar', en: 'There is nothing to issue' },
  noneWhy: {
    nl: 'Zodra een aanvraag twee keer is gecontroleerd, staat die hier.',
    en: 'Applications appear here once both institutions have verified them.',
  },
  noKey: { nl: 'Er is nog geen sleutel', en: 'There is no key yet' },
  noKeyWhy: {
    nl: 'Diploma’s worden ondertekend met een sleutel van uw organisatie. Maak die eerst.',
    en: 'Diplomas are signed with a key of your organisation. Make that first.',
  },
  toKeys: { nl: 'Naar de sleutels', en: 'To the keys' },
  verifiedAt: { nl: '{programme}, gecontroleerd op {day}', en: '{programme}, verified on {day}' },
  replaces: {
    nl: '{programme}, nieuw diploma na een verbeterde naam, gevraagd op {day}',
    en: '{programme}, new diploma after a corrected name, asked on {day}',
  },
  left: {
    nl: 'Bij {left} was er intussen iets veranderd. Daar is niets gedaan.',
    en: 'For {left} something had changed meanwhile. Nothing was done there.',
  },
  back: { nl: 'Terug naar de lijst', en: 'Back to the list' },
} satisfies Record<string, Text>

const ISSUED: CountText = {
  one: { nl: '{count} diploma uitgegeven', en: '{count} diploma issued' },
  other: { nl: '{count} diploma’s uitgegeven', en: '{count} diplomas issued' },
}

const NOBODY = because({ nl: 'Vink ten minste één diploma aan.', en: 'Tick at least one diploma.' })

const input = z.object({
  dossier: z.unknown().transform(textList).pipe(z.array(z.uuid()).min(1, NOBODY).max(ISSUE_LIMIT)),
})

function readWaiting(door: Door) {
  return door.list(DIPLOMAS, 'diplomas-to-issue', {
    rows: listToIssue(ISSUE_LIMIT),
    keys: issuerKeys,
  })
}

/** The diplomas that can be issued, all ticked. */
export const toIssuePage = formPage(DESK, {
  input,
  read: readWaiting,
  view: ({ rows, keys }, form, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={words.lead} />
      <DiplomaTabs current={DESK} />
      {keys.length === 0 && (
        <Notice
          tone="warning"
          title={words.noKey}
          action={<LinkButton href={KEYS_PATH} label={words.toKeys} />}
        >
          <Words of={words.noKeyWhy} />
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="circleCheck" />
      ) : (
        <>
          <ErrorSummary errors={form.faults} />
          <Form action={DESK} submit={words.issue} width="wide" formId={form.formId}>
            {(rows[0]?.total ?? 0) > rows.length && (
              <Notice>
                <Words
                  of={words.more}
                  places={{ total: rows[0]?.total ?? 0, shown: rows.length }}
                />
              </Notice>
            )}
            <CheckboxGroup
              name="dossier"
              label={words.who}
              error={form.fault('dossier')}
              required
              options={rows.map((line) => ({
                value: line.dossierId,
                label: [line.givenNames, line.prefix, line.familyName].filter(Boolean).join(' '),
                hint: hintOf(line, door.language),
              }))}
              values={form.chosen(
                'dossier',
                rows.map(({ dossierId }) => dossierId),
              )}
            />
          </Form>
        </>
      )}
    </Screen>
  ),
  act: async ({ door, input: { dossier } }) => {
    const { rows } = await readWaiting(door)
    const lines = rows.filter(({ dossierId }) => dossier.includes(dossierId))
    let done = 0
    for (const line of lines) done += Number(await issueOne(door, line))
    const title = sayCount(ISSUED, done, door.language)
    const left = dossier.length - done
    return {
      show: (
        <Screen door={door} title={title} width="narrow">
          <PageHeader title={title} breadcrumbs={[{ label: words.title, href: DESK }]} />
          {left > 0 && (
            <Notice tone="warning">
              <Words of={words.left} places={{ left }} />
            </Notice>
          )}
          <LinkButton href={DESK} label={words.back} />
        </Screen>
      ),
    }
  },
})

/** Issues one diploma and tells its holder; answers whether it was done. */
async function issueOne(door: Door, line: IssueLine): Promise<boolean> {
  try {
    await door.changeDossier(DIPLOMAS, line.dossierId, async (tx) => {
      await issueDiploma(tx, issuingOf(door), line)
      const holders = await tx.run(listHolders)
      const told = { organisation: titleOf(door), path: OWN_DIPLOMAS }
      for (const { id } of holders) {
        await door.visit.site.outbox.queue(tx, diplomaIssuedMail, told, { accountId: id })
      }
    })
    return true
  } catch (error) {
    // Somebody else issued it, or it was ended meanwhile: the others go on.
    const codes = ['DIPLOMA_NOT_VERIFIED', 'DIPLOMA_REVOKED', 'NOT_FOUND']
    if (codes.some((code) => isAppError(error, code))) return false
    throw error
  }
}

function hintOf(line: IssueLine, language: Language): string {
  return say(line.replaces === null ? words.verifiedAt : words.replaces, language, {
    programme: programmeOf(line, language),
    day: formatMoment(line.since, language),
  })
}
