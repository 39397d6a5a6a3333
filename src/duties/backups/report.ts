import { z } from 'zod'

/** What a line of a report is about: what was taken out again, what to know, what is not right. */
const kind = z.enum(['taken-out', 'note', 'problem'])

/**
 * What came of bringing back a backup, in earnest or as a rehearsal. Counts, codes and names of
 * tables; nothing of anybody.
 */
export const restorationReport = z.object({
  takenAt: z.string(),
  tables: z.int(),
  rows: z.int(),
  dossiers: z.int(),
  /** Erasures and endings in the register that were looked for. */
  erasures: z.int(),
  endings: z.int(),
  ledgerEntries: z.int(),
  milliseconds: z.int(),
  lines: z.array(
    z.object({ kind, code: z.string(), subject: z.string().optional(), count: z.number() }),
  ),
})

export type RestorationReport = z.infer<typeof restorationReport>
export type ReportLine = RestorationReport['lines'][number]

/** Whether all is as it should be. */
export function isGood({ lines }: Pick<RestorationReport, 'lines'>): boolean {
  return lines.every((line) => line.kind !== 'problem')
}
