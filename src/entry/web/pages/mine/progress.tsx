import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Card, DescriptionList, Section, Stack } from '#entry/web/components/index.ts'
import { Conversation } from '#entry/web/pages/principal/conversation.tsx'
import type { Language, Text } from '#kernel/language.ts'
import {
  type PrincipalMessage,
  progressTitle,
  type ProgressView,
  sayProgress,
} from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Voortgangsberichten', en: 'Reports of progress' },
  lead: {
    nl: 'Wat uw coach over de voortgang noteerde, in vaste velden. De opdrachtgever leest zo’n bericht alleen als u het vrijgeeft.',
    en: 'What your coach noted of the progress, in fixed fields. The principal reads such a report only when you release it.',
  },
  questions: { nl: 'Vragen van ontvangers', en: 'Questions of recipients' },
} satisfies Record<string, Text>

/** How the service goes, as the coach noted it. */
export function ProgressSection({
  progress,
  language,
}: {
  progress: readonly ProgressView[]
  language: Language
}): JSX.Element {
  return (
    <Section title={words.title} lead={words.lead}>
      <Stack>
        {progress.map((report) => (
          <Card title={progressTitle(report.writtenAt, language)}>
            <DescriptionList
              items={sayProgress(report, language).map(({ label, value }) => ({
                term: label,
                value,
              }))}
            />
          </Card>
        ))}
      </Stack>
    </Section>
  )
}

/** What recipients asked about what they read, and what the coach answered. */
export function QuestionSection({
  messages,
}: {
  messages: readonly PrincipalMessage[]
}): JSX.Element {
  return (
    <Section title={words.questions}>
      <Conversation messages={messages} />
    </Section>
  )
}
