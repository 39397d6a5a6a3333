import { dayOf } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import type { Params } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { AppError } from '#kernel/error.ts'
import {
  gatekeeperReads,
  type GatekeeperView,
  readGatekeeper,
  readTrajectory,
  trajectoryReads,
  type TrajectoryView,
} from '#modules/practice/index.ts'

export interface TrajectoryFile {
  readonly file: OpenedFile
  readonly trajectory: TrajectoryView
  readonly gatekeeper?: GatekeeperView
}

/**
 * Opens a dossier with its trajectory.
 *
 * @throws `NOT_FOUND` also where the statement has no goals.
 */
export async function openTrajectory(
  door: Door,
  desk: Desk,
  params: Params,
): Promise<TrajectoryFile> {
  const { file, answers, opening, actors } = await openFileWith(
    door,
    desk,
    params,
    (access, id) => ({ ...trajectoryReads(access, id), ...gatekeeperReads(access, id) }),
  )
  if (!file.access.can('goals', 'select')) throw new AppError('NOT_FOUND')
  const startedAt = file.dossier.service.activatedAt ?? file.dossier.startedAt
  const today = dayOf(new Date())
  const gatekeeper = readGatekeeper(answers, today)
  return {
    file,
    trajectory: readTrajectory(opening, answers, { today, startedAt, actors }),
    ...(gatekeeper && { gatekeeper }),
  }
}
