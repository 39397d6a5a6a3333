import { ANSWERING_VOCABULARY } from '#duties/answering-vocabulary.ts'
import { PAGE_VISITS_VOCABULARY } from '#duties/page-visits/vocabulary.ts'
import { DUTIES_VOCABULARY } from '#duties/vocabulary.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import { mergeVocabularies } from '#statement/vocabulary.ts'
import { FINANCE_VOCABULARY } from './finance/index.ts'
import {
  NEWS_VOCABULARY,
  PEER_REVIEW_VOCABULARY,
  PRACTICE_VOCABULARY,
  PRINCIPAL_VOCABULARY,
  PROFESSIONALS_VOCABULARY,
  SUCCESSION_VOCABULARY,
} from './practice/index.ts'
import {
  DIPLOMA_VOCABULARY,
  AUDITS_VOCABULARY,
  EXPORTS_VOCABULARY,
  REGISTRY_VOCABULARY,
  SURVEY_VOCABULARY,
} from './registry/index.ts'

/** Every word that a statement may use: those of the duties and of all modules. */
export const VOCABULARY: Vocabulary = mergeVocabularies([
  DUTIES_VOCABULARY,
  ANSWERING_VOCABULARY,
  PAGE_VISITS_VOCABULARY,
  PRACTICE_VOCABULARY,
  PRINCIPAL_VOCABULARY,
  PROFESSIONALS_VOCABULARY,
  PEER_REVIEW_VOCABULARY,
  NEWS_VOCABULARY,
  SUCCESSION_VOCABULARY,
  FINANCE_VOCABULARY,
  REGISTRY_VOCABULARY,
  DIPLOMA_VOCABULARY,
  EXPORTS_VOCABULARY,
  AUDITS_VOCABULARY,
  SURVEY_VOCABULARY,
])
