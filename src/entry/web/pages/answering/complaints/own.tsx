import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Complaint } from '#duties/complaints/complaint.ts'
import { outcomeLetter, RECOURSE } from '#duties/complaints/letters.ts'
import {
  Actions,
  Badge,
  Card,
  DateText,
  DescriptionList,
  LinkButton,
  Notice,
  PageHeader,
  Quotation,
  Section,
  Stack,
  Steps,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { answer, page } from '#entry/web/http/page.tsx'
import { letterAnswer } from '#entry/web/http/press.ts'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import { writeLetter } from './letters.ts'
import { OWN_COMPLAINTS as HOME, readOwn } from './own-case.ts'
import { ownWords as words } from './own-words.ts'
import { OUTCOMES, stateLook, STEPS, stepOf, WAYS } from './words.ts'

/** One's own complaint, to follow: where it is, what was decided and where to turn next. */
export const ownComplaintPage = page(`${HOME}/:id`, {
  read: readOwn,
  view: ({ complaint, said }, door) => {
    const open = complaint.state !== 'decided'
    const path = `${HOME}/${complaint.id}`
    return (
      <Screen door={door} title={complaint.subject} width="narrow" open>
        <PageHeader
          title={complaint.subject}
          status={<Badge {...stateLook(complaint)} />}
          breadcrumbs={[{ label: words.title, href: HOME }]}
        />
        <Steps label={words.steps} steps={STEPS} current={stepOf(complaint)} />
        <Stack gap="large">
          {open && (
            <Notice title={words.next}>
              <Words of={words.byDay} /> <DateText day={complaint.dueOn} />.{' '}
              <Words of={words.kept} />
            </Notice>
          )}
          {!open && <OutcomeSection complaint={complaint} path={path} door={door} />}
          <Section title={words.written}>
            <Stack>
              <Quotation by={<DateText day={complaint.receivedOn} />} text={complaint.words} />
              {complaint.wish !== '' && (
                <Card title={words.wish}>
                  <WrittenText text={complaint.wish} />
                </Card>
              )}
              {said.map(({ words: text, heardOn, way }) => (
                <Quotation
                  by={
                    <>
                      <DateText day={heardOn} />, <Words of={WAYS[way] ?? way} />
                    </>
                  }
                  text={text}
                />
              ))}
            </Stack>
          </Section>
          {open && (
            <Actions>
              <LinkButton href={`${path}/aanvullen`} label={words.add} look="plain" icon="speech" />
              <LinkButton
                href={`${path}/intrekken`}
                label={words.withdraw}
                look="quiet"
                icon="cross"
              />
            </Actions>
          )}
        </Stack>
      </Screen>
    )
  },
})

interface OutcomeProps {
  readonly complaint: Complaint
  readonly path: string
  readonly door: Door
}

function OutcomeSection({ complaint, path, door }: OutcomeProps): JSX.Element | null {
  const { outcome, reasons, measures } = complaint
  if (outcome === null) return null
  return (
    <Section title={words.outcome}>
      <Card
        title={OUTCOMES[outcome]}
        actions={
          outcome !== 'withdrawn' && (
            <LinkButton
              href={`${path}/uitkomst.pdf`}
              label={words.letter}
              look="plain"
              icon="download"
            />
          )
        }
      >
        <DescriptionList
          items={[
            { term: words.reasons, value: <WrittenText text={reasons ?? ''} /> },
            ...(measures ? [{ term: words.measures, value: <WrittenText text={measures} /> }] : []),
          ]}
        />
        {outcome !== 'withdrawn' && <p>{RECOURSE[door.language]}</p>}
      </Card>
    </Section>
  )
}

/** The outcome as a letter, for who complained. */
export const ownOutcomeLetterFile = answer(`${HOME}/:id/uitkomst.pdf`, async (door, params, c) => {
  const { complaint } = await readOwn(door, params)
  if (complaint.outcome === null) throw new AppError('NOT_FOUND')
  return letterAnswer(c, await writeLetter(door, complaint, outcomeLetter))
})
