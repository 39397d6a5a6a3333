import type { Environment } from './master-key.ts'
import { type ConfigProblem, configProblem } from './problem.ts'

/** What production may not do without, and what a forgotten mode must not bring about. */
export function checkMode(environment: Environment): ConfigProblem[] {
  const { GESTAND_MODE: mode, GESTAND_PUBLIC_URL: publicUrl } = environment
  if (mode === 'production') return checkProduction(environment)
  if (mode !== undefined) return []
  const reachable = publicUrl !== undefined && !isLocal(publicUrl)
  const open = reachable || !isLoopback(environment['GESTAND_HOST'])
  return open ? [configProblem('GESTAND_MODE', 'MODE_NOT_CHOSEN')] : []
}

function checkProduction(environment: Environment): ConfigProblem[] {
  const { GESTAND_PUBLIC_URL: publicUrl } = environment
  const problems = []
  if (!environment['GESTAND_MASTER_KEY'] && !environment['GESTAND_MASTER_KEY_FILE'])
    problems.push(configProblem('GESTAND_MASTER_KEY', 'KEY_MISSING'))
  if (!environment['GESTAND_SMTP_URL'])
    problems.push(configProblem('GESTAND_SMTP_URL', 'SMTP_MISSING'))
  if (!environment['GESTAND_MAIL_FROM'])
    problems.push(configProblem('GESTAND_MAIL_FROM', 'SENDER_MISSING'))
  if (!publicUrl) problems.push(configProblem('GESTAND_PUBLIC_URL', 'PUBLIC_URL_MISSING'))
  else if (URL.canParse(publicUrl) && !isHttps(publicUrl) && !isLocal(publicUrl))
    problems.push(configProblem('GESTAND_PUBLIC_URL', 'NOT_HTTPS'))
  return problems
}

function isHttps(url: string): boolean {
  return new URL(url).protocol === 'https:'
}

function isLocal(url: string): boolean {
  return URL.canParse(url) && isLoopback(new URL(url).hostname)
}

function isLoopback(host: string | undefined): boolean {
  return host === undefined || /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host)
}
