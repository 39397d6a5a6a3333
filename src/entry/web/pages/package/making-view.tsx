import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Making } from '#duties/package/order.ts'
import {
  Actions,
  formatTime,
  LinkButton,
  Notice,
  Section,
  Stack,
  Waiting,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { explain, isExplained } from '#entry/web/http/explanations.ts'
import { formatBytes, formatNumber, say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'

const words = {
  waiting: { nl: 'Het pakket wacht op zijn beurt', en: 'The package waits for its turn' },
  making: { nl: 'Het pakket wordt gemaakt', en: 'The package is being made' },
  part: { nl: 'Onderdeel {now} van {of}', en: 'Part {now} of {of}' },
  lines: {
    nl: '{lines} regels verzameld. U kunt intussen iets anders doen en hier terugkomen.',
    en: '{lines} rows collected. You can do something else meanwhile and come back here.',
  },
  ready: { nl: 'Uw pakket staat klaar', en: 'Your package is ready' },
  readyWhy: {
    nl: 'U kunt het ophalen tot {until}, zolang u bent ingelogd. Daarna is het weg en maakt u een nieuw.',
    en: 'You can fetch it until {until}, for as long as you are signed in. After that it is gone and you make a new one.',
  },
  download: { nl: 'Downloaden ({size})', en: 'Download ({size})' },
  failed: { nl: 'Het pakket is niet gemaakt', en: 'The package was not made' },
} satisfies Record<string, Text>

/** A package that is being made, with how far it is. */
export function drawMaking(
  { state, done, of, lines }: Making,
  href: string,
  door: Door,
): JSX.Element {
  const { language } = door
  const part = { now: Math.min(done + 1, of), of }
  const detail = { lines: formatNumber(lines, language) }
  return (
    <Section title={state === 'waiting' ? words.waiting : words.making}>
      <Waiting
        href={href}
        label={say(words.part, language, part)}
        done={done}
        of={of}
        detail={say(words.lines, language, detail)}
      />
    </Section>
  )
}

/** A package that can be fetched. */
export function drawReady({ until, bytes }: Making, href: string, door: Door): JSX.Element {
  const { language } = door
  const size = formatBytes(bytes, language)
  return (
    <Section title={words.ready}>
      <Stack>
        <p>
          <Words of={words.readyWhy} places={{ until: formatTime(until, language) }} />
        </p>
        <Actions>
          <LinkButton href={href} label={say(words.download, language, { size })} download />
        </Actions>
      </Stack>
    </Section>
  )
}

/** Why a package was not made. */
export function drawFailed({ failure }: Making): JSX.Element {
  const stopped = new AppError('PACKAGE_STOPPED')
  const error = new AppError(failure ?? stopped.code)
  return (
    <Notice tone="error" title={words.failed}>
      <p>
        <Words of={explain(isExplained(error) ? error : stopped).message} />
      </p>
    </Notice>
  )
}
