import { expect, test } from 'vitest'
import { AppError } from '#kernel/error.ts'
import { unlessRehearsing } from './backups.ts'

test('a rehearsal that another job does just then is no failure, and any other failure is one', async () => {
  await unlessRehearsing(() => Promise.reject(new AppError('REHEARSING')))
  const broken = unlessRehearsing(() => Promise.reject(new AppError('BACKUP_UNKNOWN')))
  await expect(broken).rejects.toMatchObject({ code: 'BACKUP_UNKNOWN' })
})
