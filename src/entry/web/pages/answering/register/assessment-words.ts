import type { Conclusion, RiskLevel } from '#duties/register/assessment.ts'
import type { BadgeLook } from '#entry/web/pages/answering/badge-look.ts'

export const ASSESSMENTS = '/privacy/beoordelingen'

export const CONCLUSION_LOOKS: Readonly<Record<Conclusion, BadgeLook>> = {
  go: { label: { nl: 'Kan doorgaan', en: 'Can go on' }, tone: 'success', icon: 'check' },
  'go-with-measures': {
    label: { nl: 'Kan doorgaan, met maatregelen', en: 'Can go on, with measures' },
    tone: 'info',
    icon: 'check',
  },
  consult: {
    label: { nl: 'Eerst de toezichthouder vragen', en: 'Ask the authority first' },
    tone: 'warning',
    icon: 'speech',
  },
  stop: { label: { nl: 'Niet doen', en: 'Do not do it' }, tone: 'error', icon: 'stop' },
}

export const LEVEL_LOOKS: Readonly<Record<RiskLevel, BadgeLook>> = {
  low: { label: { nl: 'Klein', en: 'Low' }, tone: 'neutral', icon: 'info' },
  middle: { label: { nl: 'Matig', en: 'Middle' }, tone: 'warning', icon: 'alert' },
  high: { label: { nl: 'Groot', en: 'High' }, tone: 'error', icon: 'alert' },
}
