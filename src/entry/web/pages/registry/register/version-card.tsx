import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Card, DateText, useView } from '#entry/web/components/index.ts'
import type { VersionLine } from '#modules/registry/index.ts'

/** A version of a programme, with what it demands. */
export function VersionCard({ of }: { of: VersionLine }): JSX.Element {
  const { language } = useView()
  return (
    <Card
      title={{ nl: `Versie ${of.number}`, en: `Version ${of.number}` }}
      level={3}
      meta={<DateText day={of.startsOn} />}
    >
      <ol>
        {of.requirements.map((each) => (
          <li>{each[language]}</li>
        ))}
      </ol>
    </Card>
  )
}
