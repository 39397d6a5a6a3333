/** Forms: templates, and what was filled in for one client. */
export { DEFAULT_TEMPLATES } from './default-templates.ts'
export {
  answerForm,
  beginForm,
  changeForm,
  completeForm,
  removeForm,
  shareForm,
} from './form.ts'
export {
  ANSWER_LIMIT,
  blocksOf,
  fill,
  FORM_LIMIT,
  questionsIn,
  tokensIn,
  withAnswers,
} from './form-text.ts'
export { formReads, type FormView, readForms } from './form-view.ts'
export {
  formTemplates,
  templateFor,
  type TemplateRow,
  FORM_TITLE_LIMIT,
  writeTemplate,
} from './template.ts'
export { approvedSummaries, TOKENS, tokenValues } from './token.ts'
export { FORM_SORTS, type FormSort } from './words.ts'
