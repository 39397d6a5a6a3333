import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Badge,
  Card,
  FileLink,
  HiddenField,
  Moment,
  Notice,
  Section,
  Stack,
  useSay,
  Words,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { DeskFile } from './desk-request.ts'
import { RIGHTS } from './look.ts'
import { DESK_PATH } from './office.ts'

const words = {
  look: { nl: 'Kopie bekijken', en: 'See the copy' },
  judge: {
    nl: 'Zijn de pasfoto en het burgerservicenummer afgedekt, ook in de strook onderaan? Zo niet, dan wordt de kopie meteen vernietigd en vragen wij om een nieuwe.',
    en: 'Are the photo and the citizen number covered, also in the strip at the bottom? If not, the copy is destroyed at once and we ask for a new one.',
  },
  covered: { nl: 'Ja, beide zijn afgedekt', en: 'Yes, both are covered' },
  uncovered: { nl: 'Nee: afkeuren en vernietigen', en: 'No: reject and destroy' },
  isCovered: { nl: 'Goed afgedekt', en: 'Covered' },
  rejected: { nl: 'Afgekeurd', en: 'Rejected' },
  destroyed: { nl: 'Vernietigd op', en: 'Destroyed on' },
} satisfies Record<string, Text>

/** Copies of identity documents: what is there is judged, what is gone says when. */
export function Copies({ file }: { file: DeskFile }): JSX.Element {
  const say = useSay()
  if (file.copies.length === 0) return <></>
  return (
    <Section title={RIGHTS.copy}>
      <Stack>
        {file.copies.map(({ id, receivedAt, judgement, destroyedAt }) => {
          const path = `${DESK_PATH}/${file.request.id}/kopie/${id}`
          return (
            <Card
              meta={<Moment at={receivedAt} />}
              status={judgement && <JudgementBadge judgement={judgement} />}
              actions={
                destroyedAt || judgement ? null : (
                  <>
                    <ActionForm action={path} label={words.covered}>
                      <HiddenField name="covered" value="yes" />
                    </ActionForm>
                    <ActionForm action={path} label={words.uncovered} look="danger">
                      <HiddenField name="covered" value="no" />
                    </ActionForm>
                  </>
                )
              }
            >
              {destroyedAt ? (
                <p>
                  <Words of={words.destroyed} /> <Moment at={destroyedAt} />
                </p>
              ) : (
                <>
                  <FileLink href={path} name={say(words.look)} />
                  {!judgement && <Notice tone="warning">{say(words.judge)}</Notice>}
                </>
              )}
            </Card>
          )
        })}
      </Stack>
    </Section>
  )
}

function JudgementBadge({ judgement }: { judgement: 'covered' | 'uncovered' }): JSX.Element {
  return judgement === 'covered' ? (
    <Badge label={words.isCovered} tone="success" icon="check" />
  ) : (
    <Badge label={words.rejected} tone="error" icon="cross" />
  )
}
