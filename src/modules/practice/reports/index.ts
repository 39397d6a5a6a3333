/** Reports: figures on the work, without names of clients. */
export {
  type Report,
  REPORT_LINES,
  type ReportAsked,
  type ReportLine,
  reportReads,
  REPORTS,
  type ReportTable,
  readReport,
} from './report.ts'
export { reportCsv, reportWorkbook } from './sheet.ts'
export {
  LABEL_TITLES,
  LINE_TITLES,
  MEASURE_TITLES,
  REPORT_ERRORS,
  REPORT_TEXTS,
  REPORT_TITLES,
} from './words.ts'
