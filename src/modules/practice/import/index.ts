/** Reading a client list, and storing the clients in it. */

export { type ClientList, type Mapping, MAX_FILE_BYTES, readClientList } from './client-list.ts'
export { isTarget, TARGETS } from './field.ts'

export { explainOutcome, type ImportOutcome, type RowOutcome } from './outcome.ts'
export { describeProblem, reportList } from './report.ts'

export { SERVICES, type Service } from './service.ts'

export { importClients } from './write.ts'
