// Reports of the pretended backend: plain, but of the right kind for each format.
import type { ReportFormat } from './backend';
import type { ArticleView, ReportCheck, ReportText } from './types.gen';

export function reportText(view: ArticleView, format: ReportFormat): ReportText {
  const lines = view.sentences.map(({ label, standing, text }) => ({ label, standing, text }));
  const text = {
    html: () =>
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${safe(view.title)}</title><style>body{font:16px/1.6 Georgia,serif;max-width:40rem;margin:3rem auto;padding:0 1.5rem}h1{font-size:1.6rem}td{padding:.2rem .6rem .2rem 0;vertical-align:top}</style></head><body><h1>${safe(view.title)}</h1><p>${view.counts.disputed} decisions before this runs.</p><table>${lines.map(({ label, standing, text: words }) => `<tr id="s${label}"><td>${label}</td><td>${standing}</td><td>${safe(words)}</td></tr>`).join('')}</table></body></html>`,
    md: () =>
      `# ${view.title}\n\n${lines.map(({ label, standing, text: words }) => `- **${label}** ${standing}: ${words}`).join('\n')}\n`,
    json: () => JSON.stringify({ article: view.article, sentences: lines }, null, 2),
  }[format]();
  return {
    text,
    file_name: `${view.title.toLowerCase().replace(/\W+/gu, '-')}.${format}`,
    checks: checks(view),
  };
}

function checks({ sentences }: ArticleView): ReportCheck[] {
  const owing = (message: string, test: (one: (typeof sentences)[number]) => boolean) => {
    const labels = sentences.filter(test).map(({ label }) => label);
    return labels.length > 0 ? [{ message: `${labels.length} ${message}`, labels }] : [];
  };
  return [
    ...owing('not tagged', (one) => one.standing === 'untagged'),
    ...owing('verified, no source', (one) => one.debts.includes('no source')),
    ...owing('disputed, no finding', (one) => one.debts.includes('no finding')),
    ...owing('attributed-only, no speaker', (one) => one.debts.includes('no speaker')),
  ];
}

function safe(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}
