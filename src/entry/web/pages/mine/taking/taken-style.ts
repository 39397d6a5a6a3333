/** The look of a dossier that was taken along: it must be readable without any other file. */
export const TAKEN_STYLE = `
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430;
  font: 1rem/1.6 system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 2px solid #1c2430; padding-bottom: .25rem; }
.sheet { margin: 1rem 0; padding: 1rem 1.25rem; border: 1px solid #b8c0cc; border-radius: .5rem;
  break-inside: avoid; }
.sheet h3 { margin: 0; }
.sheet-meta, .muted { color: #4a5565; }
.badge { display: inline-block; padding: 0 .5rem; border: 1px solid #4a5565; border-radius: 1rem;
  font-size: .875rem; }
.written { white-space: pre-wrap; }
.quote { margin: 1rem 0; padding-left: 1rem; border-left: 4px solid #b8c0cc; }
.quote blockquote { margin: 0; }
dl > div { display: grid; grid-template-columns: 13rem 1fr; gap: 1rem; padding: .375rem 0; }
dt { color: #4a5565; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; text-align: start; }
th, td { padding: .375rem .75rem .375rem 0; border-bottom: 1px solid #b8c0cc; text-align: start;
  vertical-align: top; }
.events { padding: 0; list-style: none; }
.events li { padding: .375rem 0; border-bottom: 1px solid #b8c0cc; }
.events time { display: block; color: #4a5565; }
.icon { display: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (width < 40rem) { dl > div { grid-template-columns: 1fr; gap: 0; } }
`
