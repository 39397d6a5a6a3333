import { z } from 'zod'
import { askRequest } from '#duties/rights/asking.ts'
import { listAskable, listOwnConsents } from '#duties/rights/askable.ts'
import {
  KIND_LEADS,
  KIND_WORDS,
  REQUEST_KINDS,
  type RequestKind,
  type RequestState,
} from '#duties/rights/words.ts'
import {
  ErrorSummary,
  Form,
  formatDay,
  Notice,
  PageHeader,
  RadioGroup,
  TextArea,
} from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import type { Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { RIGHTS } from './look.ts'
import { objectionOptions } from './objectionable.ts'
import { OWN_PATH, readStatement, SELF_SERVICE } from './office.ts'
import { isAtOnce } from './own.tsx'

const words = {
  dossier: { nl: 'Om welk dossier gaat het', en: 'Which dossier is it about' },
  all: { nl: 'Al mijn dossiers', en: 'All my dossiers' },
  about: { nl: 'Waartegen maakt u bezwaar', en: 'What do you object to' },
  consent: { nl: 'Welke toestemming trekt u in', en: 'Which consent do you withdraw' },
  noConsent: {
    nl: 'U hebt geen toestemming gegeven die nog geldt. Er is niets om in te trekken.',
    en: 'You gave no consent that still stands. There is nothing to withdraw.',
  },
  noActivity: {
    nl: 'Wij doen niets waartegen u op deze manier bezwaar kunt maken.',
    en: 'We do nothing that you can object to in this way.',
  },
  erasure: {
    nl: 'Uw gegevens worden vernietigd en komen niet terug, ook niet uit een reservekopie. Wat wij volgens de wet of de verklaring moeten bewaren, blijft. Wilt u eerst een kopie? Kies dan inzage.',
    en: 'Your data are destroyed and do not come back, not even from a backup. What we must keep by law or by the statement stays. Do you want a copy first? Then choose access.',
  },
  restriction: {
    nl: 'Vanaf dat moment ziet niemand uw dossier meer, ook u en uw coach niet. U kunt de beperking hier altijd weer opheffen.',
    en: 'From that moment nobody sees your dossier, you and your coach included. You can lift the restriction here at any time.',
  },
  rectification: {
    nl: 'Schrijf wat er niet klopt en hoe het wel moet zijn.',
    en: 'Write what is wrong and how it should be.',
  },
  optional: { nl: 'U hoeft niet te zeggen waarom.', en: 'You need not say why.' },
  atOnce: {
    nl: 'Dit gebeurt meteen als u verstuurt.',
    en: 'This happens at once when you send it.',
  },
} satisfies Record<string, Text>

const WARNINGS: Partial<Record<RequestKind, Text>> = {
  erasure: words.erasure,
  restriction: words.restriction,
}

const WORDS_LIMIT = 4_000

/** Asks one thing about one's own data. */
export const ownAskPage = formPage(`${OWN_PATH}/vragen/:kind`, {
  input: z.object({
    dossier: z.union([z.literal('all'), z.uuid()]).optional(),
    about: z.string().max(100).optional(),
    words: z.string().trim().max(WORDS_LIMIT),
  }),
  read: async (door, params) => {
    const [statement, { dossiers, consents }] = await Promise.all([
      readStatement(door),
      door.list(SELF_SERVICE, 'own-rights', { dossiers: listAskable, consents: listOwnConsents }),
    ])
    return { kind: kindOf(params), statement, dossiers, consents }
  },
  view: ({ kind, statement, dossiers, consents }, form, door) => {
    const objectionable = objectionOptions(statement)
    const warning = WARNINGS[kind]
    const impossible =
      (kind === 'withdrawal' && consents.length === 0 && words.noConsent) ||
      (kind === 'objection' && objectionable.length === 0 && words.noActivity)
    return (
      <Screen door={door} title={KIND_WORDS[kind]} width="narrow" open>
        <PageHeader
          title={KIND_WORDS[kind]}
          lead={KIND_LEADS[kind]}
          breadcrumbs={[{ label: RIGHTS.own, href: OWN_PATH }]}
        />
        <ErrorSummary errors={form.faults} />
        {impossible ? (
          <Notice>{say(impossible, door.language)}</Notice>
        ) : (
          <Form
            action={`${OWN_PATH}/vragen/${kind}`}
            submit={RIGHTS.send}
            cancelHref={OWN_PATH}
            formId={form.formId}
          >
            {warning && <Notice tone="warning">{say(warning, door.language)}</Notice>}
            {!warning && isAtOnce(statement, kind) && (
              <Notice>{say(words.atOnce, door.language)}</Notice>
            )}
            {kind === 'objection' && (
              <RadioGroup
                name="about"
                label={words.about}
                options={objectionable}
                value={form.value('about')}
                error={form.fault('about')}
                required
              />
            )}
            {kind === 'withdrawal' && (
              <RadioGroup
                name="about"
                label={words.consent}
                options={consents.map(({ requestId, consent, decidedAt }) => ({
                  value: requestId,
                  label: VOCABULARY.consents[consent]?.says ?? consent,
                  hint: formatDay(decidedAt, door.language),
                }))}
                value={form.value('about')}
                error={form.fault('about')}
                required
              />
            )}
            {kind !== 'withdrawal' && dossiers.length > 1 && (
              <RadioGroup
                name="dossier"
                label={words.dossier}
                options={[
                  { value: 'all', label: words.all },
                  ...dossiers.map(({ id, kind: service, reference }) => ({
                    value: id,
                    label: VOCABULARY.kinds[service]?.says ?? service,
                    hint: reference,
                  })),
                ]}
                value={form.value('dossier', 'all')}
                error={form.fault('dossier')}
                required
              />
            )}
            <TextArea
              name="words"
              label={RIGHTS.words}
              hint={kind === 'rectification' ? words.rectification : words.optional}
              value={form.value('words')}
              error={form.fault('words')}
              maxLength={WORDS_LIMIT}
              required={kind === 'rectification'}
            />
          </Form>
        )}
      </Screen>
    )
  },
  act: async ({ door, params, formId, input }) => {
    const kind = kindOf(params)
    if (kind === 'rectification' && input.words === '') {
      throw new AppError('REQUEST_WORDS_MISSING', { field: 'words' })
    }
    if (kind === 'withdrawal' && !input.about) {
      throw new AppError('REQUEST_CONSENT_MISSING', { field: 'about' })
    }
    let state: RequestState = 'weighing'
    await once(async () => {
      state = await door.change(SELF_SERVICE, (tx) =>
        askRequest(tx, {
          id: formId,
          kind,
          words: input.words,
          language: door.language,
          ...(input.about && { about: input.about }),
          ...(input.dossier && input.dossier !== 'all' && { dossierId: input.dossier }),
        }),
      )
    })
    return { to: `${OWN_PATH}/${formId}`, done: DONE[state] ?? 'request-asked' }
  },
})

const DONE: Partial<Record<RequestState, string>> = {
  fulfilled: 'request-done',
  executing: 'request-granted',
}

function kindOf(params: Params): RequestKind {
  const kind = REQUEST_KINDS.find((each) => each === params['kind'])
  if (!kind) throw new AppError('NOT_FOUND')
  return kind
}
