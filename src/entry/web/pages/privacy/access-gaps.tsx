import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { MemberGap, UnreachedDossier } from '#duties/oversight/gap.ts'
import { Notice, Section, Stack, useSay, useView } from '#entry/web/components/index.ts'
import { joinWords, type Text } from '#kernel/language.ts'

const words = {
  title: { nl: 'Wat aandacht vraagt', en: 'What needs attention' },
  'no-second-factor': {
    nl: 'Zonder inloggen in twee stappen, en dus nog zonder toegang',
    en: 'Without two-step sign-in, and so without access yet',
  },
  'no-function': {
    nl: 'In dienst zonder functie',
    en: 'Employed without a function',
  },
  unreached: {
    nl: 'Dossiers waar geen medewerker bij kan',
    en: 'Dossiers that no member of staff reaches',
  },
} satisfies Record<string, Text>

export interface GapSectionProps {
  readonly gaps: readonly MemberGap[]
  readonly unreached: readonly UnreachedDossier[]
}

/** What is missing somewhere; nothing when all is well. */
export function GapSection({ gaps, unreached }: GapSectionProps): JSX.Element | null {
  const { language } = useView()
  const say = useSay()
  if (gaps.length + unreached.length === 0) return null
  const members = Map.groupBy(gaps, ({ gap }) => gap)
  return (
    <Section title={words.title}>
      <Stack>
        {[...members].map(([gap, own]) => (
          <Notice tone="warning" title={say(words[gap])}>
            {joinWords(
              own.map(({ name }) => name),
              language,
            )}
          </Notice>
        ))}
        {unreached.length > 0 && (
          <Notice tone="warning" title={say(words.unreached)}>
            {joinWords(
              unreached.map(({ reference }) => reference),
              language,
            )}
          </Notice>
        )}
      </Stack>
    </Section>
  )
}
