import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Card,
  EmptyState,
  Moment,
  Muted,
  Stack,
  useView,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { Signal } from '#modules/registry/index.ts'

export const SIGNALS_PATH = '/register/signalen'
export const RECEIVED_PATH = '/instelling/signalen'

const words = {
  none: { nl: 'Geen signalen', en: 'No signals' },
  answered: { nl: 'Antwoord', en: 'Answer' },
  waits: { nl: 'nog geen antwoord', en: 'no answer yet' },
} satisfies Record<string, Text>

/** A signal with what was answered to it. */
function SignalCard({ of: signal }: { of: Signal }): JSX.Element {
  const { language } = useView()
  return (
    <Card
      level={2}
      title={language === 'nl' ? signal.requirement_nl : signal.requirement_en}
      meta={
        <>
          {`${signal.party} · `}
          <Moment at={signal.sent_at} />
        </>
      }
    >
      <Stack>
        <WrittenText text={signal.words} />
        {signal.answer === undefined ? (
          <Muted>
            <Words of={words.waits} />
          </Muted>
        ) : (
          <>
            <strong>
              <Words of={words.answered} />
            </strong>
            <WrittenText text={signal.answer} />
          </>
        )}
      </Stack>
    </Card>
  )
}

/** Signals, the newest first. */
export function SignalCards({
  signals,
  why,
}: {
  signals: readonly Signal[]
  why: Text
}): JSX.Element {
  if (signals.length === 0) return <EmptyState title={words.none} lead={why} icon="send" />
  return (
    <Stack>
      {signals.map((signal) => (
        <SignalCard of={signal} />
      ))}
    </Stack>
  )
}
