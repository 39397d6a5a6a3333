import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  LinkButton,
  Notice,
  Section,
  Stack,
  Stat,
  Stats,
  Words,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { Survey } from '#modules/registry/index.ts'
import { stateOf } from './state.tsx'
import { surveyPath } from './surveys.ts'

const words = {
  progress: { nl: 'Hoe ver het is', en: 'How far it is' },
  invited: { nl: 'Gevraagd', en: 'Asked' },
  waiting: { nl: 'Staan klaar', en: 'Waiting' },
  sent: { nl: 'Verstuurd', en: 'Sent' },
  failed: { nl: 'Niet aangekomen', en: 'Not arrived' },
  recalled: { nl: 'Teruggeroepen', en: 'Called back' },
  recalledWhy: {
    nl: 'door een bezwaar, of omdat u stopte',
    en: 'by an objection, or because you stopped',
  },
  told: {
    nl: 'De opdrachtgever ziet alleen hoeveel mensen de mail kregen, afgerond op vijven.',
    en: 'The commissioning party only sees how many people got the email, rounded down to a multiple of five.',
  },
  pause: { nl: 'Pauzeren', en: 'Pause' },
  resume: { nl: 'Verder gaan', en: 'Go on' },
  stop: { nl: 'Stoppen', en: 'Stop' },
  paused: {
    nl: 'Het versturen staat stil. Wat klaarstaat, wacht.',
    en: 'Sending is paused. Emails that are ready wait.',
  },
} satisfies Record<string, Text>

interface ProgressProps {
  readonly survey: Survey
  /** Mails that wait in the queue. */
  readonly waiting: number
}

/** How far a survey is, and what can be done with it. */
export function SurveyProgress({ survey, waiting }: ProgressProps): JSX.Element {
  const { id, failed, invited, recalled, sent, settledAt, pausedAt, stoppedAt } = survey
  const steer = (doing: string): string => surveyPath(id, `/sturen/${doing}`)
  return (
    <Section title={words.progress}>
      <Stack>
        {stateOf(survey) === 'paused' && (
          <Notice tone="warning">
            <Words of={words.paused} />
          </Notice>
        )}
        <Stats>
          <Stat label={words.invited} value={invited ?? 0} />
          {settledAt ? (
            <>
              <Stat label={words.sent} value={sent ?? 0} tone="success" />
              <Stat label={words.failed} value={failed ?? 0} />
              <Stat label={words.recalled} value={recalled ?? 0} detail={words.recalledWhy} />
            </>
          ) : (
            <Stat label={words.waiting} value={waiting} />
          )}
        </Stats>
        <p>
          <Words of={words.told} />
        </p>
        {!settledAt && !stoppedAt && (
          <Actions>
            {pausedAt ? (
              <ActionForm action={steer('resume')} label={words.resume} />
            ) : (
              <ActionForm action={steer('pause')} label={words.pause} look="plain" />
            )}
            <LinkButton href={surveyPath(id, '/stoppen')} label={words.stop} look="quiet" />
          </Actions>
        )}
      </Stack>
    </Section>
  )
}
