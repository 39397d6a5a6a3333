/** How something stands: it picks a colour, and never says anything that words do not say too. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error'
