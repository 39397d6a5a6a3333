import { expect, test } from 'vitest'
import { AppError } from '#kernel/error.ts'
import { explainFailure } from './failure.ts'

function systemError(details: Readonly<Record<string, unknown>>): Error {
  return Object.assign(new Error('as the system says it'), details)
}

test.each([
  [{ code: 'EADDRINUSE', address: '127.0.0.1', port: 8080 }, 'on 127.0.0.1:8080'],
  [{ code: 'EACCES', syscall: 'listen', port: 80 }, 'may not listen on port 80'],
  [{ code: 'EACCES', syscall: 'mkdir', path: '/srv/data' }, 'may not use /srv/data'],
  [{ code: 'ENOENT', syscall: 'mkdir', path: '/proc/nope' }, '/proc/nope cannot be made'],
  [{ code: 'ENOENT', syscall: 'connect', address: '/run/pg' }, 'no PostgreSQL answers on /run/pg'],
  [{ message: 'Connection terminated unexpectedly' }, 'is perhaps no PostgreSQL'],
  [{ message: 'timeout expired' }, 'no PostgreSQL answers at DATABASE_URL'],
  [{ message: 'SASL: client password must be a string' }, 'asks for a password'],
  [{ code: 'EROFS', path: '/mnt/x' }, '/mnt/x cannot be written'],
  [{ code: '28P01' }, 'Check DATABASE_URL'],
])('what %o means is said, with what to do', (details, says) => {
  expect(explainFailure(systemError(details))).toContain(says)
})

test('a server with two addresses that both refuse is one failure', () => {
  const refused = systemError({ code: 'ECONNREFUSED', address: '127.0.0.1', port: 5432 })
  const says = explainFailure(new AggregateError([refused, refused]))
  expect(says).toContain('no PostgreSQL answers on 127.0.0.1:5432')
})

test('an expected failure of our own is filled with its details', () => {
  expect(explainFailure(new AppError('SERVER_IN_USE', { process: 41 }))).toContain('(process 41)')
})

test('a defect is not explained away', () => {
  expect(explainFailure(new TypeError('x is undefined'))).toBeUndefined()
  expect(explainFailure(systemError({ code: 'EWHATEVER' }))).toBeUndefined()
  expect(explainFailure(systemError({ code: 'ENOENT', syscall: 'open' }))).toBeUndefined()
  expect(explainFailure(new AppError('SOMETHING_NEW'))).toBeUndefined()
})
