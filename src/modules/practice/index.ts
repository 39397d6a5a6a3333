export { PRACTICE_VOCABULARY } from './vocabulary.ts'
