/** A register of training: enrolment, verification, institutions and what happens meanwhile. */
export { REGISTRY_VOCABULARY } from './vocabulary.ts'
