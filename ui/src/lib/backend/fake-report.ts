// Reports of the pretended backend: plain, but of the right kind for each format.
import type { ArticleView, Preview, ReportAsk, ReportCheck, ReportText } from './types.gen';

export function reportText(views: ArticleView[], ask: ReportAsk): ReportText {
  const [first] = views;
  const title = views.length === 1 && first ? first.title : `Dossier of ${views.length} articles`;
  const open = views.reduce((sum, { counts }) => sum + counts.untagged, 0);
  return {
    preview: preview(title, views, ask),
    file_name: proposedName(views, ask),
    bytes: 48_213,
    summary: views.map((view) => `${view.title}\n${headline(view)}`).join('\n\n'),
    handed_over: open > 0 ? [`Handed over although ${open} sentences are not closed.`] : [],
    checks: views.flatMap(checks),
  };
}

export function proposedName(views: ArticleView[], { format, profile }: ReportAsk): string {
  const [first] = views;
  const words = views.length === 1 && first ? first.title : `dossier of ${views.length} articles`;
  const stem = words.toLowerCase().replace(/\W+/gu, '-');
  return `${stem}${profile === 'editor' ? '' : `-${profile}`}.${format}`;
}

const headline = ({ counts }: ArticleView): string =>
  `${counts.disputed} decisions before this runs.`;

function preview(title: string, views: ArticleView[], { format, profile }: ReportAsk): Preview {
  const all = views.flatMap(({ sentences }) => sentences);
  const rows = all.map(({ label, standing, text }) => [label, standing, text]);
  switch (format) {
    case 'html': {
      const body = rows.map(
        ([label, standing, words]) =>
          `<tr id="s${label}"><td>${label}</td><td>${standing}</td><td>${safe(words ?? '')}</td></tr>`,
      );
      return {
        kind: 'page',
        html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${safe(title)}</title><style>body{font:16px/1.6 Georgia,serif;max-width:40rem;margin:3rem auto;padding:0 1.5rem}h1{font-size:1.6rem}td{padding:.2rem .6rem .2rem 0;vertical-align:top}</style></head><body><h1>${safe(title)}</h1><p>For the ${profile}. ${views.map(headline).join(' ')}</p><table>${body.join('')}</table></body></html>`,
      };
    }
    case 'csv':
    case 'xlsx':
      return {
        kind: 'tables',
        tables: [{ name: 'Sentences', rows: [['Label', 'Tag', 'Sentence'], ...rows], beyond: 0 }],
      };
    case 'docx':
      return {
        kind: 'document',
        facts: ['12 comments', '3 tracked changes'],
        blocks: all.map(({ text, label }) => ({
          kind: 'paragraph',
          text,
          comments: label === '2' ? [{ author: 'Kari Lind', text: 'Disputed.' }] : [],
        })),
        beyond: 7,
      };
    case 'md':
      return {
        kind: 'text',
        text: `# ${title}\n\n${rows.map((row) => `- ${row.join(' ')}`).join('\n')}\n`,
        beyond: 0,
      };
    default:
      return { kind: 'text', text: JSON.stringify({ title, rows }, null, 2), beyond: 1200 };
  }
}

function checks({ article, sentences }: ArticleView): ReportCheck[] {
  const owing = (message: string, test: (one: (typeof sentences)[number]) => boolean) => {
    const labels = sentences.filter(test).map(({ label }) => label);
    return labels.length > 0 ? [{ article, message: `${labels.length} ${message}`, labels }] : [];
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
