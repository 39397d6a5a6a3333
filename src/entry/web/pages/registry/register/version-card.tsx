import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Card, DateText, useSay, useView } from '#entry/web/components/index.ts'
import { sayCount } from '#entry/web/words.ts'
import type { VersionLine } from '#modules/registry/index.ts'

const FROM = { nl: 'Voor wie begint vanaf', en: 'For who starts from' }
const MONTHS = {
  one: { nl: '{count} maand', en: '{count} month' },
  other: { nl: '{count} maanden', en: '{count} months' },
}

/** A version of a programme, with what it demands. */
export function VersionCard({ of }: { of: VersionLine }): JSX.Element {
  const { language } = useView()
  const say = useSay()
  return (
    <Card
      title={{ nl: `Versie ${of.number}`, en: `Version ${of.number}` }}
      level={3}
      meta={
        <>
          {say(FROM)} <DateText day={of.startsOn} /> · {sayCount(MONTHS, of.months, language)}
        </>
      }
    >
      <ol>
        {of.requirements.map((each) => (
          <li>{each[language]}</li>
        ))}
      </ol>
    </Card>
  )
}
