import type { DeskAction } from '#duties/rights/desk.ts'

/**
 * The handling of a request decided a second time, without a database: plain states, plain days.
 * Random walks compare the two after every step.
 */
export interface ModelRequest {
  readonly state: string
  /** Days until the end of the term; moves only when time passes and the clock runs. */
  readonly daysLeft: number
  readonly extended: boolean
  readonly identified: boolean
  readonly copy: 'none' | 'waiting' | 'covered'
}

export type Step =
  | { readonly kind: 'desk'; readonly action: DeskAction }
  | { readonly kind: 'person'; readonly action: 'answer' | 'withdraw' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'judge'; readonly covered: boolean }
  | { readonly kind: 'identify'; readonly way: 'covered-copy' | 'in-person' }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'finish' }

const OVER = ['fulfilled', 'refused', 'withdrawn', 'lapsed']

/** What a step makes of a request; undefined when it is refused. */
export function stepModel(now: ModelRequest, step: Step, extension: number): Next {
  const standing = !OVER.includes(now.state)
  const waits = now.state === 'identifying' || now.state === 'paused'
  switch (step.kind) {
    case 'days':
      return waits || !standing ? now : { ...now, daysLeft: now.daysLeft - step.days }
    case 'finish':
      return now.state === 'executing' ? close(now, 'fulfilled') : undefined
    case 'copy':
      return now.state === 'identifying' ? { ...now, copy: 'waiting' } : undefined
    case 'judge':
      if (now.copy === 'none') return undefined
      if (step.covered) return { ...now, copy: 'covered' }
      return now.state === 'identifying' ? { ...now, copy: 'none' } : undefined
    case 'identify': {
      if (now.state !== 'received' && now.state !== 'identifying') return undefined
      if (step.way === 'covered-copy' && now.copy !== 'covered') return undefined
      return { ...now, state: 'weighing', identified: true, copy: 'none' }
    }
    case 'person':
      return person(now, step.action)
    case 'desk':
      break
  }
  return desk(now, step.action, extension)
}

type Next = ModelRequest | undefined

function close(now: ModelRequest, state: string): ModelRequest {
  return { ...now, state, copy: 'none' }
}

function person(now: ModelRequest, action: 'answer' | 'withdraw'): Next {
  if (action === 'answer') return now.state === 'paused' ? { ...now, state: 'weighing' } : undefined
  const open = ['received', 'identifying', 'weighing', 'paused'].includes(now.state)
  return open ? close(now, 'withdrawn') : undefined
}

function desk(now: ModelRequest, action: DeskAction, extension: number): Next {
  const open = ['received', 'identifying', 'weighing', 'paused'].includes(now.state)
  const waits = now.state === 'identifying' || now.state === 'paused'
  switch (action) {
    case 'ask-identity':
      return now.state === 'received' ? { ...now, state: 'identifying' } : undefined
    case 'pause':
      return now.state === 'weighing' ? { ...now, state: 'paused' } : undefined
    case 'answer':
    case 'withdraw':
      return person(now, action)
    case 'refuse':
      return open && now.state !== 'paused' ? close(now, 'refused') : undefined
    case 'grant':
      return now.state === 'weighing' ? { ...now, state: 'executing' } : undefined
    case 'extend':
      break
  }
  if (!open || now.extended || (!waits && now.daysLeft < 0)) return undefined
  return { ...now, daysLeft: now.daysLeft + extension, extended: true }
}
