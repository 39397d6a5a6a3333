/**
 * What a talk can be about: meeting each other, the start, exploring, planning, acting, what came
 * of it, and the farewell.
 */
export const STAGES = ['meet', 'start', 'explore', 'plan', 'act', 'outcome', 'close'] as const

export type Stage = (typeof STAGES)[number]

/**
 * What can be said at each stage. Words between braces are filled in from the client's portrait:
 * {job}, {workplace}, {sector}, {years}, {wish}, {wish2}, {strength}, {strength2}, {interest},
 * {limit}, {study}, {hours}, {town}; with a capital they begin a sentence.
 */
export type StageTexts = Readonly<Record<Stage, readonly string[]>>
