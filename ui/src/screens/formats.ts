import type { ReportFormat } from '../lib/backend';

/** The formats of a report, in the order in which they are offered. */
export const formats: readonly { id: ReportFormat; title: string; about: string }[] = [
  { id: 'html', title: 'Web page', about: 'For the editor: opens in any browser, prints well' },
  { id: 'md', title: 'Markdown', about: 'Plain text for notes and wikis' },
  { id: 'json', title: 'JSON', about: 'Everything, for programs and for another Stet' },
];

/** The format of that name; the first where there is none. */
export function formatOf(name: string | undefined): ReportFormat {
  return formats.find(({ id }) => id === name)?.id ?? 'html';
}
