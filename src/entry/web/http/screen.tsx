import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Layout, Notice, PublicLayout, Stack, Words } from '#entry/web/components/index.ts'
import type { Wording } from '#entry/web/words.ts'
import type { Door } from './door.ts'
import { NOTICES } from './notices.ts'

export interface ScreenProps {
  readonly door: Door
  readonly title: Wording
  readonly width?: 'wide' | 'narrow' | 'single'
  /** Without the links of a section beside it. */
  readonly open?: boolean
  readonly children?: Child
}

/**
 * A whole page of a request: what surrounds it, what came of the act before it, and its content.
 */
export function Screen({ door, title, width = 'wide', open, children }: ScreenProps): JSX.Element {
  const Around = open ? PublicLayout : Layout
  const done = NOTICES[door.visit.query.get('gedaan') ?? '']
  return (
    <Around frame={door.frame} title={title} width={width}>
      <Stack>
        {done && (
          <Notice tone="success" announce>
            <Words of={done} />
          </Notice>
        )}
        {children}
      </Stack>
    </Around>
  )
}
