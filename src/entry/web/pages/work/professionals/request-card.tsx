import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Child } from '#entry/web/jsx/element.ts'
import {
  Card,
  DateText,
  Quotation,
  type Status,
  StatusBadge,
  Words,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { ProfessionalRequestView } from '#modules/practice/index.ts'

const words = {
  due: { nl: 'Antwoord gevraagd voor', en: 'Answer asked before' },
  answered: { nl: 'Antwoord van {name}, ontvangen op', en: 'Answer of {name}, received on' },
  third: { nl: 'Dit komt van een derde.', en: 'This came from a third party.' },
} satisfies Record<string, Text>

const STATUSES: Readonly<Record<ProfessionalRequestView['state'], Status>> = {
  asked: 'asked',
  agreed: 'granted',
  refused: 'refused',
  stopped: 'withdrawn',
  sent: 'sent',
  late: 'late',
  answered: 'answered',
}

/** A question to another professional with its answers, for the coach and for the client alike. */
export function RequestCard(props: {
  readonly request: ProfessionalRequestView
  readonly actions?: Child
  /** 2 where it stands in no section. */
  readonly level?: 2 | 3
}): JSX.Element {
  const { actions, level = 3, request } = props
  const { answers, dueOn, name, question, state } = request
  return (
    <Card
      title={name}
      level={level}
      id={request.id}
      status={<StatusBadge status={STATUSES[state]} />}
      meta={
        <>
          <Words of={words.due} /> <DateText day={dueOn} />
        </>
      }
      actions={actions}
    >
      <p>{question}</p>
      {answers.map(({ body, receivedOn }) => (
        <Quotation
          text={body}
          by={
            <>
              <Words of={words.answered} places={{ name }} /> <DateText day={receivedOn} />.{' '}
              <Words of={words.third} />
            </>
          }
        />
      ))}
    </Card>
  )
}
